import HouseKit
import Ledger
import Policy
import Primitives
import TestKit
import Testing

@testable import Permits

@Suite("The Gate, over the whole policy of the first operator")
struct PolicyTableTests {
    @Test("decides every role, act, purpose and datum as policy.yml says, on the same clause and basis")
    func everyCombination() throws {
        let expected = try ExpectedPolicy.cantra()
        let edition = try Edition(
            number: 1, inForceSince: Instant(seconds: 0), document: try TestHouse.policy())
        let subject = SubjectID(from: .system)
        let data: [(String, [FieldNumber], [DocumentKindID])] =
            [("record", [], [])] + expected.fields.map { ("field \($0)", [FieldNumber($0)], []) }
            + expected.kinds.map { ("document \($0)", [], [DocumentKindID($0)]) }
        var differences: [String] = []
        var (asked, allowed) = (0, 0)
        for role in expected.roles {
            for act in Act.allCases {
                for purpose in expected.purposes {
                    for (datum, fields, documents) in data {
                        let ask = Ask(
                            act, by: Actor(RoleID(role), person: subject), on: subject, for: PurposeID(purpose),
                            fields: fields, documents: documents)
                        let cell = ExpectedPolicy.Cell(role: role, act: act.rawValue, purpose: purpose, datum: datum)
                        let ground = Self.ground(ask, edition)
                        if ground != expected.allowed[cell] { differences.append("\(cell)") }
                        asked += 1
                        allowed += ground == nil ? 0 : 1
                    }
                }
            }
        }
        #expect(differences.isEmpty, "\(differences.prefix(5))")
        #expect(allowed == expected.allowed.count)
        #expect(asked > 100_000)
        #expect(allowed > 100)
    }

    private static func ground(_ ask: Ask, _ edition: Edition) -> ExpectedPolicy.Ground? {
        guard let permission = try? Gate.ground(for: ask, under: edition) else { return nil }
        return ExpectedPolicy.Ground(clause: permission.clause.rawValue, basis: permission.basis.code)
    }

    @Test("answers the same through the database, every act among them", arguments: Engine.available)
    func throughDatabase(engine: Engine) async throws {
        var generous = Budgets()
        (generous.staffAMinute, generous.staffADay) = (100_000, 100_000)
        (generous.subjectAMinute, generous.subjectADay) = (100_000, 100_000)
        (generous.lookupsAMinute, generous.lookupsADay) = (100_000, 100_000)
        try await TestHouse.run(on: engine, budgets: generous) { house in
            let expected = try ExpectedPolicy.cantra()
            let optional = Set(house.edition.document.consents.filter { !$0.required }.map(\.id))
            let person = try await house.begin("Үлгіева", "Айгерім", optional: optional)
            var (allowed, refused) = (0, 0)
            for ask in Self.sample(expected, on: person.subject) {
                let cell = ExpectedPolicy.Cell(
                    role: ask.actor.role.rawValue, act: ask.act.rawValue, purpose: ask.purpose.rawValue,
                    datum: "record")
                let refusal = try await reason { _ = try await house.gate.permitToRead(ask) }
                if expected.allowed[cell] == nil {
                    #expect(refusal?.reason == .notAllowed, "\(cell)")
                    refused += 1
                } else {
                    #expect(refusal == nil, "\(cell)")
                    allowed += 1
                }
            }
            #expect(allowed + refused >= 200)
            #expect(allowed >= 40)
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.count == refused)
            let clauses = recorded.filter { $0.entry.clause == nil }
            #expect(clauses.isEmpty)
        }
    }

    /// Every act in a role that may and in five that may not, for a purpose for which somebody may.
    private static func sample(_ expected: ExpectedPolicy, on subject: SubjectID) -> [Ask] {
        Act.allCases.flatMap { act -> [Ask] in
            let cells = expected.allowed.keys.filter { $0.act == act.rawValue && $0.datum == "record" }
                .sorted { "\($0)" < "\($1)" }
            let purpose = cells.first?.purpose ?? expected.purposes[0]
            let able = Set(cells.filter { $0.purpose == purpose }.map(\.role)).sorted()
            let others = expected.roles.filter { !able.contains($0) }.prefix(5)
            return (able.prefix(2) + others).map { role in
                Ask(act, by: Actor(RoleID(role), person: subject), on: subject, for: PurposeID(purpose))
            }
        }
    }

    @Test("refuses the whole when one field of many is not allowed")
    func oneOfMany() throws {
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: try TestHouse.policy())
        let subject = SubjectID(from: .system)
        func ask(_ fields: [FieldNumber]) -> Ask {
            Ask(.openCase, by: Actor(.reviewer), on: subject, for: .identification, fields: fields)
        }
        _ = try Gate.ground(for: ask([.familyName, .givenName]), under: edition)
        #expect(throws: GateRefusal.self) { try Gate.ground(for: ask([.familyName, .email]), under: edition) }
    }

    @Test(
        "lets nobody use a role for one's own data on another person's", arguments: [RoleID.subject, .visitor, .member])
    func othersData(role: RoleID) throws {
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: try TestHouse.policy())
        let ask = Ask(
            .readOwn, by: Actor(role, person: SubjectID(from: .system)), on: SubjectID(from: .system), for: .rights)
        do {
            _ = try Gate.ground(for: ask, under: edition)
            Issue.record("allowed")
        } catch {
            #expect(error.reason == .notTheirs)
        }
    }
}

import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@Suite("A look-up")
struct LookUpTests {
    private static let email = "aigerim@example.kz"

    @Test("finds who confirmed the address, and is on record in their history", arguments: Engine.available)
    func finds(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.email)
            let found = try await house.gate.lookUp(.email, Self.email, by: house.worker("support"), for: .contact)
            #expect(found == [person.subject])
            let entry = try #require(try await house.entries(person.subject).first { $0.act == "lookup" })
            #expect(entry.fields == [4])
            #expect(entry.role == "support")
            #expect(entry.outcome == .done)
        }
    }

    @Test("that finds nobody is on record, and names nobody", arguments: Engine.available)
    func findsNobody(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let found = try await house.gate.lookUp(.email, Self.email, by: house.worker("support"), for: .contact)
            #expect(found.isEmpty)
            let entries = try await house.pending().filter { $0.act == "lookup" }
            #expect(entries.count == 1)
            #expect(entries.first?.whom == nil)
            #expect(entries.first?.note["found"] == "0")
        }
    }

    @Test("leaves out who is blocked, on record, and is refused to who may not", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.email)
            try await house.setState(.blocked, of: person.subject)
            let found = try await house.gate.lookUp(.email, Self.email, by: house.worker("support"), for: .contact)
            #expect(found.isEmpty)
            #expect(try await house.refusals(of: person.subject).map(\.reason) == ["blocked"])
            let refusal = try await reason {
                _ = try await house.gate.lookUp(.email, Self.email, by: house.worker(.reviewer), for: .contact)
            }
            #expect(refusal?.reason == .notAllowed)
            let recorded = try await house.pending().filter { $0.outcome == .refused("not_allowed") }
            #expect(recorded.map(\.role) == ["reviewer"])
        }
    }

    @Test("has a budget of its own", arguments: Engine.available)
    func budget(engine: Engine) async throws {
        var budgets = Budgets()
        budgets.lookupsAMinute = 2
        try await TestHouse.run(on: engine, budgets: budgets) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.email)
            let actor = Actor("support", person: SubjectID(from: .system), session: [1])
            for _ in 0..<2 { _ = try await house.gate.lookUp(.email, Self.email, by: actor, for: .contact) }
            let refusal = try await reason {
                _ = try await house.gate.lookUp(.email, Self.email, by: actor, for: .contact)
            }
            #expect(refusal?.reason == .budget)
            _ = try await house.gate.read(
                Ask(.openCase, by: actor, on: person.subject, for: .service, fields: [.familyName]))
        }
    }

    @Test("for others with the same is on record with the person and with each found", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let people = [
                try await house.begin("Үлгіева", "Айгерім"), try await house.begin("Ойдан", "Бекзат"),
                try await house.begin("Сынақов", "Дана"),
            ]
            let ask = Ask(
                .lookup, by: Actor(.imaging), on: people[0].subject, for: .identification, fields: [.documentMark],
                caseID: people[0].number)
            let found = try await house.gate.lookUpOthers(ask) { _ in [people[0].subject, people[1].subject] }
            #expect(found == [people[1].subject])
            for (person, count) in zip(people, [1, 1, 0]) {
                let entries = try await house.entries(person.subject).filter { $0.act == "lookup" }
                #expect(entries.count == count)
                #expect(entries.allSatisfy { $0.fields == [27] && $0.caseID == people[0].number })
            }
            let own = try await house.entries(people[0].subject).first { $0.act == "lookup" }
            #expect(own?.note["found"] == "1")
        }
    }

    @Test("for others leaves nothing with them when it is refused on the person", arguments: Engine.available)
    func othersRefused(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, other) = (try await house.begin("Үлгіева", "Айгерім"), try await house.begin("Ойдан", "Дана"))
            let ask = Ask(
                .lookup, by: house.worker(.reviewer), on: person.subject, for: .identification,
                fields: [.documentMark])
            let refusal = try await reason {
                _ = try await house.gate.lookUpOthers(ask) { _ in [other.subject] }
            }
            #expect(refusal?.reason == .notAllowed)
            #expect(try await house.refusals(of: person.subject).map(\.reason) == ["not_allowed"])
            #expect(try await house.entries(other.subject).filter { $0.act == "lookup" }.isEmpty)
        }
    }
}

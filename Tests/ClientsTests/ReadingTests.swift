import Access
import Clients
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@Suite("A read by a programme")
struct ReadingTests {
    private static let email = "aigerim@example.kz"

    @Test(
        "gives the fields asked for, and stands in the person's history with case and name", arguments: Engine.available
    )
    func reads(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let person = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            let record = try await house.read([.email, .telephone], of: person.subject, by: client)
            #expect(record[.email]?.reveal() == Self.email)
            #expect(record[.telephone] == nil)
            let history = try await house.house.gate.history(of: person.subject, limit: 100)
            let entry = try #require(history.first { $0.act == "readSubject" })
            #expect(entry.role == "client")
            #expect(entry.note["client"] == "shop")
            #expect(entry.caseID == "order-17")
            #expect(entry.fields == [4, 5])
            #expect(entry.clause == "2.2.3")
            #expect(!entry.actor.isEmpty)
        }
    }

    @Test("beyond the key, or beyond the policy, is refused with the clause and on record", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let narrow = try await house.client("mail", .init(purposes: ["contact"], fields: ["email"]))
            let wide = try await house.client(
                "all", .init(purposes: ["contact", "identification"], fields: ["email", "read_iin", "family_name"]))
            let person = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            let cases: [(Client, [FieldNumber], PurposeID, GateRefusal.Reason, ClauseID)] = [
                (narrow, [.telephone], .contact, .outsideBounds, "2.2.3"),
                (narrow, [.email, .familyName], .contact, .outsideBounds, "2.2.3"),
                (narrow, [.email], .service, .outsideBounds, "2.2.1"),
                (wide, [.readIIN], .identification, .notAllowed, "2.2.2"),
                (wide, [.familyName], .contact, .notAllowed, "2.2.3"),
            ]
            for (client, fields, purpose, reason, clause) in cases {
                do {
                    _ = try await house.read(fields, of: person.subject, for: purpose, by: client)
                    Issue.record("\(fields) was opened")
                } catch let refusal as GateRefusal {
                    #expect(refusal.reason == reason)
                    #expect(refusal.clause == clause)
                }
            }
            let history = try await house.house.gate.history(of: person.subject, limit: 100)
            #expect(history.count { $0.outcome != .done && $0.role == "client" } == cases.count)
        }
    }

    @Test("that is not allowed is answered alike whether there is such a person or not", arguments: Engine.available)
    func tellsNothing(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client("mail", .init(purposes: ["contact"], fields: ["email"]))
            let person = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            for subject in [person.subject, SubjectID(from: .system)] {
                let refusal = try await reason { _ = try await house.read([.telephone], of: subject, by: client) }
                #expect(refusal == .outsideBounds)
            }
            let nobody = try await reason {
                _ = try await house.read([.email], of: SubjectID(from: .system), by: client)
            }
            #expect(nobody == .noSubject)
        }
    }

    @Test(
        "ends with its budget a minute, look-ups with one of their own, and no other programme's",
        arguments: Engine.available)
    func budgets(engine: Engine) async throws {
        var budgets = Budgets()
        (budgets.clientAMinute, budgets.clientLookupsAMinute) = (3, 2)
        try await ClientHouse.run(on: engine, budgets: budgets) { house in
            let bounds = ClientDesk.Bounds(purposes: ["contact"], fields: ["email"])
            let (first, second) = (try await house.client("first", bounds), try await house.client("second", bounds))
            let person = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            func read(_ client: Client) async throws -> GateRefusal.Reason? {
                try await reason { _ = try await house.read([.email], of: person.subject, by: client) }
            }
            func lookUp(_ client: Client) async throws -> GateRefusal.Reason? {
                try await reason {
                    _ = try await house.subjects.lookUp(.email, Self.email, for: .contact, caseID: "1", by: client)
                }
            }
            for _ in 0..<3 { #expect(try await read(first) == nil) }
            #expect(try await read(first) == .budget)
            #expect(try await read(second) == nil)
            for _ in 0..<2 { #expect(try await lookUp(first) == nil) }
            #expect(try await lookUp(first) == .budget)
            house.house.clock.advance(by: .minutes(1))
            #expect(try await read(first) == nil)
        }
    }

    @Test("of an address finds who confirmed it, and is on record when nobody did", arguments: Engine.available)
    func looksUp(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let person = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            func found(_ address: String) async throws -> [SubjectID] {
                try await house.subjects.lookUp(.email, address, for: .contact, caseID: "order-17", by: client)
            }
            #expect(try await found("Aigerim@Example.kz") == [person.subject])
            #expect(try await found("nobody@example.kz").isEmpty)
            let entries = try await house.pending().filter { $0.act == "lookup" }
            #expect(entries.map(\.caseID) == ["order-17", "order-17"])
            #expect(entries.map { $0.note["client"] } == ["shop", "shop"])
            #expect(entries.count { $0.whom == nil && $0.note["found"] == "0" } == 1)
        }
    }

    @Test("finds no staff", arguments: Engine.available)
    func noStaff(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let member = try await house.house.gate.newSubject()
            let now = house.house.clock.now
            try await house.house.gate.perform {
                try SubjectStore($0).insert(member, kind: .staff, language: .kk, isInvented: true, at: now)
            }
            #expect(try await reason { _ = try await house.read([.email], of: member, by: client) } == .noSubject)
        }
    }
}

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
}

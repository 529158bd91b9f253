import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@Suite("A budget")
struct BudgetTests {
    private static var small: Budgets {
        var budgets = Budgets()
        (budgets.staffAMinute, budgets.staffADay) = (3, 5)
        return budgets
    }

    @Test("ends for a minute, and for a day", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await TestHouse.run(on: engine, budgets: Self.small) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let actor = house.worker(.reviewer)
            func outcome() async throws -> GateRefusal.Reason? {
                try await reason { _ = try await house.gate.read(house.opening(person, by: actor)) }?.reason
            }
            for _ in 0..<3 { #expect(try await outcome() == nil) }
            #expect(try await outcome() == .budget)
            let others = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(others == nil)
            house.clock.advance(by: .seconds(60))
            for _ in 0..<2 { #expect(try await outcome() == nil) }
            #expect(try await outcome() == .budget)
            house.clock.advance(by: .hours(24))
            #expect(try await outcome() == nil)
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.map(\.reason) == ["budget", "budget"])
            #expect(recorded.allSatisfy { $0.entry.clause == "2.2.2" })
        }
    }

    @Test("is spent by what is refused too", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await TestHouse.run(on: engine, budgets: Self.small) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let actor = house.worker(.reviewer)
            for _ in 0..<3 {
                let refusal = try await reason {
                    _ = try await house.gate.read(house.opening(person, by: actor, fields: [.email]))
                }
                #expect(refusal?.reason == .notAllowed)
            }
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person, by: actor)) }
            #expect(refusal?.reason == .budget)
        }
    }
}

import Access
import HouseKit
import Messages
import Permits
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("What is counted for the operator")
struct CountingTests {
    private struct Counted: Sendable {
        let registrations: [String: Int]
        let near: Int
        let over: Int
        let oldest: Instant?
        let messages: [String: Int]
        let overdue: Int
        let codes: [String: Int]
        let erased: Int
        let unfinished: Int
    }

    private func count(_ house: TestHouse) async throws -> Counted {
        let now = house.clock.now
        return try await house.gate.look { transaction in
            func pairs(_ tally: Tally) -> [String: Int] {
                Dictionary(uniqueKeysWithValues: tally.map { ($0.state, $0.count) })
            }
            let store = RegistrationStore(transaction)
            let deadlines = try store.deadlines(at: now, near: now + .days(1))
            return Counted(
                registrations: pairs(try store.tally()), near: deadlines.near, over: deadlines.over,
                oldest: try store.oldestWaiting(), messages: pairs(try MessageQueue(transaction).tally()),
                overdue: try MessageQueue(transaction).overdue(at: now),
                codes: pairs(try CodeCounting(transaction).tally()), erased: try ErasureCounting(transaction).all(),
                unfinished: try ErasureCounting(transaction).unfinished())
        }
    }

    @Test("is how many stand where, and since when the oldest waits", arguments: Engine.available)
    func states(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            #expect(try await count(house).oldest == nil)
            let first = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let since = try #require(try await house.registration(of: first)).since
            house.clock.advance(by: .minutes(5))
            _ = try await house.register("Үлгібай", "Ғани", email: "gani@example.kz")
            _ = try await house.begin("Басталды", "Бір")
            let counted = try await count(house)
            #expect(counted.registrations == ["draft": 1, "sent": 2])
            #expect(counted.oldest == since)
            #expect(counted.codes == ["used": 2])
            #expect(counted.messages["sent"] == 4)
            #expect(counted.overdue == 0)
        }
    }

    @Test("is what ends soon, and what should have ended", arguments: Engine.available)
    func deadlines(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let draft = try await house.begin("Басталды", "Бір")
            let begun = try #require(try await house.registration(of: draft))
            let due = try #require(begun.dueAt)
            let early = try await count(house)
            #expect((early.near, early.over) == (0, 0))
            house.clock.set(due - .hours(1))
            let late = try await count(house)
            #expect((late.near, late.over) == (1, 0))
            house.clock.advance(by: .hours(2))
            let after = try await count(house)
            #expect((after.near, after.over) == (0, 1))
            // The sweep destroys what has ended, and that is counted.
            _ = try await house.registrar.sweep()
            let swept = try await count(house)
            #expect((swept.near, swept.over) == (0, 0))
            #expect((swept.erased, swept.unfinished) == (1, 0))
        }
    }
}

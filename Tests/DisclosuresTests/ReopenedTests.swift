import Agreements
import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@testable import Disclosures

@Suite("A withdrawal that was refused for an order")
struct ReopenedTests {
    /// What came of it: the withdrawal, and the entry of the act by which the order was closed.
    private struct Outcome {
        let withdrawal: Withdrawal
        let note: [String: String]
    }

    /// Refuses a withdrawal for an order, ten days later does something, and closes the order.
    private static func close(
        _ house: DisclosureHouse, by act: Act = .endService, ground: String = "",
        between: (Person) async throws -> Void = { _ in },
        _ close: (OrderReference, Person) async throws -> Void
    ) async throws -> Outcome {
        let person = try await house.person()
        let order = try await house.order(of: person)
        try await house.decide("courier", give: false, of: person)
        let first = try #require(try await house.desk.own(person.subject).withdrawals.last)
        let last: Day? = ground.isEmpty ? nil : .authority
        try await house.desk.answer(
            first.id, .refused(ground: ground, order: order.number, until: last, words: "Until it is fulfilled"),
            by: house.officer)
        house.house.clock.advance(by: .days(10))
        try await between(person)
        try await close(order, person)
        let entry = try await house.house.gate.history(of: person.subject, limit: 99).first { $0.act == act.rawValue }
        return Outcome(
            withdrawal: try #require(
                try await house.desk.own(person.subject).withdrawals.first { $0.id == first.id }),
            note: try #require(entry?.note))
    }

    @Test("waits for staff again when the order has ended, with days of its own", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let outcome = try await Self.close(house) { order, _ in
                try await house.orders.end(order, by: DisclosureHouse.support)
            }
            let one = outcome.withdrawal
            #expect(one.state == .open && one.closedAt == nil && one.reopenedAt == house.house.clock.now)
            // Friday 4 December; the fifteenth working day, with a holiday on the 16th.
            #expect(one.order == 1 && one.term.due == Day("2026-12-28"))
            #expect(outcome.note["reopened"] == "courier" && outcome.note["due"] == "2026-12-28")
            #expect(try await house.desk.withdrawalQueue().map(\.withdrawal.id) == [one.id])
            // With the courier, who is still to be told.
            #expect(try await house.desk.countOpen() == 2)
            let held = try await house.house.gate.look { try DisclosuresSchema.holdings(of: one.subject, $0) }
            #expect(held.first { $0.kind == "withdrawals" }?.facts["reopened_at"] != nil)
            // That order is no ground any more.
            await #expect(throws: DisclosureRefusal.noSuchOrder) {
                try await house.desk.answer(one.id, .refused(ground: "", order: 1), by: house.officer)
            }
            await #expect(throws: DisclosureRefusal.recipientsNotTold) {
                try await house.desk.answer(one.id, .done, by: house.officer)
            }
            let telling = try #require(try await house.desk.own(one.subject).tellings.last)
            try await house.desk.told(
                telling.id, on: Day(of: house.house.clock.now, hoursEast: 5), by: .post, by: house.officer)
            try await house.desk.answer(one.id, .done, by: house.officer)
            let closed = try #require(try await house.desk.own(one.subject).withdrawals.last)
            #expect(closed.state == .done && closed.order == nil && closed.explanation == nil)
        }
    }

    @Test("waits again, too, when the order is refused, or taken back by the person", arguments: Engine.available)
    func notFulfilled(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let refused = try await Self.close(house, by: .workOrder) { order, _ in
                try await house.orders.refuse(order, reason: "No place", by: DisclosureHouse.support)
            }
            #expect(refused.withdrawal.state == .open && refused.note["reopened"] == "courier")
            let takenBack = try await Self.close(house, by: .withdrawOrder) { order, person in
                try await house.orders.withdraw(order.number, of: person.subject, session: person.session)
            }
            #expect(takenBack.withdrawal.state == .open && takenBack.note["reopened"] == "courier")
        }
    }

    @Test("waits again once where the order was closed by a programme that did not ask", arguments: Engine.available)
    func caughtUp(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let former = OrderDesk(
                gate: house.house.gate, registrar: house.house.registrar, time: house.house.clock.source,
                randomness: .system)
            let missed = try await Self.close(house) { order, _ in
                #expect(try await house.desk.reopenEnded() == 0)
                try await former.end(order, by: DisclosureHouse.support)
            }
            #expect(missed.withdrawal.state == .refused)
            #expect(try await house.desk.reopenEnded() == 1)
            let one = try #require(try await house.desk.own(missed.withdrawal.subject).withdrawals.last)
            #expect(one.state == .open && one.reopenedAt == house.house.clock.now)
            let entry = try await house.house.gate.history(of: one.subject, limit: 99).first { $0.act == "recount" }
            #expect(entry?.note["reopened"] == "courier" && entry?.role == "sweep")
            #expect(try await house.desk.reopenEnded() == 0)
        }
    }

    @Test("stays refused while the order goes on, and where a law keeps the data anyway", arguments: Engine.available)
    func stays(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let working = try await Self.close(house, by: .workOrder) { order, _ in
                try await house.orders.advance(order, to: .accepted, by: DisclosureHouse.support)
            }
            #expect(working.withdrawal.state == .refused && working.note["reopened"] == nil)
            let kept = try await Self.close(house, ground: "kept_by_law") { order, _ in
                try await house.orders.end(order, by: DisclosureHouse.support)
            }
            #expect(kept.withdrawal.state == .refused && kept.withdrawal.reopenedAt == nil)
            #expect(kept.note["reopened"] == nil)
        }
    }

    @Test("stays refused where the person has consented again", arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let outcome = try await Self.close(house) { person in
                try await house.decide("courier", give: true, of: person)
            } _: { order, _ in
                try await house.orders.end(order, by: DisclosureHouse.support)
            }
            #expect(outcome.withdrawal.state == .refused && outcome.note["reopened"] == nil)
        }
    }

    @Test("stays refused where the end of another order is told", arguments: Engine.available)
    func otherOrder(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let outcome = try await Self.close(house) { _, person in
                let second = try await house.order(of: person)
                try await house.orders.end(second, by: DisclosureHouse.support)
            }
            #expect(outcome.withdrawal.state == .refused && outcome.note["reopened"] == nil)
        }
    }
}

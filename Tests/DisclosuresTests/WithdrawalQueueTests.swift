import HouseKit
import Policy
import Primitives
import TestKit
import Testing

@testable import Disclosures

@Suite("A withdrawal that waits for staff")
struct WithdrawalQueueTests {
    @Test("stands in the queue by its deadline, and presses when that is near", arguments: Engine.available)
    func queue(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let withdrawal = try #require(try await house.desk.own(person.subject).withdrawals.last)
            // From Tuesday 24 November until Tuesday 15 December.
            for (days, standing, pressing) in [
                (0, DueDay.Standing.far, 0), (20, .near, 1), (1, .today, 1), (1, .over, 1),
            ] {
                house.house.clock.advance(by: .days(days))
                let queue = try await house.desk.withdrawalQueue()
                #expect(queue.map(\.withdrawal.id) == [withdrawal.id] && queue[0].due.standing == standing)
                #expect(try await house.desk.pressing() == pressing)
            }
            try await house.desk.answer(
                withdrawal.id, .refused(ground: "kept_by_law", until: .authority), by: house.officer)
            #expect(try await house.desk.withdrawalQueue().isEmpty)
            #expect(try await house.desk.pressing() == 0)
        }
    }
}

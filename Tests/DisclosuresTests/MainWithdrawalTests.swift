import Agreements
import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Retention
import Storage
import TestKit
import Testing

@testable import Disclosures

@Suite("A withdrawal of the consent to the registration")
struct MainWithdrawalTests {
    /// As the house does each night.
    private static func sweep(
        _ house: DisclosureHouse, isHeld: @escaping @Sendable (SubjectID) -> Bool = { _ in false }
    ) async throws -> Int {
        try await ConsentEndSweep(
            gate: house.house.gate, erasure: house.house.registrar.erasure,
            isAnswered: { try DisclosureStore($1).hasEndedProcessing(of: $0, at: house.house.clock.now) },
            isKept: { subject, transaction in
                try DisclosureStore(transaction).keeps(subject)
                    || OrderStore(transaction).hasService(of: subject) || isHeld(subject)
            }, time: house.house.clock.source
        ).sweep().erased
    }

    private static func withdrawn(_ house: DisclosureHouse, _ person: Person) async throws -> Identifier<Withdrawal> {
        house.house.clock.advance(by: .days(1))
        try await house.decide(.main, give: false, of: person)
        return try #require(try await house.desk.own(person.subject).withdrawals.last).id
    }

    /// An order of the person's that staff have accepted.
    private static func accepted(_ house: DisclosureHouse, _ person: Person) async throws -> OrderReference {
        let order = try await house.order(of: person)
        try await house.orders.advance(order, to: .accepted, by: DisclosureHouse.support)
        return order
    }

    private static func isErased(_ person: Person, _ house: DisclosureHouse) async throws -> Bool {
        try await house.house.gate.look { try SubjectStore($0).find(person.subject)?.state } == .erased
    }

    @Test("is followed by the end of the person, once staff have ended the processing", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let other = try await house.house.begin("Мысалов", "Ерлан")
            #expect(try await Self.sweep(house) == 0)
            let id = try await Self.withdrawn(house, person)
            // Still open.
            #expect(try await Self.sweep(house) == 0)
            try await house.desk.answer(id, .done, by: house.officer)
            // For a day they can consent again.
            house.house.clock.advance(by: .seconds(86_399))
            #expect(try await Self.sweep(house) == 0)
            house.house.clock.advance(by: .seconds(1))
            #expect(try await Self.sweep(house) == 1)
            let (gone, stays) = (try await Self.isErased(person, house), try await Self.isErased(other, house))
            #expect(gone && !stays)
            let record = try #require(
                try await house.house.gate.erasure(marked: Whom.erasureMark(of: person.subject)))
            let entry = try LedgerEntry(canonical: try #require(record.entry))
            #expect(entry.role == "sweep" && entry.act == "expire" && record.keyDestroyedAt != nil)
            #expect(try await Self.sweep(house) == 0)
        }
    }

    @Test(
        "that was refused since a law keeps the data keeps the person as long, and no longer",
        arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let id = try await Self.withdrawn(house, person)
            let last = Day(of: house.house.clock.now, hoursEast: 5) + 1_500
            try await house.desk.answer(id, .refused(ground: "kept_by_law", until: last), by: house.officer)
            house.house.clock.advance(by: .days(1_499))
            #expect(try await house.desk.reopenEnded() == 0)
            #expect(try await Self.sweep(house) == 0)
            house.house.clock.advance(by: .days(2))
            #expect(try await house.desk.reopenEnded() == 1)
            // Staff are asked first.
            #expect(try await Self.sweep(house) == 0)
            #expect(try await !Self.isErased(person, house))
            try await house.desk.answer(id, .done, by: house.officer)
            house.house.clock.advance(by: .days(1))
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test("that was refused since nobody could tell who withdrew keeps the person", arguments: Engine.available)
    func unconfirmed(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let id = try await Self.withdrawn(house, person)
            try await house.desk.answer(id, .refused(ground: "identity_unconfirmed"), by: house.officer)
            #expect(try await house.house.gate.look { try DisclosureStore($0).keeps(person.subject) })
        }
    }

    @Test("erases nobody who consented again, nor after a second one that is open", arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let id = try await Self.withdrawn(house, person)
            try await house.desk.answer(id, .done, by: house.officer)
            house.house.clock.advance(by: .hours(1))
            try await house.decide(.main, give: true, of: person)
            #expect(try await Self.sweep(house) == 0)
            let second = try await Self.withdrawn(house, person)
            #expect(try await Self.sweep(house) == 0)
            try await house.desk.answer(second, .done, by: house.officer)
            house.house.clock.advance(by: .days(1))
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test("erases nobody for whom a service goes on, or whose data are held", arguments: Engine.available)
    func kept(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let order = try await Self.accepted(house, person)
            let id = try await Self.withdrawn(house, person)
            try await house.desk.answer(id, .done, by: house.officer)
            house.house.clock.advance(by: .days(1))
            #expect(try await Self.sweep(house) == 0)
            try await house.orders.end(order, by: DisclosureHouse.support)
            #expect(try await Self.sweep(house) { $0 == person.subject } == 0)
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test("that staff entered on a request erases nobody by itself: two officers do that", arguments: Engine.available)
    func onRequest(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let id = try await Self.withdrawn(house, person)
            try await house.house.database.write { transaction in
                _ = try transaction.run(
                    "UPDATE consent SET manner = 'request' WHERE subject_id = \(person.subject) AND given = 0")
            }
            try await house.desk.answer(id, .done, by: house.officer)
            house.house.clock.advance(by: .days(30))
            #expect(try await Self.sweep(house) == 0)
        }
    }

    @Test("that was refused for an order keeps the person as long as the order", arguments: Engine.available)
    func refusedForOrder(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let order = try await Self.accepted(house, person)
            let id = try await Self.withdrawn(house, person)
            try await house.desk.answer(
                id, .refused(ground: LawPack.unfulfilledObligation, order: order.number), by: house.officer)
            house.house.clock.advance(by: .days(1_095))
            #expect(try await Self.sweep(house) == 0)
            try await house.orders.end(order, by: DisclosureHouse.support)
            // Staff are asked again: whether something else keeps the data, and whether recipients are told.
            #expect(try await Self.sweep(house) == 0)
            try await house.desk.answer(id, .done, by: house.officer)
            house.house.clock.advance(by: .days(1))
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test(
        "that was refused for an order ends the person once it is carried out after the order’s end, long before the consent would have ended",
        arguments: Engine.available)
    func doneAfterOrder(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let order = try await Self.accepted(house, person)
            let id = try await Self.withdrawn(house, person)
            try await house.desk.answer(id, .refused(ground: "", order: order.number), by: house.officer)
            house.house.clock.advance(by: .days(10))
            try await house.orders.end(order, by: DisclosureHouse.support)
            try await house.desk.answer(id, .done, by: house.officer)
            house.house.clock.advance(by: .days(1))
            #expect(try await Self.sweep(house) == 1)
            #expect(try await Self.isErased(person, house))
        }
    }

    @Test(
        "that was refused on a law keeps the person also when the order has ended that was named",
        arguments: Engine.available)
    func refusedOnLaw(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let order = try await Self.accepted(house, person)
            let id = try await Self.withdrawn(house, person)
            let last = Day(of: house.house.clock.now, hoursEast: 5) + 1_500
            try await house.desk.answer(
                id, .refused(ground: "kept_by_law", order: order.number, until: last), by: house.officer)
            try await house.orders.end(order, by: DisclosureHouse.support)
            house.house.clock.advance(by: .days(1_095))
            #expect(try await Self.sweep(house) == 0)
        }
    }

    @Test("without an answer on record erases nobody before the consent’s own end", arguments: Engine.available)
    func unanswered(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            _ = try await Self.withdrawn(house, person)
            try await house.house.database.write { transaction in
                _ = try transaction.run("DELETE FROM withdrawal WHERE subject_id = \(person.subject)")
            }
            #expect(try await Self.sweep(house) == 0)
            house.house.clock.advance(by: .days(1_095))
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test("begins the term of the scans, or leaves them the sooner end that they have", arguments: Engine.available)
    func scans(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let (person, other) = (try await house.person(), try await house.house.begin("Мысалов", "Ерлан"))
            let start = house.house.clock.now
            try await Self.approve(person, at: start, scansUntil: start + .days(90), house)
            try await Self.approve(other, at: start, scansUntil: start + .days(5), house)
            for one in [person, other] { _ = try await Self.withdrawn(house, one) }
            let end = start + .days(1) + .days(30)
            #expect(try await house.house.registration(of: person)?.scansUntil == end)
            #expect(try await house.house.registration(of: other)?.scansUntil == start + .days(5))
            // The second one was a day later.
            house.house.clock.advance(by: .hours(29 * 24 - 1))
            let early = try await house.house.registrar.scansDue().filter { $0.registration.subject == person.subject }
            #expect(early.isEmpty)
            house.house.clock.advance(by: .hours(1))
            let due = try await house.house.registrar.scansDue().filter { $0.registration.subject == person.subject }
            // All of them, whatever term their kind has.
            #expect(due.count == 1 && due.first?.kinds == nil)
        }
    }

    @Test("leaves the scans of whoever consented again their own terms", arguments: Engine.available)
    func scansAgain(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await Self.approve(person, at: house.house.clock.now, scansUntil: nil, house)
            _ = try await Self.withdrawn(house, person)
            house.house.clock.advance(by: .hours(1))
            try await house.decide(.main, give: true, of: person)
            // Approved so late that no kind’s own term is over.
            try await Self.approve(
                person, at: house.house.clock.now + .days(20), scansUntil: house.house.clock.now + .days(29), house)
            house.house.clock.advance(by: .days(31))
            let due = try #require(try await house.house.registrar.scansDue().first)
            #expect(due.kinds == [])
            try await house.house.registrar.scansDestroyed(due)
            #expect(try await house.house.registrar.scansDue().isEmpty)
        }
    }

    private static func approve(
        _ person: Person, at decided: Instant, scansUntil: Instant?, _ house: DisclosureHouse
    ) async throws {
        try await house.house.database.write { transaction in
            _ = try transaction.run(
                """
                UPDATE registration SET state = 'approved', decided_at = \(decided), scans_until = \(scansUntil)
                WHERE subject_id = \(person.subject)
                """)
        }
    }
}

import Agreements
import HouseKit
import Messages
import Permits
import Policy
import Primitives
import TestKit
import Testing

extension Walk {
    private static let mostOrders = 4
    /// As often as each is tried.
    private static let works: [Model.Work] = [.advance, .advance, .pay, .pay, .pay, .refuse, .end, .withdraw]

    /// Somebody orders a service, an order is worked, or what was accepted is read.
    mutating func trade() async throws {
        let approved = living.filter { model.persons[$0]?.isApproved == true }
        let chosen = approved.isEmpty || dice.roll(0...4) == 0 ? pick() : dice.pick(approved)
        guard let subject = chosen, let person = model.persons[subject] else { return }
        let order = person.orders.isEmpty ? nil : dice.roll(0...person.orders.count - 1)
        switch (dice.roll(0...5), order) {
        case (0, let order?): try await readOrder(order, of: subject)
        case (1, let order?): try await openOrder(order, of: subject)
        case (2...4, let order?): try await work(dice.pick(Self.works), order, of: subject)
        default:
            if person.orders.count < Self.mostOrders { try await place(of: subject) }
        }
    }

    /// Only who was approved may order.
    private mutating func place(of subject: SubjectID) async throws {
        guard let person = model.persons[subject] else { return }
        let may = person.isApproved && model.allows(Wish.ordering, on: subject, at: clock.now)
        let desk = world.orders
        let placing = try await world.placing()
        let done = try await attempt("orders", subject, may: may) {
            try await desk.place(placing, of: subject, session: $0.session)
        }
        if done { model.persons[subject]?.orders.append(Model.Order()) }
    }

    private mutating func work(_ work: Model.Work, _ order: Int, of subject: SubjectID) async throws {
        guard let one = model.persons[subject]?.orders[order] else { return }
        let (desk, reason) = (world.orders, "Бас тартылды: \(marker())")
        let next = OrderRow.State(rawValue: (one.next ?? .accepted).rawValue) ?? .accepted
        let may = model.allows(work, to: one, of: subject, at: clock.now)
        let what = work == .pay ? "an order is paid" : work.wish.name
        let done = try await attempt(what, subject, may: may) { person in
            let (reference, support) = (
                OrderReference(person.number, order + 1), Wish.staff("support", person.session)
            )
            switch work {
            case .advance: try await desk.advance(reference, to: next, by: support)
            case .pay: try await desk.markPaid(reference, by: support)
            case .refuse: try await desk.refuse(reference, reason: reason, by: support)
            case .end: try await desk.end(reference, by: support)
            case .withdraw: try await desk.withdraw(order + 1, of: subject, session: person.session)
            }
        }
        try await world.house.courier.round()
        if done { model.done(work, to: order, of: subject, reason: reason, at: clock.now) }
    }

    /// Somebody who has one reads what they accepted.
    mutating func readAnyOrder() async throws {
        let having = living.filter { model.persons[$0]?.orders.isEmpty == false }
        if !having.isEmpty { try await readOrder(0, of: dice.pick(having)) }
    }

    private mutating func readOrder(_ order: Int, of subject: SubjectID) async throws {
        let (desk, expected, story) = (world.orders, model.persons[subject]?.orders[order], story)
        let may = model.allows(Wish.readingOrder, on: subject, at: clock.now)
        _ = try await attempt(Wish.readingOrder.name, subject, may: may) {
            let texts = try await desk.read(order + 1, of: subject, session: $0.session)
            #expect(texts.acceptance.reveal().text == World.agreement.kk, "\(story)")
            #expect(texts.reason?.reveal() == expected?.reason, "\(story)")
        }
    }

    private mutating func openOrder(_ order: Int, of subject: SubjectID) async throws {
        let (desk, story) = (world.orders, story)
        let may = model.allows(Wish.openingOrder, on: subject, at: clock.now)
        _ = try await attempt(Wish.openingOrder.name, subject, may: may) { person in
            let opened = try await desk.open(
                OrderReference(person.number, order + 1), by: Wish.staff("support", person.session))
            #expect(opened.record[.familyName]?.reveal() == person.fields[1]?.value, "\(story)")
            #expect(opened.texts.reason?.reveal() == person.orders[order].reason, "\(story)")
            #expect(opened.standing.row.state.rawValue == person.orders[order].state.rawValue, "\(story)")
            #expect(opened.standing.row.paidAt == person.orders[order].paid, "\(story)")
        }
    }
}

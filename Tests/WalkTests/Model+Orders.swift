import Primitives

extension Model {
    /// An order of a service.
    struct Order {
        enum State: String {
            case placed, accepted
            case inWork = "in_work"
            case done, ended, refused, withdrawn
        }

        var state = State.placed
        var paid: Instant?
        var ended: Instant?
        /// Only what the operator had accepted was agreed on.
        var wasAccepted = false
        /// Why it was refused.
        var reason: String?

        var isOpen: Bool { [.placed, .accepted, .inWork, .done].contains(state) }
        /// What was paid for, or agreed on, has documents that laws have kept.
        var isKept: Bool { keptFrom(instant: Instant(seconds: 0)) != nil }

        /// From when they count it: the payment, the end of the service, or an instant at which that still goes on.
        func keptFrom(instant: Instant) -> Instant? {
            let concluded: Instant? =
                switch state {
                case .accepted, .inWork, .done: instant
                case .ended: wasAccepted ? ended : nil
                case .placed, .refused, .withdrawn: nil
                }
            return [paid, concluded].compactMap(\.self).max()
        }

        /// Where staff lead it from here.
        var next: State? { [.placed: .accepted, .accepted: .inWork, .inWork: .done][state] }
    }

    /// What can be done to an order.
    enum Work {
        case advance, pay, refuse, end, withdraw

        /// The wish that it is, whatever the order.
        var wish: Wish {
            switch self {
            case .advance, .pay: .working
            case .refuse: .refusing
            case .end: .endingService
            case .withdraw: .withdrawingOrder
            }
        }
    }

    /// Whether it may be done to an order as it stands.
    func allows(_ work: Work, to order: Order, of subject: SubjectID, at instant: Instant) -> Bool {
        let fits =
            switch work {
            case .advance: order.next != nil
            case .pay: order.paid == nil && order.state != .refused && order.state != .withdrawn
            case .refuse, .withdraw: order.state == .placed
            case .end: order.isOpen
            }
        return fits && allows(work.wish, on: subject, at: instant)
    }

    mutating func done(_ work: Work, to order: Int, of subject: SubjectID, reason: String, at instant: Instant) {
        guard var one = persons[subject]?.orders[order] else { return }
        switch work {
        case .advance: (one.state, one.wasAccepted) = (one.next ?? one.state, true)
        case .pay: one.paid = instant
        case .refuse: (one.state, one.reason) = (.refused, reason)
        case .end: (one.state, one.ended) = (.ended, instant)
        case .withdraw: one.state = .withdrawn
        }
        persons[subject]?.orders[order] = one
    }
}

/// What is sealed beside the record, as messages and what was accepted, has no edition under which it came: the house asks for it
/// only the edition in force.
extension Wish {
    static let ordering = Wish(
        name: "orders", fields: [], ground: .consent("main"), clauses: ["b", "2.2.1", "1.8"])
    static let working = Wish(
        name: "an order is worked", fields: [], ground: .consent("main"), clauses: ["b", "2.2.1"])
    static let refusing = Wish(
        name: "an order is refused", fields: [], ground: .consent("main"), clauses: ["b", "2.2.1", "1.8"])
    static let endingService = Wish(name: "a service is ended", fields: [], ground: .law, clauses: ["3.1"])
    static let withdrawingOrder = Wish(name: "an order is taken back", fields: [], ground: .law, clauses: ["3.1"])
    static let openingOrder = Wish(
        name: "support opens an order", fields: [1, 2], ground: .consent("main"),
        clauses: ["b", "2.2.1", "2.3.1", "1.8"], fieldClauses: ["b", "2.2.1", "2.3.1"])
    static let readingOrder = Wish(
        name: "the person reads an order", fields: [], ground: .law, clauses: ["3.1", "1.8"], isOwnReading: true)
}

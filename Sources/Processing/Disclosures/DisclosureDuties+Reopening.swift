import Permits
import Policy
import Primitives
import Storage

extension DisclosureDuties {
    /// An order has ended: withdrawals that were refused for it wait for staff again, with the days of the law from now on
    /// (Law 94-V, art. 8(7)), unless the person has consented again.
    ///
    /// - Returns: for the entry of the order's end, the consents that they are of, and the last day.
    package func orderClosed(
        _ number: Int, of subject: SubjectID, in transaction: any Transaction
    ) throws -> [String: String] {
        try reopen(of: subject, in: transaction) { $0.orderThatKeeps == number }
    }

    /// The same for all for which that has not been done: a term that was named is over, or an order was closed by a
    /// programme that did not ask. An entry for each person.
    ///
    /// - Returns: of how many persons.
    func reopenEnded(_ orders: @escaping StandingOrders) async throws -> Int {
        let today = Day(of: time.now, hoursEast: 5)
        var (reopened, last, fault): (Int, Bytes, (any Error)?) = (0, [], nil)
        while true {
            let from = last
            let page = try await gate.look { try DisclosureStore($0).refused(before: today, after: from, most: 200) }
            guard let newest = page.last else { break }
            last = newest.subject.bytes
            for (subject, caseID) in page {
                do {
                    if try await reopenEnded(of: subject, caseID, orders, today) { reopened += 1 }
                } catch let refusal as GateRefusal where refusal.kind != .unavailable {
                    // On record; the others do not wait for it.
                    continue
                } catch {
                    // The others first.
                    fault = fault ?? error
                }
            }
        }
        if let fault { throw fault }
        return reopened
    }

    private func reopenEnded(
        of subject: SubjectID, _ caseID: String, _ orders: @escaping StandingOrders, _ today: Day
    ) async throws -> Bool {
        let isOver: @Sendable (any Transaction) throws -> (Withdrawal) -> Bool = { transaction in
            let standing = try orders(subject, transaction)
            return { $0.isOver(standing, on: today) }
        }
        // Most of them rest on orders that go on.
        guard try await gate.look({ try !refusals(of: subject, in: $0, that: try isOver($0)).isEmpty }) else {
            return false
        }
        let sealer = try await gate.sealer(for: subject)
        return try await gate.perform { [self] transaction in
            try transaction.lock(subject, .exclusive)
            let note = try reopen(of: subject, in: transaction, that: try isOver(transaction))
            guard !note.isEmpty else { return false }
            let permit = try gate.permitToWrite(
                Ask(.recount, by: Actor(.sweep), on: subject, for: .rights, caseID: caseID), sealer: sealer,
                in: transaction)
            try permit.note(note, in: transaction)
            return true
        }
    }

    private func reopen(
        of subject: SubjectID, in transaction: any Transaction, that isOver: (Withdrawal) -> Bool
    ) throws -> [String: String] {
        let again = try refusals(of: subject, in: transaction, that: isOver)
        guard !again.isEmpty else { return [:] }
        let policy = try gate.book.inForce(in: transaction).document
        let term = try term("consent_withdrawal_stop", of: policy, after: time.now, in: transaction)
        for one in again { try DisclosureStore(transaction).reopen(one, term, at: time.now) }
        return [
            "reopened": again.map(\.consent.rawValue).sorted().joined(separator: " "), "due": term.due.description,
        ]
    }

    /// The newest withdrawal of each consent that the person has not given again, where it is one of these.
    private func refusals(
        of subject: SubjectID, in transaction: any Transaction, that isOver: (Withdrawal) -> Bool
    ) throws -> [Withdrawal] {
        let all = try DisclosureStore(transaction).withdrawals(of: subject)
        let over = Dictionary(all.map { ($0.consent, $0) }) { $1 }.values.filter(isOver)
        guard !over.isEmpty else { return [] }
        let history = try ConsentStore(transaction).history(of: subject)
        return over.filter { one in history.last { $0.consent == one.consent }?.isGiven != true }
    }
}

extension DisclosureDesk {
    /// Asks staff again about what they refused for a while that is over. - Returns: of how many persons.
    package func reopenEnded() async throws -> Int { try await duties.reopenEnded(orders) }
}

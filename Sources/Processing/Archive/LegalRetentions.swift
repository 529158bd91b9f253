import Agreements
import Permits
import Policy
import Primitives
import Storage

/// What laws have kept of a person whose purposes have ended: found in the rows of the rooms, under the policy in force.
package enum LegalRetentions {
    /// An agreement by which a service still goes on keeps as one that ended now: its term has not begun.
    ///
    /// - Parameter now: when they would be erased.
    /// - Returns: nil where no law has anything kept any longer.
    @Sendable package static func kept(
        of subject: SubjectID, under policy: PolicyDocument, at now: Instant, in transaction: any Transaction
    ) throws -> LegalKeep? {
        try kept(of: subject, by: policy.legalRetentions ?? [], at: now, in: transaction)
    }

    /// The same by these laws.
    static func kept(
        of subject: SubjectID, by declared: [LegalRetention], at now: Instant, in transaction: any Transaction
    ) throws -> LegalKeep? {
        guard !declared.isEmpty else { return nil }
        let orders = try OrderStore(transaction).all(of: subject)
        guard let caseID = orders.first?.reference.caseID else { return nil }
        var numbers: Set<String> = []
        var retentions: [LegalRetention] = []
        var last: Day?
        for retention in declared {
            for order in orders {
                guard let began = try order.day(of: retention.trigger, now, transaction) else { continue }
                numbers.insert("\(order.reference.number)")
                if retentions.last != retention { retentions.append(retention) }
                last = max(last ?? began, retention.destruction(after: began))
            }
        }
        guard let last else { return nil }
        let holdings = try AgreementsSchema.holdings(of: subject, transaction).filter {
            $0.kind == "orders" && $0.facts["order"].map(numbers.contains) == true
        }
        return LegalKeep(retentions, holdings: holdings, destruction: last, caseID: caseID)
    }
}

extension OrderRow {
    /// The day from which what a law has kept of an order counts; nil while it is not such a thing.
    fileprivate func day(
        of trigger: LegalRetention.Trigger, _ now: Instant, _ transaction: any Transaction
    ) throws(StorageError) -> Day? {
        let instant: Instant? =
            switch trigger {
            case .paidOrder: paidAt
            // An agreement counts from its end; one that goes on has none before now.
            case .concludedAgreement:
                switch state {
                case .accepted, .inWork, .done: now
                // Nothing was concluded where the operator ended it before accepting it.
                case .ended:
                    try OrderStore(transaction).steps(of: self).contains { $0.event == .accepted }
                        ? endedAt ?? now : nil
                case .placed, .refused, .withdrawn: nil
                }
            }
        return instant.map { Day(of: $0, hoursEast: 5) }
    }
}

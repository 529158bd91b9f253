import Agreements
import Permits
import Policy
import Primitives
import Storage

/// What laws have kept of a person whose purposes have ended: found in the rows of the rooms, under the policy in force.
package enum LegalRetentions {
    /// - Returns: nil where no law has anything kept any longer.
    @Sendable package static func kept(
        of subject: SubjectID, under policy: PolicyDocument, in transaction: any Transaction
    ) throws -> LegalKeep? {
        guard let declared = policy.legalRetentions, !declared.isEmpty else { return nil }
        let orders = try OrderStore(transaction).all(of: subject)
        guard let caseID = orders.first?.reference.caseID else { return nil }
        var numbers: Set<String> = []
        var retentions: [LegalRetention] = []
        var last: Day?
        for retention in declared {
            for order in orders {
                guard let began = order.day(of: retention.trigger) else { continue }
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
    /// The day on which an order began to be what a law has kept; nil while it is not.
    fileprivate func day(of trigger: LegalRetention.Trigger) -> Day? {
        let instant: Instant? =
            switch trigger {
            case .paidOrder: paidAt
            case .concludedAgreement:
                switch state {
                case .accepted, .inWork, .done, .ended: endedAt ?? placedAt
                case .placed, .refused, .withdrawn: nil
                }
            }
        return instant.map { Day(of: $0, hoursEast: 5) }
    }
}

import Permits
import Policy
import Primitives
import Storage

extension AgreementsSchema {
    /// What a person ordered, with what they accepted, each step, and why an order was refused.
    @Sendable package static func holdings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [Holding] {
        let store = OrderStore(transaction)
        return try store.all(of: subject).reversed().flatMap { order in
            let number = "\(order.reference.number)"
            return try store.texts(of: order).map { one in
                Holding(
                    "orders",
                    [
                        "order": number, "service": order.service.rawValue, "agreement": "\(order.agreement)",
                        "state": order.state.rawValue, "sha256": order.textHash.hex, "what": one.text.rawValue,
                        "placed_at": order.placedAt.description, "paid_at": order.paidAt?.description,
                        "ended_at": order.endedAt?.description,
                    ], text: Holding.Text(one.text.field, one.sealed))
            }
                + store.steps(of: order).map { step in
                    Holding("order_steps", ["order": number, "event": step.event.rawValue, "at": step.at.description])
                }
        }
    }
}

import Permits
import Policy
import Primitives
import Storage

extension DisclosuresSchema {
    /// What was handed to whom, which consents were withdrawn, and who was told.
    @Sendable package static func holdings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [Holding] {
        let store = DisclosureStore(transaction)
        return try store.disclosures(of: subject).map { one in
            Holding(
                "disclosures",
                [
                    "recipient": one.recipient.rawValue, "purpose": one.purpose.rawValue,
                    "fields": one.fields.map(\.description).joined(separator: ","), "edition": "\(one.edition)",
                    "consent": one.consent?.rawValue, "at": one.at.description,
                ])
        }
            + store.withdrawals(of: subject).map { one in
                Holding(
                    "withdrawals",
                    [
                        "consent": one.consent.rawValue, "edition": "\(one.edition)", "at": one.at.description,
                        "due": one.term.due.description, "state": one.state.rawValue,
                        "closed_at": one.closedAt?.description, "ground": one.ground,
                        "order": one.order.map { "\($0)" }, "reopened_at": one.reopenedAt?.description,
                        "keep_until": one.keepUntil?.description,
                        "outside": one.isOutside ? "1" : nil,
                    ])
            }
            + store.tellings(of: subject).map { one in
                Holding(
                    "tellings",
                    [
                        "kind": one.kind.rawValue, "recipient": one.recipient?.rawValue,
                        "field": one.field?.description, "at": one.at.description, "told_on": one.toldOn?.description,
                        "way": one.way?.rawValue,
                    ])
            }
    }
}

import Access
import Permits
import Policy
import Primitives
import Storage

extension RegistrationSchema {
    /// Addresses and proposed values; the registration itself and what is written about it are told with it.
    @Sendable package static func holdings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [Holding] {
        let contacts = try RegistrationStore(transaction).contacts(of: subject).values
        let entry = try CounterStore(transaction).find(subject)
        let corrections = try CorrectionStore(transaction).all(of: subject)
        return contacts.sorted { $0.channel.rawValue < $1.channel.rawValue }.map { row in
            Holding("contacts", ["channel": row.channel.rawValue, "confirmed_at": row.confirmedAt?.description])
        }
            + [entry].compactMap(\.self).map { row in
                Holding("counter", ["channel": row.way.rawValue, "at": row.createdAt.description])
            }
            + corrections.map { row in
                // The value of one that was decided is gone.
                let isOpen = row.state == .proposed
                return Holding(
                    "corrections",
                    ["field": row.field.description, "state": row.state.rawValue, "at": row.at.description],
                    text: isOpen
                        ? Holding.Text(
                            .proposedValue, SealedItem(row.value, label: CorrectionRow.label(row.id), in: .record))
                        : nil)
            }
    }
}

import Policy
import Primitives
import Storage

/// A transfer of data to a recipient: to whom, which, what for, when. What the data were is not kept again.
package struct Disclosure: Sendable, Hashable, Identifiable {
    package let id: Identifier<Disclosure>
    package let subject: SubjectID
    /// The number of the registration.
    package let caseID: String
    package let recipient: RecipientID
    package let fields: [FieldNumber]
    package let purpose: PurposeID
    /// In force then.
    package let edition: Int
    /// The recipient's own consent on which it rested; nil where the service needs the recipient.
    package let consent: ConsentID?
    package let at: Instant
}

extension Disclosure {
    static let selection: SQL = """
        SELECT id, subject_id, case_id, recipient, fields, purpose, edition, consent, at FROM disclosure
        """

    init(row: Row) throws(StorageError) {
        id = try row.identifier(0)
        subject = try row.identifier(1)
        caseID = try row.text(2)
        recipient = RecipientID(try row.text(3))
        fields = try row.text(4).split(separator: ",").compactMap { Int($0) }.map { FieldNumber($0) }
        purpose = PurposeID(try row.text(5))
        edition = Int(try row.int(6))
        consent = try row.textIfAny(7).map { ConsentID($0) }
        at = try row.instant(8)
    }
}

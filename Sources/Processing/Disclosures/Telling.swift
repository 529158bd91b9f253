import Policy
import Primitives
import Storage

/// Somebody is to be told: a recipient of a withdrawal or a correction, or the person of a transfer.
package struct Telling: Sendable, Hashable, Identifiable {
    package let id: Identifier<Telling>
    package let subject: SubjectID
    package let caseID: String
    package let kind: Kind
    /// The withdrawal or the transfer that it is about; for a correction, what it is about is the field.
    package let about: Bytes
    /// Who is told; nil for the person.
    package let recipient: RecipientID?
    package let at: Instant
    package let term: CountedTerm
    /// The day on which they were told; nil while they are still to be.
    package let toldOn: Day?
    package let way: Way?

    package enum Kind: String, Sendable, CaseIterable {
        /// A recipient, of a consent that was withdrawn.
        case withdrawal
        /// A recipient, of a datum that was corrected (art. 25(2)(8) taken on to those who have it).
        case correction
        /// The person, of a transfer (art. 19(1)).
        case transfer
    }

    /// In which way somebody was told. The raw values stand in the database.
    package enum Way: String, Sendable, CaseIterable {
        case email, post, telephone, hand
        /// By a message of this programme, which the mail server or the gateway took.
        case message

        /// Those that staff can mark.
        package static let byStaff: [Way] = [.email, .post, .telephone, .hand]
    }

    /// The field that was corrected.
    package var field: FieldNumber? {
        kind == .correction ? Int(String(decoding: about, as: UTF8.self)).map { FieldNumber($0) } : nil
    }
}

extension Telling {
    static let selection: SQL = """
        SELECT id, subject_id, case_id, kind, about, recipient, at, term, told_on, way FROM telling
        """

    init(row: Row) throws(StorageError) {
        guard let kind = Kind(rawValue: try row.text(3)), let term = CountedTerm(try row.text(7)) else {
            throw .unexpected("telling row")
        }
        id = try row.identifier(0)
        subject = try row.identifier(1)
        caseID = try row.text(2)
        self.kind = kind
        about = try row.bytes(4)
        recipient = try row.textIfAny(5).map { RecipientID($0) }
        at = try row.instant(6)
        self.term = term
        toldOn = try row.intIfAny(8).map { Day(daysSince1970: Int($0)) }
        way = try row.textIfAny(9).flatMap(Way.init(rawValue:))
    }
}

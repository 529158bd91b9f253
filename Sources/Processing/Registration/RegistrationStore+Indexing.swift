import Access
import Permits
import Policy
import Primitives
import Storage

extension RegistrationStore {
    /// The first persons after one, by identifier, of whom a contact is kept, with what of it belongs into the index of
    /// addresses: nothing of those who have no registration or have not confirmed it.
    func contacts(
        after last: Bytes, most: Int
    ) throws -> [(subject: SubjectID, kept: [Channel: AddressBook.Kept])] {
        let subjects = try transaction.rows(
            "SELECT DISTINCT subject_id FROM contact WHERE subject_id > \(last) ORDER BY subject_id LIMIT \(most)"
        ).map { try $0.identifier(0) as SubjectID }
        guard !subjects.isEmpty else { return [] }
        let bytes = subjects.map(\.bytes)
        var drafts: [SubjectID: Bool] = [:]
        for row in try transaction.rows("SELECT subject_id, state FROM registration WHERE subject_id IN (\(bytes))") {
            drafts[try row.identifier(0)] = try row.text(1) == RegistrationRow.State.draft.rawValue
        }
        var kept: [SubjectID: [Channel: AddressBook.Kept]] = [:]
        for row in try transaction.rows(
            """
            SELECT subject_id, channel, target, confirmed_at, digests FROM contact
            WHERE subject_id IN (\(bytes)) AND confirmed_at IS NOT NULL
            """)
        {
            let (subject, contact): (SubjectID, ContactRow) = (try row.identifier(0), try Self.contact(row, from: 1))
            guard let isDraft = drafts[subject], let confirmedAt = contact.confirmedAt else { continue }
            // An e-mail address is one person's alone once they have sent their registration.
            kept[subject, default: [:]][contact.channel] = AddressBook.Kept(
                contact.digests.map { ($0.version, $0.digest) }, isSole: contact.channel == .email && !isDraft,
                confirmedAt: confirmedAt)
        }
        return subjects.map { ($0, kept[$0] ?? [:]) }
    }
}

import Access
import Permits
import Primitives
import Storage

extension RegistrationStore {
    /// Addresses that persons have given, confirmed or not, for a change of the index key.
    package static let indexRoom = IndexRoom { version, after, most, transaction in
        var (found, last): ([SubjectID], Bytes) = ([], after)
        while found.count < most {
            let page = try transaction.rows(
                """
                SELECT subject_id, digests FROM contact WHERE subject_id > \(last)
                ORDER BY subject_id, channel LIMIT 1000
                """
            ).map { (subject: try $0.identifier(0) as SubjectID, digests: try $0.bytesIfAny(1)) }
            guard let newest = page.last else { return found }
            last = newest.subject.bytes
            for row in page where found.last != row.subject {
                let versions = row.digests.map { AddressDigest.separated($0).map(\.version) } ?? [1]
                if !versions.contains(version) { found.append(row.subject) }
            }
            // The last person's other row may be on the next page.
            if found.last != newest.subject,
                try RegistrationStore(transaction).waits(newest.subject, for: version)
            {
                found.append(newest.subject)
            }
        }
        return Array(found.prefix(most))
    } enter: { person, transaction in
        for (channel, contact) in try RegistrationStore(transaction).contacts(of: person.subject) {
            guard let digests = person.digests[channel.field], let newest = digests.first else { continue }
            // One under ended versions alone came back with a backup: it is still the address in the record, since the two
            // are stored together.
            let hasEnded = !contact.digests.contains { kept in digests.contains { $0.version == kept.version } }
            guard hasEnded || digests.contains(where: { made in contact.digests.contains { $0.digest == made.digest } })
            else { continue }
            if hasEnded {
                try AddressBook.renew(
                    channel.field, from: contact.digests.map(\.digest), to: digests, of: person.subject,
                    in: transaction)
            }
            try transaction.send(
                """
                UPDATE contact SET target = \(newest.digest), digests = \(AddressDigest.joined(digests))
                WHERE subject_id = \(person.subject) AND channel = \(channel.rawValue)
                """)
        }
    }

    private func waits(_ subject: SubjectID, for version: Int) throws(StorageError) -> Bool {
        try contacts(of: subject).values.contains { contact in !contact.digests.contains { $0.version == version } }
    }
}

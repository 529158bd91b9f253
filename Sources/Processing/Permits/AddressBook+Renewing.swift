import Policy
import Primitives
import Storage

extension AddressBook {
    /// The blind index itself, for a change of its key.
    package static let indexRoom = IndexRoom { version, after, most, transaction in
        var (found, last): ([SubjectID], Bytes) = ([], after)
        while found.count < most {
            let subjects = try transaction.rows(
                """
                SELECT DISTINCT subject_id FROM address WHERE subject_id > \(last) AND version < \(version)
                ORDER BY subject_id LIMIT \(most)
                """
            ).map { try $0.identifier(0) as SubjectID }
            guard let newest = subjects.last else { break }
            last = newest.bytes
            found += try waiting(subjects, for: version, in: transaction)
        }
        return Array(found.prefix(most))
    } enter: { person, transaction in
        for (field, digests) in person.digests {
            // The record of a person may hold another address by now than the one that was confirmed; staff's does not change.
            let known = person.kind == .staff ? nil : digests.map(\.digest)
            try renew(field, from: known, to: digests, of: person.subject, in: transaction)
        }
    }

    /// Those of `subjects`, in their order, of whom a field has digests and none under `version`.
    private static func waiting(
        _ subjects: [SubjectID], for version: Int, in transaction: any Transaction
    ) throws -> [SubjectID] {
        var versions: [SubjectID: [Int64: Set<Int64>]] = [:]
        for row in try transaction.rows(
            "SELECT subject_id, field, version FROM address WHERE subject_id IN (\(subjects.map(\.bytes)))")
        {
            versions[try row.identifier(0), default: [:]][try row.int(1), default: []].insert(try row.int(2))
        }
        return subjects.filter { subject in
            versions[subject, default: [:]].values.contains { held in
                !held.contains(Int64(version)) && held.contains { $0 < version }
            }
        }
    }

    /// Enters an address that is in the index already under other digests too.
    ///
    /// - Parameter known: the digests under which it is there; nil for whatever address of the field it is.
    package static func renew(
        _ field: FieldNumber, from known: [Bytes]?, to digests: [(version: Int, digest: Bytes)], of subject: SubjectID,
        in transaction: any Transaction
    ) throws {
        let rows = try transaction.rows(
            """
            SELECT digest, state, at FROM address WHERE subject_id = \(subject) AND field = \(field.rawValue)
            ORDER BY version DESC
            """
        ).map { (digest: try $0.bytes(0), state: try $0.text(1), at: try $0.instant(2)) }
        guard let former = rows.first(where: { row in known.map { $0.contains(row.digest) } ?? true }) else { return }
        for (version, digest) in digests.sorted(by: { $0.digest.lexicographicallyPrecedes($1.digest) }) {
            try transaction.send(
                """
                INSERT INTO address (digest, subject_id, field, version, state, at)
                VALUES (\(digest), \(subject), \(field.rawValue), \(version), \(former.state), \(former.at))
                ON CONFLICT DO NOTHING
                """)
        }
    }

    private static let removedAtOnce = 500

    /// Deletes what stands under versions of the index key that have ended.
    func removeEnded(before version: Int) async throws {
        var last: (digest: Bytes, subject: Bytes) = ([], [])
        while true {
            let from = last
            let page = try await gate.look { transaction in
                try transaction.rows(
                    """
                    SELECT digest, subject_id, version FROM address
                    WHERE digest > \(from.digest) OR (digest = \(from.digest) AND subject_id > \(from.subject))
                    ORDER BY digest, subject_id LIMIT \(Self.removedAtOnce)
                    """
                ).map { (digest: try $0.bytes(0), subject: try $0.bytes(1), version: Int(try $0.int(2))) }
            }
            guard let newest = page.last else { return }
            last = (newest.digest, newest.subject)
            let ended = page.filter { $0.version < version }
            guard !ended.isEmpty else { continue }
            try await gate.perform { transaction in
                for row in ended {
                    try transaction.send(
                        "DELETE FROM address WHERE digest = \(row.digest) AND subject_id = \(row.subject)")
                }
            }
        }
    }
}

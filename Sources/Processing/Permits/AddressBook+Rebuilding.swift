import Policy
import Primitives
import Storage
import Vault

extension AddressBook {
    /// An address as what is kept beside a person's record tells it.
    package struct Kept: Sendable {
        /// Its digests under the versions of the index key at the time it was given.
        package let digests: [(version: Int, digest: Bytes)]
        /// Nobody else may hold it; asked only where the index does not say.
        package let isSole: Bool
        package let confirmedAt: Instant

        package init(_ digests: [(version: Int, digest: Bytes)], isSole: Bool, confirmedAt: Instant) {
            self.digests = digests
            self.isSole = isSole
            self.confirmedAt = confirmedAt
        }
    }

    /// How far the index was from what it is made anew of.
    package enum Settled: Sendable {
        case same, entered, removed
        /// Somebody else holds the address alone; nothing is entered.
        case taken
    }

    /// Makes what the index holds of a field of a person be one address, or none.
    package func settle(
        _ field: FieldNumber, as kept: Kept?, of subject: SubjectID, in transaction: any Transaction
    ) throws -> Settled {
        let held = try transaction.rows(
            """
            SELECT digest, version, state FROM address
            WHERE subject_id = \(subject) AND field = \(field.rawValue) ORDER BY version DESC
            """
        ).map { (digest: try $0.bytes(0), version: Int(try $0.int(1)), state: try $0.text(2)) }
        guard let kept else {
            guard !held.isEmpty else { return .same }
            try remove(field, of: subject, in: transaction)
            return .removed
        }
        let versions = Set(try gate.ring.indexVersions().map(\.number))
        let due = Set(kept.digests.filter { versions.contains($0.version) }.map(\.digest))
        // Under ended versions alone: the change of the index key, which goes by these rows, has still to reach it.
        guard !due.isEmpty, due != Set(held.filter { versions.contains($0.version) }.map(\.digest)) else {
            return .same
        }
        let former = held.first { due.contains($0.digest) }?.state
        try remove(field, of: subject, in: transaction)
        let isEntered = try enter(
            field, kept.digests, of: subject, sole: former.map { $0 == "sole" } ?? kept.isSole, at: kept.confirmedAt,
            in: transaction)
        return isEntered ? .entered : .taken
    }

    /// The persons with a row in the index after one, by identifier, with the fields of theirs.
    package func holders(
        after last: Bytes, most: Int, in transaction: any Transaction
    ) throws -> [SubjectID: Set<FieldNumber>] {
        let subjects = try transaction.rows(
            """
            SELECT DISTINCT subject_id FROM address WHERE subject_id > \(last) ORDER BY subject_id LIMIT \(most)
            """
        ).map { try $0.bytes(0) }
        guard !subjects.isEmpty else { return [:] }
        var holders: [SubjectID: Set<FieldNumber>] = [:]
        for row in try transaction.rows("SELECT subject_id, field FROM address WHERE subject_id IN (\(subjects))") {
            holders[try row.identifier(0), default: []].insert(FieldNumber(Int(try row.int(1))))
        }
        return holders
    }
}

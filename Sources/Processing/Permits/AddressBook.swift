import Policy
import Primitives
import Storage
import Vault

/// The blind index of confirmed addresses: finds a person by e-mail or telephone without storing either.
package struct AddressBook: Sendable {
    let gate: Gate

    package init(_ gate: Gate) { self.gate = gate }

    /// The digests of a normalised address, the newest version of the index key first.
    package func digests(_ field: FieldNumber, _ address: String) throws -> [(version: Int, digest: Bytes)] {
        try gate.indexed(field, address)
    }

    /// The person to whom an address alone belongs; nil when there is none.
    package func holder(_ digests: [Bytes], in transaction: any Transaction) throws -> SubjectID? {
        try Self.holder(try askHolder(digests, in: transaction))
    }

    /// Asks to whom an address alone belongs, with what is asked next.
    package func askHolder(_ digests: [Bytes], in transaction: any Transaction) throws -> [Asked] {
        try digests.map { digest in
            try transaction.ask("SELECT subject_id FROM address WHERE digest = \(digest) AND state = 'sole'")
        }
    }

    /// What ``askHolder(_:in:)`` asked for.
    package static func holder(_ asked: [Asked]) throws -> SubjectID? {
        for digest in asked {
            if let row = try digest.row() { return try row.identifier(0) }
        }
        return nil
    }

    /// All persons who have confirmed an address, the newest first.
    package func persons(_ digests: [Bytes], in transaction: any Transaction) throws -> [SubjectID] {
        var found: [SubjectID] = []
        for digest in digests {
            let rows = try transaction.rows(
                "SELECT subject_id FROM address WHERE digest = \(digest) ORDER BY at DESC LIMIT 20")
            for row in rows {
                let subject: SubjectID = try row.identifier(0)
                if !found.contains(subject) { found.append(subject) }
            }
        }
        return found
    }

    /// The addresses that a person has confirmed, the newest first.
    package func addresses(
        of subject: SubjectID, in transaction: any Transaction
    ) throws -> [(field: FieldNumber, digest: Bytes)] {
        try transaction.rows(
            "SELECT field, digest FROM address WHERE subject_id = \(subject) ORDER BY at DESC, version DESC LIMIT 20"
        ).map { (FieldNumber(Int(try $0.int(0))), try $0.bytes(1)) }
    }

    /// Enters a confirmed address.
    ///
    /// - Parameter sole: nobody else may hold it (an e-mail once the person is registered).
    /// - Returns: false when somebody else holds it alone; nothing is entered then.
    package func enter(
        _ field: FieldNumber, _ digests: [(version: Int, digest: Bytes)], of subject: SubjectID, sole: Bool,
        at now: Instant, in transaction: any Transaction
    ) throws -> Bool {
        // Kept since before a version ended, which finds nobody any more.
        let versions = Set(try gate.ring.indexVersions().map(\.number))
        let living = digests.filter { versions.contains($0.version) }
        let entering = living.isEmpty ? digests : living
        for (version, digest) in entering.sorted(by: { $0.digest.lexicographicallyPrecedes($1.digest) }) {
            try transaction.send("DELETE FROM address WHERE digest = \(digest) AND subject_id = \(subject)")
            let entry: SQL = """
                INSERT INTO address (digest, subject_id, field, version, state, at)
                VALUES (\(digest), \(subject), \(field.rawValue), \(version), \(sole ? "sole" : "shared"), \(now))
                ON CONFLICT DO NOTHING
                """
            if sole {
                guard try transaction.run(entry) == 1 else { return false }
            } else {
                // Others may hold it as well.
                try transaction.send(entry)
            }
        }
        return true
    }

    /// Takes a person's addresses of one field out of the index.
    package func remove(_ field: FieldNumber, of subject: SubjectID, in transaction: any Transaction) throws {
        try transaction.send("DELETE FROM address WHERE subject_id = \(subject) AND field = \(field.rawValue)")
    }
}

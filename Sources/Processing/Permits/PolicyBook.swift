import Policy
import Primitives
import Storage
import Synchronization

/// The editions of the policy as this process knows them; a newer one in the database is loaded before anything is decided.
package final class PolicyBook: Sendable {
    private let editions = Mutex<[Int: Edition]>([:])

    package init() {}

    /// The edition in force, as the transaction sees it.
    /// - Throws: `StorageError.unexpected` when none was ever published.
    package func inForce(in transaction: any Transaction) throws -> Edition {
        guard let row = try transaction.row("SELECT MAX(number) FROM edition"), let number = try row.intIfAny(0),
            let edition = try edition(Int(number), in: transaction)
        else { throw StorageError.unexpected("no edition is published") }
        return edition
    }

    /// An edition by its number; nil when there is none.
    package func edition(_ number: Int, in transaction: any Transaction) throws -> Edition? {
        if let known = editions.withLock({ $0[number] }) { return known }
        guard
            let row = try transaction.row(
                "SELECT canonical, in_force_since, hash FROM edition WHERE number = \(number)")
        else { return nil }
        let edition = try Edition(number: number, inForceSince: try row.instant(1), canonical: try row.bytes(0))
        guard edition.hash == (try row.bytes(2)) else { throw StorageError.unexpected("edition \(number) was changed") }
        editions.withLock { $0[number] = edition }
        return edition
    }

    /// All editions, the newest first.
    package func all(in transaction: any Transaction) throws -> [Edition] {
        try transaction.rows("SELECT number FROM edition ORDER BY number DESC").compactMap { row in
            try edition(Int(try row.int(0)), in: transaction)
        }
    }
}

extension Gate {
    /// Publishes a document as the next edition; in force from this instant.
    ///
    /// - Returns: the edition in force afterwards; the same as before when nothing changed.
    package func publish(_ document: PolicyDocument) async throws -> Edition {
        let now = time.now
        let canonical = try document.canonical()
        return try await perform { [self] transaction in
            let newest = try transaction.row("SELECT MAX(number) FROM edition")?.intIfAny(0).map(Int.init)
            let edition = try Edition(number: (newest ?? 0) + 1, inForceSince: now, document: document)
            if let newest, let current = try book.edition(newest, in: transaction), current.hash == edition.hash {
                return current
            }
            let isNext = try transaction.run(
                """
                INSERT INTO edition (number, hash, in_force_since, canonical)
                VALUES (\(edition.number), \(edition.hash), \(now), \(canonical)) ON CONFLICT DO NOTHING
                """)
            // Another process published meanwhile: this is run again and finds its edition.
            guard isNext == 1 else { throw StorageError.serialisation }
            try appendPublication(of: edition, in: transaction)
            return edition
        }
    }
}

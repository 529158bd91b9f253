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
        guard let edition = try newest(in: transaction) else {
            throw StorageError.unexpected("no edition is published")
        }
        return edition
    }

    func newest(in transaction: any Transaction) throws -> Edition? {
        guard let number = try transaction.row("SELECT MAX(number) FROM edition")?.intIfAny(0) else { return nil }
        return try edition(Int(number), in: transaction)
    }

    /// Keeps an edition whose publication is durable.
    func remember(_ edition: Edition) { editions.withLock { $0[edition.number] = edition } }

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
    /// The edition in force; nil when none was ever published.
    package func editionInForce() async throws -> Edition? {
        try await database.read { [book] transaction in try book.newest(in: transaction) }
    }

    /// Publishes a document as the next edition; in force from this instant.
    ///
    /// - Returns: the edition in force afterwards; the same as before when nothing changed.
    package func publish(_ document: PolicyDocument) async throws -> Edition {
        let canonical = try document.canonical()
        while true {
            let newest = try await database.read { [book] transaction in try book.newest(in: transaction) }
            let edition = try Edition(
                number: (newest?.number ?? 0) + 1, inForceSince: time.now, document: document)
            if let newest, newest.hash == edition.hash { return newest }
            if try await publish(edition, canonical: canonical) { return edition }
        }
    }

    /// Publishes an edition that was made ready before.
    ///
    /// - Parameter canonical: the canonical form of its document.
    /// - Returns: false when it is not the next one, as when another process published meanwhile; nothing is done then.
    package func publish(_ edition: Edition, canonical: Bytes) async throws -> Bool {
        let isNext = try await perform { [self] transaction in
            let newest = try transaction.row("SELECT MAX(number) FROM edition")?.intIfAny(0) ?? 0
            guard newest + 1 == Int64(edition.number) else { return false }
            let added = try transaction.run(
                """
                INSERT INTO edition (number, hash, in_force_since, canonical)
                VALUES (\(edition.number), \(edition.hash), \(edition.inForceSince), \(canonical))
                ON CONFLICT DO NOTHING
                """)
            guard added == 1 else { return false }
            try appendPublication(of: edition, in: transaction)
            return true
        }
        if isNext { book.remember(edition) }
        return isNext
    }
}

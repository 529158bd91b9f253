import Primitives
import Storage

/// Gives a database that was put back from before the newest tree that is left, so that nothing that was signed is taken
/// back: the tree goes on from its newest leaf, and a checkpoint or receipt of any state of it stays a part of it.
package struct LedgerAdoption: Sendable {
    private let newest: any Database
    private let database: any Database

    /// The part of the tree that is newer than the rows beside it.
    package struct Gap: Hashable, Sendable {
        /// Entries of the tree as it was put back.
        package let from: Int
        package let fromRoot: Bytes
        /// Entries of the newest one.
        package let to: Int
        package let toRoot: Bytes
        /// Entries about persons in between, and of those that waited, to which no row here leads.
        package let lost: Int

        package init(from: Int, fromRoot: Bytes, to: Int, toRoot: Bytes, lost: Int) {
            self.from = from
            self.fromRoot = fromRoot
            self.to = to
            self.toRoot = toRoot
            self.lost = lost
        }

        /// What the entry of a restore notes of it.
        package var note: [String: String] {
            [
                LedgerEntry.fromWord: "\(from)", LedgerEntry.toWord: "\(to)", "root": toRoot.hex,
                LedgerEntry.lostWord: "\(lost)", "why": "older_data",
            ]
        }
    }

    /// - Parameters:
    ///   - newest: where the newest tree is; it is only read, and has been derived anew (``LedgerReader/later(than:root:signedBy:keeping:progress:)``).
    ///   - database: that was put back, which nobody else uses meanwhile.
    package init(of newest: any Database, into database: any Database) {
        self.newest = newest
        self.database = database
    }

    /// - Returns: nil when nothing of the tree is newer.
    /// - Throws: ``LedgerError/forked`` when the newest tree does not continue the one that was put back.
    package func run() async throws -> Gap? {
        let (head, ended) = try await newest.read { transaction in
            let store = TreeStore(transaction: transaction)
            return (try store.head(), try store.formerLogs())
        }
        let old = try await database.read { try TreeStore(transaction: $0).head() }
        guard head.size >= old.size else { throw LedgerError.forked }
        let width = TreeHashes.width
        var named = 0
        for number in (old.size / width)..<max(old.size / width, (head.size + width - 1) / width) {
            let bundle = try await newest.read { try TreeStore(transaction: $0).bundle(number) }
            let held = try bundle.map { try EntryBundle.entries(in: $0) } ?? []
            let wanted = held.prefix(head.size - number * width).dropFirst(max(0, old.size - number * width))
            named += try await append(Array(wanted))
        }
        let waiting = try await newest.read { try TreeStore(transaction: $0).waiting() }
        let (own, strangers) = try await database.write { transaction in
            let store = TreeStore(transaction: transaction)
            let now = try store.head()
            guard now.size == head.size, now.root == head.root else { throw LedgerError.forked }
            try transaction.run(
                """
                UPDATE tree SET note = \(head.note), origin = \(head.origin), cosigned = \(head.cosigned) WHERE id = 1
                """)
            for log in ended {
                try transaction.run(
                    """
                    INSERT INTO former_log (origin, kept, note, at)
                    VALUES (\(log.origin), \(log.kept), \(log.note), \(log.at)) ON CONFLICT DO NOTHING
                    """)
            }
            return (try store.dropTaken(), try store.wait(for: waiting))
        }
        let lost = named - own + strangers
        guard head.size > old.size || lost > 0 else { return nil }
        return Gap(from: old.size, fromRoot: old.root, to: head.size, toRoot: head.root, lost: lost)
    }

    /// - Returns: how many of them are about a person.
    private func append(_ entries: [Bytes]) async throws -> Int {
        let read = try entries.map { (octets: $0, entry: try LedgerEntry(canonical: $0)) }
        guard !read.isEmpty else { return 0 }
        try await database.write { transaction in
            let store = TreeStore(transaction: transaction)
            try store.lock()
            let head = try store.head()
            let root = try store.append(read.map { ($0.entry.id.bytes, $0.octets) }, after: head.size)
            guard try store.move(from: (head.size, head.root), to: head.size + read.count, root: root) else {
                throw StorageError.serialisation
            }
        }
        return read.count { $0.entry.whom != nil }
    }
}

extension LedgerEntry {
    /// The act of a restore; its entry notes the part of the tree that is newer than the rows that were put back, and how
    /// many entries about persons in it have no row any more.
    package static let restoreAct = "restore"
    static let fromWord = "from"
    static let toWord = "to"
    static let lostWord = "lost"
}

extension TreeStore {
    struct FormerLog: Sendable {
        let origin: String
        let kept: Int
        let note: String
        let at: Instant
    }

    func formerLogs() throws(StorageError) -> [FormerLog] {
        try transaction.rows("SELECT origin, kept, note, at FROM former_log ORDER BY at, origin")
            .map { row throws(StorageError) in
                FormerLog(
                    origin: try row.text(0), kept: Int(try row.int(1)), note: try row.text(2), at: try row.instant(3))
            }
    }

    /// The octets of all entries that wait for their leaves.
    func waiting() throws(StorageError) -> [Bytes] {
        try transaction.rows("SELECT entry FROM pending_entry ORDER BY at, id")
            .map { row throws(StorageError) in try row.bytes(0) }
    }

    /// Takes out of what waits the entries that have their leaves by now. - Returns: how many of them have a row of a person.
    func dropTaken() throws(StorageError) -> Int {
        let rows = try transaction.rows("SELECT subject_id, id FROM pending_entry ORDER BY at, id")
        let leaves = try LedgerStore(transaction).leaves(
            of: try rows.map { row throws(StorageError) in try row.bytes(1) })
        var own = 0
        for row in rows {
            let (subject, id) = (try row.bytes(0), try row.bytes(1))
            guard leaves[id] != nil else { continue }
            try transaction.run("DELETE FROM pending_entry WHERE subject_id = \(subject) AND id = \(id)")
            if subject.contains(where: { $0 != 0 }) { own += 1 }
        }
        return own
    }

    /// Lets entries wait here too, about nobody whom these rows know; one that waits already stays as it is.
    ///
    /// - Returns: how many of them are about a person.
    func wait(for entries: [Bytes]) throws -> Int {
        var named = 0
        let held = Set(
            try transaction.rows("SELECT id FROM pending_entry").map { row throws(StorageError) in try row.bytes(0) })
        for octets in entries {
            let entry = try LedgerEntry(canonical: octets)
            guard !held.contains(entry.id.bytes) else { continue }
            try LedgerStore(transaction).append(entry, subject: nil)
            if entry.whom != nil { named += 1 }
        }
        return named
    }
}

import Primitives
import Storage

/// Tree, tiles and bundles in an open transaction.
struct TreeStore {
    let transaction: any Transaction

    /// The tree as stored.
    struct Head {
        var size = 0
        var root = MerkleTree.emptyRoot
        /// The newest checkpoint, signed; empty while there is none.
        var note = ""
        /// The name of the log; nil for the first one on this database.
        var origin: String?
        /// The newest checkpoint that witnesses have signed too.
        var cosigned: String?
    }

    /// The tree as stored; an empty one when there is none yet.
    func head() throws(StorageError) -> Head {
        guard let row = try transaction.row("SELECT size, root, note, origin, cosigned FROM tree WHERE id = 1") else {
            return Head()
        }
        return Head(
            size: Int(try row.int(0)), root: try row.bytes(1), note: try row.text(2), origin: try row.textIfAny(3),
            cosigned: try row.textIfAny(4))
    }

    /// Makes others that would move the tree wait until the end of the transaction, so that none works in vain.
    func lock() throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO tree (id, size, root, note) VALUES (1, 0, \(MerkleTree.emptyRoot), '') ON CONFLICT DO NOTHING
            """)
        try hold()
    }

    /// The same where there is a tree; makes none.
    func hold() throws(StorageError) { try transaction.send("UPDATE tree SET id = id WHERE id = 1") }

    /// Moves the tree by compare-and-set. - Returns: false when it has moved meanwhile.
    func move(from old: (size: Int, root: Bytes), to size: Int, root: Bytes) throws(StorageError) -> Bool {
        try transaction.run(
            "UPDATE tree SET size = \(size), root = \(root) WHERE id = 1 AND size = \(old.size) AND root = \(old.root)")
            == 1
    }

    /// Publishes a note, unless a later one is published already.
    ///
    /// - Throws: ``LedgerError/forked`` when the tree does not begin with that of the note.
    func publish(_ note: SignedNote, of checkpoint: Checkpoint) throws {
        try lock()
        let head = try head()
        // Another process began a new log meanwhile; what the old one signed is no news of it.
        guard head.origin.map({ $0 == checkpoint.origin }) ?? true else { throw LedgerError.forked }
        // The database may have been put back since the tree was committed.
        guard try continues(checkpoint, size: head.size, root: head.root) else { throw LedgerError.forked }
        if let published = try Self.checkpoint(in: head.note), published.size >= checkpoint.size { return }
        try transaction.send("UPDATE tree SET note = \(note.description) WHERE id = 1")
    }

    /// What a stored note says, its signature unchecked; nil when there is none.
    static func checkpoint(in note: String) throws -> Checkpoint? {
        note.isEmpty ? nil : try Checkpoint(text: try SignedNote(parsing: note).text)
    }

    func tile(_ level: Int, _ number: Int) throws -> Bytes {
        guard let tile = try tileIfAny(level, number) else { throw LedgerError.malformed }
        return tile
    }

    func tileIfAny(_ level: Int, _ number: Int) throws(StorageError) -> Bytes? {
        try transaction.row("SELECT content FROM tile WHERE level = \(level) AND number = \(number)")
            .map { row throws(StorageError) in try row.bytes(0) }
    }

    func setTile(_ level: Int, _ number: Int, _ content: Bytes) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO tile (level, number, content) VALUES (\(level), \(number), \(content))
            ON CONFLICT (level, number) DO UPDATE SET content = excluded.content
            """)
    }

    func bundle(_ number: Int) throws(StorageError) -> Bytes? {
        try transaction.row("SELECT content FROM bundle WHERE number = \(number)")
            .map { row throws(StorageError) in try row.bytes(0) }
    }

    func setBundle(_ number: Int, _ content: Bytes) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO bundle (number, content) VALUES (\(number), \(content))
            ON CONFLICT (number) DO UPDATE SET content = excluded.content
            """)
    }

    var hashes: TreeHashes { TreeHashes { try tile($0, $1) } }
}

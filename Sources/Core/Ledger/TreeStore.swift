import Primitives
import Storage

/// Tree, tiles and bundles in an open transaction.
struct TreeStore {
    let transaction: any Transaction

    /// Size and root of the tree as stored; an empty one when there is none yet.
    func head() throws(StorageError) -> (size: Int, root: Bytes, note: String) {
        guard let row = try transaction.row("SELECT size, root, note FROM tree WHERE id = 1") else {
            return (0, MerkleTree.emptyRoot, "")
        }
        return (Int(try row.int(0)), try row.bytes(1), try row.text(2))
    }

    /// Moves the tree by compare-and-set. - Returns: false when it has moved meanwhile.
    func move(from old: (size: Int, root: Bytes), to size: Int, root: Bytes) throws(StorageError) -> Bool {
        try transaction.run(
            """
            INSERT INTO tree (id, size, root, note) VALUES (1, 0, \(MerkleTree.emptyRoot), '') ON CONFLICT DO NOTHING
            """)
        return try transaction.run(
            "UPDATE tree SET size = \(size), root = \(root) WHERE id = 1 AND size = \(old.size) AND root = \(old.root)")
            == 1
    }

    func setNote(_ note: String, size: Int) throws(StorageError) {
        try transaction.run("UPDATE tree SET note = \(note) WHERE id = 1 AND size = \(size)")
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
        try transaction.run(
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
        try transaction.run(
            """
            INSERT INTO bundle (number, content) VALUES (\(number), \(content))
            ON CONFLICT (number) DO UPDATE SET content = excluded.content
            """)
    }

    var hashes: TreeHashes { TreeHashes { try tile($0, $1) } }
}

/// The entries of a bundle: each behind its length in two octets, the high one first (C2SP `tlog-tiles`).
enum EntryBundle {
    static func octets(of entry: Bytes) -> Bytes { [UInt8(entry.count >> 8), UInt8(entry.count & 255)] + entry }

    static func entries(in bundle: Bytes) throws -> [Bytes] {
        var (entries, index) = ([Bytes](), 0)
        while index < bundle.count {
            guard index + 2 <= bundle.count else { throw LedgerError.malformed }
            let end = index + 2 + (Int(bundle[index]) << 8) + Int(bundle[index + 1])
            guard end <= bundle.count else { throw LedgerError.malformed }
            entries.append(Bytes(bundle[(index + 2)..<end]))
            index = end
        }
        return entries
    }
}

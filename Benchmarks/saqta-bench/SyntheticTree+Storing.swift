import Ledger
import Primitives
import Storage

extension SyntheticTree {
    /// Puts the tiles of a tree of `size` leaves and its checkpoint, signed by nobody, into a database.
    ///
    /// - Parameter placed: so many entries have their place in the index; the others are leaves only.
    static func store(_ size: Int, placing placed: Int, in database: any Database) async throws {
        var tree = SyntheticTree(size: size)
        let every = max(1, size / placed)
        while let batch = tree.next(tiles: 1_000) {
            try await database.write { transaction in
                for tile in batch {
                    try transaction.run(
                        "INSERT INTO tile (level, number, content) VALUES (\(tile.level), \(tile.number), \(tile.content))"
                    )
                    guard tile.level == 0 else { continue }
                    let first = tile.number * Self.width
                    for leaf in first..<(first + tile.content.count / 32) where leaf % every == 0 {
                        try transaction.run(
                            "INSERT INTO leaf (id, number) VALUES (\(EntryID(from: .system)), \(leaf))")
                    }
                }
            }
        }
        let root = tree.root
        let note = SignedNote(
            text: Checkpoint(origin: "bench.example/ledger", size: size, root: root).text,
            signatures: [
                .init(
                    name: "bench.example/ledger", keyHash: Bytes(repeating: 0, count: 4),
                    octets: Bytes(repeating: 0, count: 64))
            ])
        try await database.write { transaction in
            try transaction.run(
                "INSERT INTO tree (id, size, root, note) VALUES (1, \(size), \(root), \(note.description))")
        }
    }
}

import Foundation
import HouseKit
import Permits
import Primitives
import SQLite
import Storage
import TestKit
import Vault

/// A copy of the data, and one of the keys that was made right after it. The keys go when their term is over.
struct Copy {
    let made: Instant
    let folder: URL
    let model: Model
    /// The newest signed state of the ledger in it.
    let ledger: (size: Int, root: Bytes)
    var hasKeys = true

    var data: String { folder.appending(path: "data.sqlite").path }

    /// Copies a world as it is now.
    init(of world: World, _ model: Model, into folder: URL) async throws {
        made = world.house.clock.now
        self.folder = folder
        self.model = model
        ledger = try await world.ledger()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try SQLiteFile.copy(
            world.folder.appending(path: "data.sqlite").path, to: folder.appending(path: "data.sqlite").path)
        try Self.copyKeys(of: world, into: folder)
    }

    static func copyKeys(of world: World, into folder: URL) throws {
        try SQLiteFile.copy(TestHouse.keyFile(in: world.folder), to: TestHouse.keyFile(in: folder))
        try FileManager.default.copyItem(
            at: world.folder.appending(path: "keys"), to: folder.appending(path: "keys"))
    }

    mutating func endKeys() throws {
        try FileManager.default.removeItem(at: folder.appending(path: "keys"))
        try FileManager.default.removeItem(atPath: TestHouse.keyFile(in: folder))
        hasKeys = false
    }

    /// A folder in which a house can be opened over these data and some keys, which stay as they are.
    func laid(out folder: URL, keysOf other: Copy) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (from, name) in [(self, "data.sqlite"), (other, "keys.sqlite"), (other, "keys")] {
            try FileManager.default.copyItem(
                at: from.folder.appending(path: name), to: folder.appending(path: name))
        }
    }
}

extension Copy {
    /// Whether somebody's record in the copied data opens with these keys.
    static func whoOpens(_ data: Copy, with keys: Copy, among subjects: Set<SubjectID>) async throws -> Set<SubjectID> {
        try await withTemporaryFolder { folder in
            let place = folder.appending(path: "aside")
            try data.laid(out: place, keysOf: keys)
            let rows = try SQLiteDatabase(path: place.appending(path: "data.sqlite").path, readers: 1)
            let held = try SQLiteDatabase(path: TestHouse.keyFile(in: place), readers: 1)
            let time = TimeSource { keys.made }
            let ring = try KeyRing(folder: place.appending(path: "keys").path, time: time, randomness: .system)
            let gate = Gate(
                database: rows, keys: SubjectKeys(database: held, ring: ring, time: time, randomness: .system),
                ring: ring,
                book: PolicyBook(), time: time, randomness: .system)
            let closed = Set(try await gate.proveOpening(most: 10_000).closed)
            let standing = try await rows.read { transaction in
                try transaction.rows("SELECT id FROM subject WHERE state <> 'erased'").map { row in
                    try row.identifier(0) as SubjectID
                }
            }
            return subjects.intersection(standing).subtracting(closed)
        }
    }
}

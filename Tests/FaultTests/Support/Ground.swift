import Blobs
import Foundation
import HouseKit
import Primitives
import Storage
import TestKit

/// What a house stands on: rows, keys, objects and the newest checkpoint. It can be put back as it was kept.
struct Ground: Sendable {
    /// The stores of one play, themselves without faults.
    struct Stores: Sendable {
        let rows: any Database
        /// The tables of a house.
        let tables: [TableShape]
        let keys: any Database
        let emptyKeyLog: @Sendable () async throws -> Void
        let objects: any BlobStore
        /// Key ring and checkpoint.
        let folder: URL
        let clock: ManualClock
    }

    /// A database and its tables, but for those of migrations.
    struct Kept: Sendable {
        let database: any Database
        let tables: [TableShape]

        init(_ database: any Database, _ tables: [TableShape]) {
            self.database = database
            self.tables = tables.filter { $0.name != "migration" }
        }
    }

    let root: URL
    let rows: Kept
    let keys: Kept
    let emptyKeyLog: @Sendable () async throws -> Void
    let shelves: ObjectShelves

    private var kept: URL { root.appending(path: "kept", directoryHint: .isDirectory) }

    private func stores(in folder: URL, _ objects: any BlobStore, _ clock: ManualClock) -> Stores {
        Stores(
            rows: rows.database, tables: rows.tables, keys: keys.database, emptyKeyLog: emptyKeyLog, objects: objects,
            folder: folder, clock: clock)
    }

    /// Makes a house with everything that `prepare` does in it, and keeps it.
    func keep<Answer>(_ prepare: (FaultHouse) async throws -> Answer) async throws -> (Answer, at: Instant) {
        let clock = ManualClock()
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
        let house = try FaultHouse(stores(in: kept, try shelves.kept(), clock), FaultPlan())
        try await house.house.publishFirstEdition()
        let answer = try await prepare(house)
        for kept in [rows, keys] {
            for table in kept.tables {
                try await kept.database.execute("CREATE TABLE kept_\(table.name) AS SELECT * FROM \(table.name)")
            }
        }
        return (answer, clock.now)
    }

    /// Runs `body` on what was kept, as it was then.
    func play<Answer: Sendable>(at now: Instant, _ body: (Stores) async throws -> Answer) async throws -> Answer {
        let folder = root.appending(path: "play-" + Randomness.system.bytes(8).hex, directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: kept, to: folder)
        try await putBack(rows)
        try await putBack(keys)
        return try await shelves.withCopy { objects in
            try await body(stores(in: folder, objects, ManualClock(now)))
        }
    }

    private func putBack(_ kept: Kept) async throws {
        let tables = kept.tables
        try await kept.database.write { transaction in
            let full = try Self.counts(tables, "", in: transaction)
            let kept = try Self.counts(tables, "kept_", in: transaction)
            // A key names its epoch, which stands before it in the alphabet.
            for table in tables.reversed() where full[table.name] != nil {
                _ = try transaction.run(SQL(stringLiteral: "DELETE FROM \(table.name)"))
            }
            for table in tables where kept[table.name] != nil {
                _ = try transaction.run(
                    SQL(stringLiteral: "INSERT INTO \(table.name) SELECT * FROM kept_\(table.name)"))
            }
        }
    }

    /// How many rows those tables have that have any.
    static func counts(
        _ tables: [TableShape], _ prefix: String = "", in transaction: any Transaction
    ) throws -> [String: Int] {
        let counts = tables.map { "(SELECT count(*) FROM \(prefix)\($0.name))" }.joined(separator: ", ")
        guard let row = try transaction.row(SQL(stringLiteral: "SELECT \(counts)")) else { return [:] }
        let pairs = try tables.enumerated().map { index, table in (table.name, Int(try row.int(index))) }
        return Dictionary(uniqueKeysWithValues: pairs).filter { $0.value > 0 }
    }
}

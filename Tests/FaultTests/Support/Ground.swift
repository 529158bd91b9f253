import Foundation
import HouseKit
import Postgres
import Primitives
import SQLite
import Storage
import TestKit
import Vault

/// What a house stands on: rows, keys, objects and the newest checkpoint. It can be put back as it was kept.
struct Ground: Sendable {
    /// The stores of one play, themselves without faults.
    struct Stores: Sendable {
        let rows: any Database
        /// The tables of a house.
        let tables: [TableShape]
        let keys: SQLiteDatabase
        /// Keys, checkpoint and objects.
        let folder: URL
        let clock: ManualClock
    }

    private let root: URL
    private let rows: any Database
    private let tables: [TableShape]
    private let keys: SQLiteDatabase
    private let keyTables: [TableShape]

    /// Runs `body` on fresh ground.
    static func run(on engine: Engine, _ body: (Ground) async throws -> Void) async throws {
        try await withMemory { root in
            let keys = try SQLiteDatabase(path: TestHouse.keyFile(in: root), readers: 1, secureDelete: true)
            let now = Instant(seconds: 0)
            try await Migrator(SubjectKeys.migrations).migrate(keys, at: now)
            let keyTables = try await keys.read { try SQLiteFile.shapes(in: $0) }
            switch engine {
            case .sqlite:
                let rows = try SQLiteDatabase(path: root.appending(path: "rows.sqlite").path, readers: 1)
                try await Migrator(FaultHouse.migrations).migrate(rows, at: now)
                let tables = try await rows.read { try SQLiteFile.shapes(in: $0) }
                try await body(Ground(root, rows, tables, keys, keyTables))
            case .postgres:
                try await withDatabase(engine, migrations: FaultHouse.migrations) { rows in
                    let tables = try await rows.read { try PostgresDatabase.shapes(in: $0) }
                    try await body(Ground(root, rows, tables, keys, keyTables))
                }
            }
        }
    }

    private init(
        _ root: URL, _ rows: any Database, _ tables: [TableShape], _ keys: SQLiteDatabase, _ keyTables: [TableShape]
    ) {
        self.root = root
        self.rows = rows
        self.tables = tables.filter { $0.name != "migration" }
        self.keys = keys
        self.keyTables = keyTables.filter { $0.name != "migration" }
    }

    /// Runs `body` with a folder in memory where there is such a place: what is tried here is not the disk.
    private static func withMemory(_ body: (URL) async throws -> Void) async throws {
        let memory = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
        guard FileManager.default.isWritableFile(atPath: memory.path) else {
            return try await withTemporaryFolder(body)
        }
        let folder = memory.appending(
            path: "saqta-test-" + Randomness.system.bytes(8).hex, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private var kept: URL { root.appending(path: "kept", directoryHint: .isDirectory) }

    private func stores(in folder: URL, _ clock: ManualClock) -> Stores {
        Stores(rows: rows, tables: tables, keys: keys, folder: folder, clock: clock)
    }

    /// Makes a house with everything that `prepare` does in it, and keeps it.
    func keep<Answer>(_ prepare: (FaultHouse) async throws -> Answer) async throws -> (Answer, at: Instant) {
        let clock = ManualClock()
        try FileManager.default.createDirectory(
            at: kept.appending(path: "objects"), withIntermediateDirectories: true)
        let house = try FaultHouse(stores(in: kept, clock), FaultPlan())
        try await house.house.publishFirstEdition()
        let answer = try await prepare(house)
        for (database, tables) in [(rows, tables), (keys as any Database, keyTables)] {
            for table in tables {
                try await database.execute("CREATE TABLE kept_\(table.name) AS SELECT * FROM \(table.name)")
            }
        }
        return (answer, clock.now)
    }

    /// Runs `body` on what was kept, as it was then.
    func play<Answer>(at now: Instant, _ body: (Stores) async throws -> Answer) async throws -> Answer {
        let folder = root.appending(path: "play-" + Randomness.system.bytes(8).hex, directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: kept, to: folder)
        try await putBack(rows, tables)
        try await putBack(keys, keyTables)
        return try await body(stores(in: folder, ManualClock(now)))
    }

    private func putBack(_ database: any Database, _ tables: [TableShape]) async throws {
        try await database.write { transaction in
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

import Foundation
import Primitives
import SQLite
import Storage
import TestKit
import Testing

@Suite("A full disk under SQLite")
struct FullDiskTests {
    static let table = Migration(
        "test.01", "blobs", ["CREATE TABLE blob (id BIGINT PRIMARY KEY, octets BLOB NOT NULL)"])

    /// Writes 64 at a time until the disk has been full, and returns the numbers acknowledged and those refused as ``StorageError/full``.
    private func fill(_ database: SQLiteDatabase) async throws -> (acknowledged: Set<Int64>, full: Int) {
        var acknowledged: Set<Int64> = []
        var full = 0
        for round in 0..<40 where full == 0 {
            let results = await withTaskGroup { group in
                for member in 0..<64 {
                    group.addTask { await Self.write(Int64(round * 64 + member), to: database) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for (number, error) in results {
                switch error {
                case nil: acknowledged.insert(number)
                case .full: full += 1
                case .some(let error): Issue.record("\(error)")
                }
            }
        }
        return (acknowledged, full)
    }

    private static func write(_ number: Int64, to database: SQLiteDatabase) async -> (Int64, StorageError?) {
        do {
            try await database.write { transaction in
                let octets = Bytes(repeating: UInt8(number % 251), count: 8_000)
                try transaction.run("INSERT INTO blob (id, octets) VALUES (\(number), \(octets))")
            }
            return (number, nil)
        } catch {
            return (number, error as? StorageError ?? .unexpected("\(type(of: error))"))
        }
    }

    private func check(_ path: String, _ outcome: (acknowledged: Set<Int64>, full: Int)) async throws {
        #expect(outcome.full > 0)
        #expect(outcome.acknowledged.count >= 64)
        let kept = try await SQLiteDatabase(path: path, readers: 1).read { transaction in
            try transaction.rows("SELECT id, octets FROM blob").map { row in
                #expect(try row.bytes(1) == Bytes(repeating: UInt8(try row.int(0) % 251), count: 8_000))
                return try row.int(0)
            }
        }
        #expect(Set(kept) == outcome.acknowledged)
    }

    @Test("loses nothing acknowledged and keeps nothing refused, when the file may not grow")
    func pages() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "test.sqlite").path
            let database = try SQLiteDatabase(path: path, readers: 1)
            try await Migrator([Self.table]).migrate(database, at: Instant(seconds: 0))
            _ = try await database.write { try $0.rows("PRAGMA max_page_count = 600") }
            try await check(path, try await fill(database))
        }
    }

    @Test(
        "loses nothing acknowledged and keeps nothing refused, and takes more once there is room",
        .enabled("mounting a disk is for root") { try await canMountDisks() })
    func disk() async throws {
        try await withSmallDisk(megabytes: 4) { folder in
            let path = folder.appending(path: "test.sqlite").path
            let ballast = folder.appending(path: "ballast")
            try Data(repeating: 1, count: 1 << 20).write(to: ballast)
            let database = try SQLiteDatabase(path: path, readers: 1)
            try await Migrator([Self.table]).migrate(database, at: Instant(seconds: 0))
            var outcome = try await fill(database)
            try FileManager.default.removeItem(at: ballast)
            // What was put off meanwhile may take the room first: a checkpoint, for one. The writer tries again then.
            var (number, error) = await Self.write(9_999, to: database)
            for _ in 0..<5 where error == .full { (number, error) = await Self.write(9_999, to: database) }
            #expect(error == nil)
            outcome.acknowledged.insert(number)
            try await check(path, outcome)
        }
    }
}

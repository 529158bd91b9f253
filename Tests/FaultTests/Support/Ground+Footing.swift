import Foundation
import HouseKit
import Postgres
import Primitives
import S3Kit
import SQLite
import Storage
import TestKit
import Vault

extension Ground {
    /// Runs `body` on fresh ground.
    static func run(on footing: Footing, _ body: (Ground) async throws -> Void) async throws {
        try await withMemory { root in
            let now = Instant(seconds: 0)
            guard footing == .postgres else {
                let rows = try SQLiteDatabase(path: root.appending(path: "rows.sqlite").path, readers: 1)
                let keys = try SQLiteDatabase(path: TestHouse.keyFile(in: root), readers: 1, secureDelete: true)
                try await Migrator(FaultHouse.migrations).migrate(rows, at: now)
                try await Migrator(SubjectKeys.migrations).migrate(keys, at: now)
                return try await body(
                    Ground(
                        root: root, rows: Kept(rows, try await rows.read { try SQLiteFile.shapes(in: $0) }),
                        keys: Kept(keys, try await keys.read { try SQLiteFile.shapes(in: $0) }),
                        emptyKeyLog: { try await keys.emptyLog() },
                        shelves: footing == .s3 ? .s3(try S3Server.required(), S3Server.prefix()) : .folder(root)))
            }
            try await withDatabase(.postgres, migrations: FaultHouse.migrations) { rows in
                try await withDatabase(.postgres, migrations: SubjectKeys.migrations) { keys in
                    try await body(
                        Ground(
                            root: root, rows: Kept(rows, try await rows.read { try PostgresDatabase.shapes(in: $0) }),
                            keys: Kept(keys, try await keys.read { try PostgresDatabase.shapes(in: $0) }),
                            // As the programme has it: the log of a server is the server's.
                            emptyKeyLog: {}, shelves: .folder(root)))
                }
            }
        }
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
}

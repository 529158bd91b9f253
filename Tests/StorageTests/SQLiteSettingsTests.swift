import Foundation
import Primitives
import SQLite
import Storage
import TestKit
import Testing

@Suite("The SQLite writer")
struct SQLiteSettingsTests {
    static let pragmas = [
        ("synchronous", SQLValue.int(2)), ("journal_mode", .text("wal")), ("foreign_keys", .int(1)),
        ("secure_delete", .int(1)),
    ]

    @Test("syncs the disk at each commit and keeps what it was told", arguments: pragmas)
    func pragma(name: String, value: SQLValue) async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(
                path: folder.appending(path: "test.sqlite").path, readers: 1, secureDelete: true)
            let row = try await database.write { try $0.row(SQL(stringLiteral: "PRAGMA \(name)")) }
            #expect(row?.values == [value])
        }
    }

    @Test("says that it is unavailable when its folder is not there")
    func folder() async throws {
        try await withTemporaryFolder { folder in
            let error = #expect(throws: StorageError.self) {
                try SQLiteDatabase(path: folder.appending(path: "none/test.sqlite").path, readers: 1)
            }
            #expect(error?.isUnavailable == true)
        }
    }

    @Test("leaves nothing of a deleted row in its files once its log is emptied")
    func erased() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(
                path: folder.appending(path: "test.sqlite").path, readers: 1, secureDelete: true)
            let marker = "Marker-7731-" + String(repeating: "k", count: 40)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try await database.write { try CounterTable.insert(marker, in: $0) }
            #expect(try Self.isAnywhere(marker, in: folder))
            _ = try await database.write { try $0.run("DELETE FROM counter WHERE name = \(marker)") }
            try await database.emptyLog()
            #expect(try !Self.isAnywhere(marker, in: folder))
        }
    }

    private static func isAnywhere(_ text: String, in folder: URL) throws -> Bool {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .contains { try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil }
    }
}

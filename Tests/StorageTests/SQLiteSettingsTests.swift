import Foundation
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
}

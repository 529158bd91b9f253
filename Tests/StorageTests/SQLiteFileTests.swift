import Foundation
import Primitives
import SQLite
import Storage
import TestKit
import Testing

@Suite("A copy of a database in use")
struct SQLiteFileTests {
    @Test("is of one instant while others write")
    func consistent() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "live.sqlite").path
            let database = try SQLiteDatabase(path: path, readers: 2)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            // Two rows always come together.
            let writing = Task {
                var number = 0
                while !Task.isCancelled {
                    let names = ["a\(number)", "b\(number)"]
                    try await database.write { transaction in
                        for name in names { try CounterTable.insert(name, in: transaction) }
                    }
                    number += 1
                }
                return number
            }
            var counts: [Int] = []
            for number in 0..<20 {
                let copy = folder.appending(path: "copy\(number).sqlite").path
                try SQLiteFile.copy(path, to: copy)
                let names = try await CounterTable.names(try SQLiteFile(path: copy))
                counts.append(names.count)
            }
            writing.cancel()
            let written = try await writing.value
            #expect(counts.allSatisfy { $0.isMultiple(of: 2) })
            #expect(counts == counts.sorted())
            #expect(written > 0)
            #expect(counts.last ?? 0 <= 2 * written)
        }
    }

    @Test("holds nothing of what was deleted, and everything that was committed by then")
    func compact() async throws {
        try await withTemporaryFolder { folder in
            let (path, copy) = (folder.appending(path: "live.sqlite").path, folder.appending(path: "copy.sqlite").path)
            let database = try SQLiteDatabase(path: path, readers: 2)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            let marker = "planted-marker-0815"
            try await database.write { try CounterTable.insert(marker, in: $0) }
            try await database.emptyLog()
            try await database.write { transaction in
                try transaction.run("DELETE FROM counter WHERE name = \(marker)")
                try CounterTable.insert("stays", in: transaction)
            }
            try SQLiteFile.copy(path, to: copy)
            let data = try Data(contentsOf: URL(filePath: copy))
            #expect(data.range(of: Data(marker.utf8)) == nil)
            #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data(marker.utf8)) != nil)
            let names = try await CounterTable.names(try SQLiteFile(path: copy))
            #expect(names == ["stays"])
        }
    }

    @Test("does not overwrite a file, is of a file that is there, and takes no writes")
    func refusals() async throws {
        try await withTemporaryFolder { folder in
            let (path, copy) = (folder.appending(path: "live.sqlite").path, folder.appending(path: "copy.sqlite").path)
            #expect(throws: StorageError.self) { try SQLiteFile.copy(path, to: copy) }
            #expect(!FileManager.default.fileExists(atPath: path))
            let database = try SQLiteDatabase(path: path, readers: 1)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try SQLiteFile.copy(path, to: copy)
            #expect(throws: StorageError.self) { try SQLiteFile.copy(path, to: copy) }
            let file = try SQLiteFile(path: copy)
            await #expect(throws: StorageError.self) { try await file.write { try CounterTable.insert("x", in: $0) } }
            await #expect(throws: StorageError.self) { try await file.read { try CounterTable.insert("x", in: $0) } }
        }
    }

    @Test(
        "has no log beside it when its database is closed, whatever was just done with it, and nothing is asked of it then"
    )
    func closed() async throws {
        try await withTemporaryFolder { folder in
            for number in 0..<20 {
                let path = folder.appending(path: "\(number).sqlite").path
                let database = try SQLiteDatabase(path: path, readers: 2)
                try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
                try await database.write { try CounterTable.insert("stays", in: $0) }
                _ = try await CounterTable.names(database)
                try await database.close()
                #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
                #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
                #expect(try await CounterTable.names(SQLiteFile(path: path)) == ["stays"])
                await #expect(throws: StorageError.self) { try await CounterTable.names(database) }
                await #expect(throws: StorageError.self) {
                    try await database.write { try CounterTable.insert("late", in: $0) }
                }
            }
        }
    }
}

import Foundation
import Primitives
import SQLite
import Storage
import Synchronization
import TestKit
import Testing

@Suite("A group of writes to SQLite")
struct GroupCommitTests {
    /// Runs `writes` in one transaction: a first write holds the writer until all the others wait, and is then its first member.
    private func together(
        _ writes: [@Sendable (any Transaction) throws -> Void],
        _ check: (SQLiteDatabase, [Result<Void, any Error>]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(
                path: folder.appending(path: "test.sqlite").path, readers: 2, admission: .seconds(60))
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            let runs = RunCount()
            async let first: Void = database.write { _ in
                let isFirstRun = runs.next() == 1
                while isFirstRun && database.waitingWrites < writes.count { sched_yield() }
            }
            let results = await withTaskGroup { group in
                for (index, write) in writes.enumerated() {
                    group.addTask {
                        do {
                            try await database.write(write)
                            return (index, Result<Void, any Error>.success(()))
                        } catch {
                            return (index, .failure(error))
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            try await first
            try await check(database, results.sorted { $0.0 < $1.0 }.map(\.1))
        }
    }

    @Test("does not lose others with one that throws")
    func throwing() async throws {
        let writes = (0..<30).map { number in
            { @Sendable (transaction: any Transaction) throws in
                try CounterTable.insert("n\(number)", in: transaction)
                if number.isMultiple(of: 3) { throw Changed() }
            }
        }
        try await together(writes) { database, results in
            for (number, result) in results.enumerated() {
                #expect(number.isMultiple(of: 3) == ((try? result.get()) == nil))
            }
            let expected = (0..<30).filter { !$0.isMultiple(of: 3) }.map { "n\($0)" }.sorted()
            let names = try await CounterTable.names(database)
            #expect(names == expected)
        }
    }

    @Test("does not lose others with one that breaks a constraint")
    func constraint() async throws {
        let writes = (0..<20).map { number in
            { @Sendable (transaction: any Transaction) throws in
                try CounterTable.insert("n\(number / 2)", in: transaction)
            }
        }
        try await together(writes) { database, results in
            #expect(results.filter { (try? $0.get()) != nil }.count == 10)
            let names = try await CounterTable.names(database)
            #expect(names.count == 10)
        }
    }

    @Test("is run again, one by one, when the engine has ended its transaction")
    func lost() async throws {
        let runs = Mutex<[Int: Int]>([:])
        let writes = (0..<10).map { number in
            { @Sendable (transaction: any Transaction) throws in
                runs.withLock { $0[number, default: 0] += 1 }
                try CounterTable.insert("n\(number)", in: transaction)
                guard number == 5 else { return }
                // On a conflict SQLite ends the transaction of all, as it does on a full disk.
                try transaction.run("INSERT OR ROLLBACK INTO counter (name, value) VALUES ('n5', 1)")
            }
        }
        try await together(writes) { database, results in
            #expect(results.enumerated().filter { (try? $0.element.get()) == nil }.map(\.offset) == [5])
            let names = try await CounterTable.names(database)
            #expect(names == (0..<10).filter { $0 != 5 }.map { "n\($0)" })
            let counts = runs.withLock { $0 }
            #expect(counts[5] == 2)
            #expect(counts.values.contains { $0 == 2 } && counts.values.allSatisfy { $0 <= 2 })
        }
    }

    @Test("cannot go on outside the transaction that the engine has ended")
    func outside() async throws {
        let write = { @Sendable (transaction: any Transaction) throws in
            try CounterTable.insert("a", in: transaction)
            _ = try? transaction.run("INSERT OR ROLLBACK INTO counter (name, value) VALUES ('a', 1)")
            _ = try? transaction.run("INSERT INTO counter (name, value) VALUES ('b', 1)")
        }
        try await together([write]) { database, results in
            #expect(results.allSatisfy { (try? $0.get()) == nil })
            let names = try await CounterTable.names(database)
            #expect(names == [])
        }
    }

    @Test("is refused as a whole and run again when its commit is refused")
    func commit() async throws {
        let writes = (0..<4).map { number in
            { @Sendable (transaction: any Transaction) throws in
                if number == 2 { try transaction.run("INSERT INTO child (parent) VALUES ('nobody')") }
                try CounterTable.insert("n\(number)", in: transaction)
            }
        }
        let table = { @Sendable (transaction: any Transaction) throws in
            _ = try transaction.run(
                """
                CREATE TABLE IF NOT EXISTS child (
                    parent TEXT NOT NULL REFERENCES counter (name) DEFERRABLE INITIALLY DEFERRED)
                """)
        }
        try await together([table]) { database, _ in
            await withTaskGroup { group in
                for write in writes { group.addTask { try? await database.write(write) } }
            }
            let names = try await CounterTable.names(database)
            #expect(names == ["n0", "n1", "n3"])
        }
    }

    @Test("is seen by others as soon as it is answered")
    func visible() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "test.sqlite").path
            let database = try SQLiteDatabase(path: path, readers: 2)
            let other = try SQLiteDatabase(path: path, readers: 2)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try await withThrowingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask {
                        try await database.write { try CounterTable.insert("n\(number)", in: $0) }
                        #expect(try await other.read { try CounterTable.value("n\(number)", in: $0) } == 0)
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

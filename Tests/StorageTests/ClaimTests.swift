import Dispatch
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@Suite("Jobs in a table")
struct ClaimTests {
    private static func claim(_ most: Int, in transaction: any Transaction) throws -> [String] {
        let names = try transaction.claim(
            "SELECT name FROM counter WHERE value = 0 ORDER BY name LIMIT \(most)"
        ).map { try $0.text(0) }
        for name in names { try transaction.send("UPDATE counter SET value = value + 1 WHERE name = \(name)") }
        return names
    }

    private func withJobs(_ engine: Engine, _ count: Int, _ body: (any Database) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            try await database.write { transaction in
                for number in 0..<count { try CounterTable.insert("job \(100 + number)", in: transaction) }
            }
            try await body(database)
        }
    }

    @Test("are taken once each by many at the same time", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await withJobs(engine, 60) { database in
            let taken = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        var taken: [String] = []
                        // Until nothing is left; others may hold what is left for a moment.
                        while try await database.read({ try $0.count("SELECT count(*) FROM counter WHERE value = 0") })
                            > 0
                        {
                            taken += try await database.write { try Self.claim(3, in: $0) }
                        }
                        return taken
                    }
                }
                return try await group.reduce(into: [String]()) { $0 += $1 }
            }
            #expect(taken.count == 60)
            #expect(Set(taken).count == 60)
            let others = try await database.read { try $0.count("SELECT count(*) FROM counter WHERE value <> 1") }
            #expect(others == 0)
        }
    }

    @Test("that one has taken are passed over by the next, which does not wait", .enabled(if: hasPostgres))
    func passedOver() async throws {
        try await withJobs(.postgres, 5) { database in
            let (isHeld, isDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let first = database.write { transaction in
                let names = try Self.claim(3, in: transaction)
                isHeld.signal()
                #expect(isDone.wait(timeout: .now() + 60) == .success)
                return names
            }
            let second = try await database.write { transaction in
                isHeld.wait()
                return try Self.claim(3, in: transaction)
            }
            isDone.signal()
            #expect(try await first == ["job 100", "job 101", "job 102"])
            #expect(second == ["job 103", "job 104"])
        }
    }

    private static let hasPostgres = Engine.available.contains(.postgres)
}

import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@Suite("A transaction")
struct TransactionTests {
    @Test("that throws leaves nothing", arguments: Engine.available)
    func rollback(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            await #expect(throws: Changed()) {
                try await database.write { transaction in
                    try CounterTable.insert("a", in: transaction)
                    throw Changed()
                }
            }
            let names = try await CounterTable.names(database)
            #expect(names == [])
        }
    }

    @Test("finds out once what holds to its end, and the next one finds it out anew", arguments: Engine.available)
    func findings(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            try await database.write { try CounterTable.insert("a", in: $0) }
            func value() async throws -> [Int64?] {
                try await database.write { transaction in
                    try (1...2).map { _ in
                        try transaction.findings.once("value") {
                            try transaction.run("UPDATE counter SET value = value + 1")
                            return try CounterTable.value("a", in: transaction)
                        }
                    }
                }
            }
            #expect(try await value() == [1, 1])
            #expect(try await value() == [2, 2])
        }
    }

    @Test("loses no increment of 16 tasks that add 50 times each", arguments: Engine.available)
    func increments(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            try await database.write { try CounterTable.insert("a", in: $0) }
            try await withThrowingTaskGroup { group in
                for _ in 0..<16 {
                    group.addTask {
                        for _ in 0..<50 {
                            let changed = try await database.write {
                                try $0.run("UPDATE counter SET value = value + 1 WHERE name = \("a")")
                            }
                            #expect(changed == 1)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try CounterTable.value("a", in: $0) } == 800)
        }
    }

    @Test("that holds a subject exclusively may read, think and write", arguments: Engine.available)
    func lock(engine: Engine) async throws {
        let table = Migration(
            "test.01", "subjects", ["CREATE TABLE subject (id BLOB PRIMARY KEY, revision BIGINT NOT NULL)"])
        let subject = SubjectID(from: SeededRandomness(seed: 1).source)
        try await withDatabase(engine, migrations: [table]) { database in
            _ = try await database.write { try $0.run("INSERT INTO subject (id, revision) VALUES (\(subject), 0)") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 { try await Self.revise(subject, database) }
                    }
                }
                try await group.waitForAll()
            }
            let row = try await database.read { try $0.row("SELECT revision FROM subject") }
            #expect(try row?.int(0) == 80)
        }
    }

    private static func revise(_ subject: SubjectID, _ database: any Database) async throws {
        try await database.write { transaction in
            try transaction.lock(subject, .exclusive)
            let revision = try transaction.row("SELECT revision FROM subject WHERE id = \(subject)")?.int(0) ?? 0
            try transaction.run("UPDATE subject SET revision = \(revision + 1) WHERE id = \(subject)")
        }
    }

    @Test("that breaks a constraint is refused as that, and names no value", arguments: Engine.available)
    func constraint(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try CounterTable.insert("marker-7731", in: transaction)
                    try CounterTable.insert("marker-7731", in: transaction)
                }
            }
            guard case .constraint(let text) = error else {
                Issue.record("not a constraint: \(String(describing: error))")
                return
            }
            #expect(text.contains("counter"))
            #expect(!text.contains("7731"))
        }
    }

    @Test("in which a statement failed cannot be committed", arguments: Engine.available)
    func swallowed(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try CounterTable.insert("a", in: transaction)
                    _ = try? transaction.run("INSERT INTO counter (name, value) VALUES ('b', NULL)")
                    _ = try? transaction.run("INSERT INTO counter (name, value) VALUES ('c', 1)")
                }
            }
            #expect(error?.isConstraint == true)
            let names = try await CounterTable.names(database)
            #expect(names == [])
        }
    }

    @Test("with a statement that is none is unexpected", arguments: Engine.available)
    func nonsense(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.read { try $0.rows("SELECT nothing FROM nowhere") }
            }
            guard case .unexpected = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("that reads cannot write", arguments: Engine.available)
    func readOnly(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            await #expect(throws: StorageError.self) {
                try await database.read { try CounterTable.insert("a", in: $0) }
            }
            let names = try await CounterTable.names(database)
            #expect(names == [])
        }
    }

    @Test("counts the rows that it changed, and none for a table made", arguments: Engine.available)
    func changes(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let counts = try await database.write { transaction in
                [
                    try transaction.run("INSERT INTO counter (name, value) VALUES ('a', 1), ('b', 1), ('c', 2)"),
                    try transaction.run("CREATE TABLE other (id BIGINT PRIMARY KEY)"),
                    try transaction.run("UPDATE counter SET value = 5 WHERE value = \(1)"),
                    try transaction.run("INSERT INTO counter (name, value) VALUES ('a', 9) ON CONFLICT DO NOTHING"),
                    try transaction.run("DELETE FROM counter WHERE value = \(77)"),
                ]
            }
            #expect(counts == [3, 0, 2, 0, 0])
        }
    }

    @Test("answers the rows that it returns from a change", arguments: Engine.available)
    func returning(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let answers = try await database.write { transaction in
                try (0..<2).map { _ in
                    try transaction.rows(
                        """
                        INSERT INTO counter (name, value) VALUES (\("a"), 3) ON CONFLICT DO NOTHING RETURNING value
                        """
                    ).map(\.values)
                }
            }
            #expect(answers == [[[.int(3)]], []])
            let names = try await CounterTable.names(database)
            #expect(names == ["a"])
        }
    }
}

extension StorageError {
    var isConstraint: Bool { if case .constraint = self { true } else { false } }
    var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
}

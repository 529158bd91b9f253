import Dispatch
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("A PostgreSQL transaction", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresRetryTests {
    @Test("is run again when two have locked each other out")
    func deadlock() async throws {
        try await withDatabase(.postgres, migrations: CounterTable.migrations) { database in
            try await database.write { transaction in
                for name in ["a", "b"] { try CounterTable.insert(name, in: transaction) }
            }
            let runs = RunCount()
            let meeting = Meeting()
            try await withThrowingTaskGroup { group in
                for names in [["a", "b"], ["b", "a"]] {
                    group.addTask {
                        try await database.write { transaction in
                            let run = runs.next()
                            try transaction.run("UPDATE counter SET value = value + 1 WHERE name = \(names[0])")
                            if run <= 2 { meeting.meet() }
                            try transaction.run("UPDATE counter SET value = value + 1 WHERE name = \(names[1])")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let values = try await database.read { try $0.rows("SELECT value FROM counter").map { try $0.int(0) } }
            #expect(values == [2, 2])
            #expect(runs.value >= 3)
        }
    }

    @Test("is run again when the connection breaks before its commit")
    func broken() async throws {
        try await withDatabase(.postgres, migrations: CounterTable.migrations) { database in
            let runs = RunCount()
            try await database.write { transaction in
                let run = runs.next()
                try CounterTable.insert("a", in: transaction)
                if run == 1 { _ = try transaction.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            #expect(runs.value == 2)
            let names = try await CounterTable.names(database)
            #expect(names == ["a"])
        }
    }

    @Test("is unavailable when the connection breaks each time")
    func breaking() async throws {
        try await withDatabase(.postgres, migrations: CounterTable.migrations) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try CounterTable.insert("a", in: transaction)
                    _ = try transaction.rows("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error?.isUnavailable == true)
            let names = try await CounterTable.names(database)
            #expect(names == [])
        }
    }

    @Test("has an unknown outcome, and is not run again, when the connection breaks in its commit")
    func unknown() async throws {
        try await withDatabase(.postgres, migrations: CounterTable.migrations) { database in
            try await database.execute(
                """
                CREATE FUNCTION break_connection() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END'
                """)
            try await database.execute(
                """
                CREATE CONSTRAINT TRIGGER break_at_commit AFTER INSERT ON counter DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION break_connection()
                """)
            let runs = RunCount()
            await #expect(throws: StorageError.unknownOutcome) {
                try await database.write { transaction in
                    _ = runs.next()
                    try CounterTable.insert("a", in: transaction)
                }
            }
            #expect(runs.value == 1)
            let names = try await CounterTable.names(database)
            #expect(names == [])
        }
    }

    @Test("goes on when a table has got a new column since its statement was prepared")
    func prepared() async throws {
        try await withPlace(.postgres) { place in
            let database = PostgresDatabase(connectionString: place.connectionString, connections: 1)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try await database.write { try CounterTable.insert("a", 5, in: $0) }
            let read = { try await database.read { try $0.row("SELECT * FROM counter WHERE name = \("a")")?.values } }
            #expect(try await read() == [.text("a"), .int(5)])
            try await database.execute("ALTER TABLE counter ADD COLUMN note TEXT")
            #expect(try await read() == [.text("a"), .int(5), .null])
        }
    }

    @Test("may prepare more statements than a connection keeps")
    func many() async throws {
        try await withPlace(.postgres) { place in
            let database = PostgresDatabase(connectionString: place.connectionString, connections: 1)
            for number in 0..<1_200 {
                let row = try await database.read { try $0.row(SQL(stringLiteral: "SELECT \(number) AS n\(number)")) }
                #expect(row?.values == [.int(Int64(number))])
            }
            let kept = try await database.read { try $0.row("SELECT count(*) FROM pg_prepared_statements")?.int(0) }
            #expect(try #require(kept) < 600)
        }
    }

    @Test("waits for the disk at its commit and is limited in time by the server")
    func settings() async throws {
        try await withPlace(.postgres) { place in
            let careless =
                place.connectionString.contains("options='")
                ? place.connectionString.replacing("options='", with: "options='-c synchronous_commit=off ")
                : place.connectionString + "%20-csynchronous_commit%3Doff"
            let database = PostgresDatabase(connectionString: careless, connections: 1)
            let row = try await database.read {
                try $0.row(
                    """
                    SELECT current_setting('synchronous_commit'), current_setting('statement_timeout'),
                        current_setting('lock_timeout'), current_setting('transaction_isolation')
                    """)
            }
            #expect(row?.values == [.text("on"), .text("20s"), .text("10s"), .text("repeatable read")])
        }
    }
}

/// A place where two threads wait for each other, once.
private final class Meeting: Sendable {
    private let count = RunCount()
    private let both = DispatchSemaphore(value: 0)

    func meet() {
        let isSecond = count.next() == 2
        if isSecond { both.signal() } else { both.wait() }
    }
}

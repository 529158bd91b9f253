import Primitives
import Storage
import TestKit
import Testing

@Suite("The pulse of a store")
struct PulseTests {
    @Test("is one row, written anew each time", arguments: Engine.available)
    func beats(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Pulse.migrations) { database in
            for second in [1, 2, 3] { try await Pulse.beat(database, at: Instant(seconds: Int64(second))) }
            let rows = try await database.read { try $0.rows("SELECT at FROM pulse") }
            #expect(rows.map(\.values) == [[.int(3_000_000)]])
        }
    }

    @Test("fails where nothing can be written", arguments: Engine.available)
    func fails(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: StorageError.self) { try await Pulse.beat(database, at: Instant(seconds: 1)) }
        }
    }
}

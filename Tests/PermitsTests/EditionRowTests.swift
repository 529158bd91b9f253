import HouseKit
import Ledger
import Permits
import Primitives
import Storage
import TestKit
import Testing

@Suite("The row of an edition")
struct EditionRowTests {
    private static func faults(
        _ engine: Engine, sequenced: Bool = true, _ statement: String
    ) async throws -> [String] {
        var faults: [String] = []
        try await TestHouse.run(on: engine) { house in
            if sequenced { _ = try await house.sequencer.sequence() }
            #expect(try await house.gate.audit(house.sequencer.verifier).faults == [])
            try await house.database.execute(statement)
            faults = try await house.gate.audit(house.sequencer.verifier).faults
        }
        return faults
    }

    @Test(
        "that was changed is named by an audit, with what of it was changed", arguments: Engine.available,
        [
            ("canonical = in_force", "UPDATE edition SET canonical = hash", "its text"),
            ("hash", "UPDATE edition SET hash = canonical", "its hash"),
            ("since", "UPDATE edition SET in_force_since = in_force_since - 86400000000", "since when it is in force"),
            ("later", "UPDATE edition SET in_force_since = in_force_since + 1", "since when it is in force"),
        ])
    func changed(engine: Engine, change: (name: String, statement: String, what: String)) async throws {
        let faults = try await Self.faults(engine, change.statement)
        #expect(faults == ["the row of edition 1 was changed: \(change.what) is not what entry 0 published"])
    }

    @Test("that is gone, or that nobody published, is named", arguments: Engine.available)
    func goneOrAdded(engine: Engine) async throws {
        let gone = try await Self.faults(engine, "DELETE FROM edition")
        #expect(gone == ["the row of edition 1 is gone: entry 0 published it"])
        let added = try await Self.faults(
            engine,
            """
            INSERT INTO edition (number, hash, in_force_since, canonical)
            SELECT 2, hash, in_force_since, canonical FROM edition
            """)
        #expect(added == ["edition 2 has no entry of its publication"])
    }

    @Test("is compared while the entry still waits", arguments: Engine.available)
    func waiting(engine: Engine) async throws {
        let faults = try await Self.faults(engine, sequenced: false, "UPDATE edition SET hash = canonical")
        #expect(
            faults == ["the row of edition 1 was changed: its hash is not what an entry that waits published"])
    }
}

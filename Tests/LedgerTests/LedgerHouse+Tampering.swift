import Ledger
import Primitives
import Storage
import TestKit

extension LedgerHouse {
    /// A ledger of 604 entries: four about a person, and 600 about nobody.
    static func tampered(
        _ engine: Engine, _ tampering: (LedgerHouse, SubjectID) async throws -> Void
    ) async throws -> [String] {
        var faults: [String] = []
        try await with(engine) { house in
            let person = try await house.person(revisions: 2)
            try await house.append(600)
            try await house.sequencer().sequence()
            try await tampering(house, person)
            faults = try await house.audit().faults
        }
        return faults
    }

    /// Changes the octets of a row behind the ledger's back.
    func edit(
        _ table: String, _ condition: String, _ column: String = "content",
        _ change: @escaping @Sendable (inout Bytes) -> Void
    ) async throws {
        try await database.write { transaction in
            for row in try transaction.rows(SQL(stringLiteral: "SELECT \(column) FROM \(table) WHERE \(condition)")) {
                let old = try row.bytes(0)
                var new = old
                change(&new)
                let statement =
                    SQL(stringLiteral: "UPDATE \(table) SET \(column) =") + "\(new)"
                    + SQL(stringLiteral: "WHERE \(column) =") + "\(old)"
                _ = try transaction.run(statement)
            }
        }
    }
}

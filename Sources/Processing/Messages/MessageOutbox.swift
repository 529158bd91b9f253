import Permits
import Primitives

/// What has gone out or waits, for the administrator's page; no address and nothing personal in it.
package struct MessageOutbox: Sendable {
    let gate: Gate

    package init(_ gate: Gate) { self.gate = gate }

    /// The newest messages of all persons.
    package func newest(_ count: Int) async throws -> [MessageRow] {
        try await gate.look { try MessageQueue($0).newest(limit: count) }
    }
}

import Permits
import Policy
import Synchronization

/// The edition in force as this process has seen it last, for what cannot ask inside a transaction: pages and senders.
final class EditionInForce: Sendable {
    private let gate: Gate
    private let seen: Mutex<Edition>

    init(_ first: Edition, through gate: Gate) {
        self.gate = gate
        seen = Mutex(first)
    }

    /// As it was seen last: a moment ago, unless the store does not answer.
    var last: Edition { seen.withLock { $0 } }

    /// As it is now.
    @discardableResult
    func look() async throws -> Edition {
        let edition = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        seen.withLock { $0 = edition }
        return edition
    }
}

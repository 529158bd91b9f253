import Policy
import Primitives

/// Where the public pages find the editions of the policy.
package struct EditionShelf: Sendable {
    /// The edition in force; nil while none is published.
    package let inForce: @Sendable () async throws -> Edition?
    /// An edition by its number; nil when there is none.
    package let edition: @Sendable (Int) async throws -> Edition?
    /// All editions, the newest first.
    package let all: @Sendable () async throws -> [EditionLine]
    /// The clauses of an edition that were declared void; of all editions where none is named.
    package let void: @Sendable (Int?) async throws -> [VoidClause]

    package init(
        inForce: @escaping @Sendable () async throws -> Edition?,
        edition: @escaping @Sendable (Int) async throws -> Edition?,
        all: @escaping @Sendable () async throws -> [EditionLine],
        void: @escaping @Sendable (Int?) async throws -> [VoidClause] = { _ in [] }
    ) {
        self.void = void
        self.inForce = inForce
        self.edition = edition
        self.all = all
    }
}

/// What the list of editions says of one.
package struct EditionLine: Hashable, Sendable {
    package let number: Int
    package let inForceSince: Instant
    /// SHA-256 of its canonical form.
    package let hash: Bytes
    package let manner: PublicationManner?

    package init(_ edition: Edition) {
        number = edition.number
        inForceSince = edition.inForceSince
        hash = edition.hash
        manner = edition.manner
    }
}

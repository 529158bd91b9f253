import Crypto
import Primitives

/// What is kept of the declaration that a clause is void (clause 5.3); the entry about it in the ledger holds its SHA-256.
/// It names no person.
package struct VoidContent: Codable, Hashable, Sendable {
    /// `saqta-void-clause-1`
    package let schema: String
    /// The number of the edition.
    package let edition: Int
    /// SHA-256 of the edition's canonical form, hexadecimal.
    package let editionSHA256: String
    package let clause: ClauseID
    /// The first day on which the clause did not hold, as `2026-11-24`; its permissions ended with the declaration.
    package let since: String
    package let reason: Phrase
    /// RFC 3339, UTC.
    package let proposedAt: String
    /// When it took effect; RFC 3339, UTC.
    package let declaredAt: String
    /// ``PublicationManner/twoPersons`` or ``PublicationManner/singleHanded``.
    package let manner: String

    /// - Parameters:
    ///   - proposed: when the first of two persons said so.
    ///   - declared: when the second one did.
    package init(
        _ clause: ClauseID, of edition: Edition, since: Day, reason: Phrase, proposed: Instant, declared: Instant,
        manner: PublicationManner
    ) {
        schema = Self.schema
        self.edition = edition.number
        editionSHA256 = edition.hash.hex
        self.clause = clause
        self.since = since.description
        self.reason = reason
        proposedAt = proposed.description
        declaredAt = declared.description
        self.manner = manner.rawValue
    }

    /// JSON after RFC 8785.
    package func canonical() throws -> Bytes { try CanonicalJSON.encode(self) }

    /// SHA-256 of it, as the entry holds it.
    package func digest() throws -> Bytes { Bytes(SHA256.hash(data: try canonical())) }

    private static let schema = "saqta-void-clause-1"
}

/// A clause of an edition that was declared void.
package struct VoidClause: Sendable, Hashable {
    package let edition: Int
    package let clause: ClauseID
    package let since: Day
    package let declaredAt: Instant
    /// nil where it is known from an entry of the ledger alone.
    package let content: VoidContent?

    package init(edition: Int, clause: ClauseID, since: Day, declaredAt: Instant, content: VoidContent?) {
        self.edition = edition
        self.clause = clause
        self.since = since
        self.declaredAt = declaredAt
        self.content = content
    }
}

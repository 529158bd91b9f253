import Primitives

/// What can be wrong with the ledger.
package enum LedgerError: Refusal, Hashable {
    /// An entry of so many octets.
    case tooLong(Int)
    /// Octets that are no entry, tile, checkpoint or proof.
    case malformed
    /// There is no such leaf or tile.
    case noLeaf(Int)
    /// The tree in the database is not a continuation of what was signed.
    case forked
    /// A signature does not fit.
    case badSignature

    package var kind: RefusalKind {
        switch self {
        case .tooLong, .malformed, .badSignature: .invalid
        case .noLeaf: .notFound
        case .forked: .unavailable
        }
    }
}

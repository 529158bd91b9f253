import Policy
import Primitives
import Storage
import Synchronization

extension PolicyBook {
    /// For how long a wording that was seen in the database is taken to be there: another server may lead by then that
    /// has lost what was committed last.
    private static let isTrusted = Span.minutes(1)

    /// Keeps the wording of a text that was shown, once for all persons; nothing personal is in it.
    func keep(_ shown: ShownText, at now: Instant, in transaction: any Transaction) throws -> KeptWording {
        let kept = KeptWording(digest: shown.wordingDigest, text: shown.wording)
        let seen = wordings.withLock { $0[kept.digest] }
        guard seen.map({ $0 + Self.isTrusted <= now }) ?? true, added(in: transaction).insert(kept.digest) else {
            return kept
        }
        try transaction.send(
            """
            INSERT INTO consent_wording (digest, text) VALUES (\(kept.digest), \(kept.text)) ON CONFLICT DO NOTHING
            """)
        return kept
    }

    /// The wordings that a transaction has added: known to the process once it is committed, and not before.
    func added(in transaction: any Transaction) -> AddedWordings {
        transaction.findings.once("wordings added") { AddedWordings() }
    }

    /// Takes in wordings that were committed.
    func remember(_ digests: Set<Bytes>, at now: Instant) {
        if digests.isEmpty { return }
        wordings.withLock { seen in for digest in digests { seen[digest] = now } }
    }
}

/// Digests of wordings, in one transaction.
final class AddedWordings {
    private(set) var digests: Set<Bytes> = []

    /// - Returns: false when it was there.
    func insert(_ digest: Bytes) -> Bool { digests.insert(digest).inserted }
}

/// What of a text is the same for everybody, and its digest.
package struct KeptWording: Sendable, Hashable {
    let digest: Bytes
    /// Empty where the database has lost it: such a text does not open.
    let text: String
}

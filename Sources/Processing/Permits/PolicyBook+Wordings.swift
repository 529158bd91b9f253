import Policy
import Primitives
import Storage
import Synchronization

extension PolicyBook {
    /// Keeps the wording of a text that was shown, once for all persons; nothing personal is in it.
    func keep(_ shown: ShownText, in transaction: any Transaction) throws -> KeptWording {
        let kept = KeptWording(digest: shown.wordingDigest, text: shown.wording)
        guard !wordings.withLock({ $0.contains(kept.digest) }), added(in: transaction).insert(kept.digest) else {
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

    /// Takes in wordings that are in the database for good.
    func remember(_ digests: Set<Bytes>) {
        if !digests.isEmpty { wordings.withLock { $0.formUnion(digests) } }
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
    let text: String
}

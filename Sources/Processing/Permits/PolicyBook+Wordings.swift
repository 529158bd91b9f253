import Policy
import Primitives
import Storage
import Synchronization

extension PolicyBook {
    /// Keeps the wording of a text that was shown, once for all persons; nothing personal is in it.
    ///
    /// - Returns: the wording's digest, by which ``ConsentStore`` finds it again.
    func keep(_ shown: ShownText, in transaction: any Transaction) throws -> KeptWording {
        let kept = KeptWording(digest: shown.wordingDigest, text: shown.wording)
        if wordings.withLock({ $0.contains(kept.digest) }) { return kept }
        // What is found there was committed; what is added here may yet be rolled back, and is not relied upon.
        guard try transaction.row("SELECT digest FROM consent_wording WHERE digest = \(kept.digest)") == nil else {
            wordings.withLock { _ = $0.insert(kept.digest) }
            return kept
        }
        try transaction.run(
            """
            INSERT INTO consent_wording (digest, text) VALUES (\(kept.digest), \(kept.text)) ON CONFLICT DO NOTHING
            """)
        return kept
    }
}

/// What of a text is the same for everybody, and its digest.
package struct KeptWording: Sendable, Hashable {
    let digest: Bytes
    let text: String
}

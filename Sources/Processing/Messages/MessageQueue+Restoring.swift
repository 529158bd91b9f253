import Primitives
import Storage

extension MessageQueue {
    /// Gives up the messages of a restored house that carry codes: the codes have ended.
    ///
    /// The others go out, at the risk that one of them had gone out after the copy was made.
    package func endCodes(at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            UPDATE message SET state = 'failed', problem = 'restored', sent_at = \(now), parameters = \(Bytes())
            WHERE template = \(MessageTemplate.code.rawValue) AND state = 'queued'
            """)
    }
}

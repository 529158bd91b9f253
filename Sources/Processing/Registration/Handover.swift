import Primitives
import Storage

/// A registration that a programme began and that the person is to go on with, as it is shown to whoever holds the link to
/// it.
package struct Handover: Sendable {
    package let subject: SubjectID
    /// What the operator calls the programme.
    package let client: String
    /// The addresses that it gave, masked.
    package let masks: [String]
    /// When the draft ends by itself.
    package let draftEndsAt: Instant
}

/// Links by which persons go on with what a programme began, in an open transaction.
///
/// One that was used, one whose term is over, one that never was and one of somebody erased are all the same: none.
package struct HandoverStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// How long the browser that used a link may send the same once more: then the answer to the first time was lost.
    private static let patience = Span.minutes(10)

    /// What a row holds.
    struct Standing: Sendable {
        let subject: SubjectID
        let client: String
        /// Sealed: the masked addresses, a line each.
        let masks: Bytes
    }

    /// - Parameters:
    ///   - digest: of the token.
    ///   - end: from when on it can be used no more.
    func insert(
        _ digest: Bytes, of subject: SubjectID, client: String, masks: Bytes, until end: Instant
    ) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO handover (digest, subject_id, client, masks, expires_at)
            VALUES (\(digest), \(subject), \(client), \(masks), \(end))
            """)
    }

    /// The registration behind a link that can still be used in a browser.
    func find(_ digest: Bytes, in browser: Bytes, at now: Instant) throws(StorageError) -> Standing? {
        let row = try transaction.row(
            """
            SELECT subject_id, client, masks FROM handover
            WHERE digest = \(digest) AND expires_at > \(now)
                  AND (used_at IS NULL OR (used_by = \(browser) AND used_at > \(now - Self.patience)))
            """)
        guard let row else { return nil }
        return Standing(subject: try row.identifier(0), client: try row.text(1), masks: try row.bytes(2))
    }

    /// Uses a link up. - Returns: false when another browser was faster, or its term is over.
    func use(_ digest: Bytes, in browser: Bytes, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE handover SET used_at = COALESCE(used_at, \(now)), used_by = \(browser)
            WHERE digest = \(digest) AND expires_at > \(now)
                  AND (used_at IS NULL OR (used_by = \(browser) AND used_at > \(now - Self.patience)))
            """) == 1
    }

    /// Ends all links: of older data, where some had been used after the copy was made.
    package func endAll() throws(StorageError) { try transaction.run("DELETE FROM handover") }

    /// Deletes those whose term is over.
    package func sweep(at now: Instant) throws(StorageError) {
        try transaction.run("DELETE FROM handover WHERE expires_at <= \(now)")
    }
}

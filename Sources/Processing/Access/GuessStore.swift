import Primitives
import Storage

/// Wrong passwords in a row, by the one who counts together: all strangers to an address, or one known browser. In an
/// open transaction.
///
/// They are counted by digests, of addresses that nobody has too, so that nothing here tells whether anybody has one.
package struct GuessStore {
    /// How many wrong passwords in a row are compared at once.
    static let free = 10
    /// How long whoever counts together waits after those, and after each one more.
    static let wait = Span.seconds(60)

    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Counts a password before it is compared, so that those sent at once are not more than those sent in turn.
    ///
    /// - Returns: false when it is not to be compared. Nothing is counted then, or a wait would never end.
    package func attempt(_ counter: Bytes, at now: Instant) throws(StorageError) -> Bool {
        try transaction.row(
            """
            INSERT INTO guess (digest, failures, locked_until, at) VALUES (\(counter), 1, 0, \(now))
            ON CONFLICT (digest) DO UPDATE SET failures = guess.failures + 1, at = excluded.at,
                locked_until = CASE WHEN guess.failures + 1 >= \(Self.free) THEN \(now + Self.wait) ELSE 0 END
            WHERE guess.locked_until <= \(now)
            RETURNING failures
            """) != nil
    }

    /// Forgets wrong passwords after a right one.
    package func succeed(_ counter: Bytes) throws(StorageError) {
        try transaction.send("DELETE FROM guess WHERE digest = \(counter)")
    }
}

import Primitives
import Storage

extension SubjectKeys {
    private static let rewrappedAtOnce = 256

    /// Ends every epoch from which a key was destroyed: living keys are wrapped anew, then the old epoch key is
    /// destroyed. Nightly; may be broken off at any point and run again.
    ///
    /// - Returns: the epochs that ended now; copies of the key ring still hold them until those end.
    @discardableResult
    package func turnEpoch() async throws(VaultError) -> [Int] {
        let ending = try await reading { transaction in
            try transaction
                .rows(
                    """
                    SELECT epoch FROM key_epoch WHERE state = 'ending' OR (state = 'open' AND destroyed > 0)
                    ORDER BY epoch
                    """
                )
                .map { Int(try $0.int(0)) }
        }
        guard let last = ending.last else { return [] }
        _ = try await offPool { [ring] () throws(VaultError) in
            let newest = try ring.newest().epoch
            return newest > last ? newest : try ring.beginEpoch(after: last)
        }
        try await end(ending) { _, _ in }
        return ending
    }

    /// Ends every epoch that there is, in the same way; one that was broken off goes on where it was.
    ///
    /// - Parameter progress: is told how many keys are wrapped anew, of how many.
    /// - Returns: the epochs that ended now.
    @discardableResult
    package func turnAllEpochs(
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(VaultError) -> [Int] {
        let last = try await offPool { [ring] () throws(VaultError) in try ring.beginTurning() }
        // Those that never wrapped a key yet have no row; with one, none can be wrapped under them any more.
        let ending = try ring.contents.epochs.map(\.number).filter { $0 <= last }.sorted()
        try await end(ending, progress: progress)
        return ending
    }

    private func end(_ epochs: [Int], progress: @escaping @Sendable (Int, Int) -> Void) async throws(VaultError) {
        try await mark(epochs, as: "ending")
        let total = try await reading { transaction in
            var total = 0
            for epoch in epochs {
                let row = try transaction.row("SELECT COUNT(*) FROM subject_key WHERE epoch = \(epoch)")
                total += Int(try row?.int(0) ?? 0)
            }
            return total
        }
        var done = 0
        for epoch in epochs {
            done = try await rewrap(epoch, after: done) { progress($0, max(total, $0)) }
        }
        try await offPool { [ring] () throws(VaultError) in try ring.destroyEpochs(epochs) }
        try await mark(epochs, as: "ended")
    }

    /// True when the key of an epoch is in the key ring no more.
    package func hasEnded(_ epoch: Int) throws(VaultError) -> Bool {
        try ring.reloadIfChanged()
        return try !ring.contents.epochs.contains { $0.number == epoch }
    }

    /// Proves that key ring and database belong together: one key of each epoch is unwrapped.
    ///
    /// - Throws: ``VaultError/noEpoch(_:)``, ``VaultError/doesNotOpen``.
    package func check() async throws(VaultError) {
        let samples = try await reading { transaction in
            try transaction.rows("SELECT DISTINCT epoch FROM subject_key ORDER BY epoch").compactMap { epoch in
                try transaction.row(
                    """
                    SELECT subject_id, epoch, wrapped FROM subject_key WHERE epoch = \(try epoch.int(0))
                    ORDER BY subject_id LIMIT 1
                    """
                )
                .map { KeyRow(subject: try $0.identifier(0), epoch: Int(try $0.int(1)), wrapped: try $0.bytes(2)) }
            }
        }
        for row in samples {
            _ = try WrappedKey.open(
                row.wrapped, of: row.subject, epoch: row.epoch, key: ring.epochKey(row.epoch), instance: ring.instance)
        }
    }

    private func mark(_ epochs: [Int], as state: String) async throws(VaultError) {
        try await writing { transaction in
            for epoch in epochs {
                try transaction.run(
                    """
                    INSERT INTO key_epoch (epoch, wrapped, destroyed, state) VALUES (\(epoch), 0, 0, \(state))
                    ON CONFLICT (epoch) DO UPDATE SET state = excluded.state WHERE key_epoch.state <> 'ended'
                    """)
            }
        }
    }

    /// Wraps the keys that an ending epoch still holds under a newer one; no key can be added to it meanwhile.
    ///
    /// - Returns: how many keys were wrapped anew, with those before.
    private func rewrap(_ epoch: Int, after before: Int, progress: (Int) -> Void) async throws(VaultError) -> Int {
        var done = before
        while true {
            let rows = try await reading { transaction in
                try transaction.rows(
                    """
                    SELECT subject_id, wrapped FROM subject_key WHERE epoch = \(epoch)
                    ORDER BY subject_id LIMIT \(Self.rewrappedAtOnce)
                    """
                )
                .map { KeyRow(subject: try $0.identifier(0), epoch: epoch, wrapped: try $0.bytes(1)) }
            }
            guard !rows.isEmpty else { return done }
            let former = try ring.epochKey(epoch)
            try await underEpoch(rows.count) { [self] newer, key throws(VaultError) in
                var wrapped: [KeyRow] = []
                for row in rows {
                    let secret = try WrappedKey.open(
                        row.wrapped, of: row.subject, epoch: epoch, key: former, instance: ring.instance)
                    wrapped.append(
                        KeyRow(
                            subject: row.subject, epoch: newer,
                            wrapped: try WrappedKey.seal(
                                secret, of: row.subject, epoch: newer, key: key, instance: ring.instance,
                                randomness: randomness)))
                }
                return wrapped
            } store: { row, transaction in
                try transaction.run(
                    """
                    UPDATE subject_key SET epoch = \(row.epoch), wrapped = \(row.wrapped)
                    WHERE subject_id = \(row.subject) AND epoch = \(epoch)
                    """)
            }
            done += rows.count
            progress(done)
        }
    }
}

import Crypto
import Primitives
import Storage

extension SubjectKeys {
    /// For the database of keys only. Erasure rule: a row of `subject_key` is deleted at once.
    package static let migrations = [
        Migration(
            "2026-11-24.00", "vault: subject keys and their epochs",
            placing: ["key_epoch": .apart, "subject_key": .apart],
            [
                """
                CREATE TABLE key_epoch (
                    epoch BIGINT PRIMARY KEY, wrapped BIGINT NOT NULL, destroyed BIGINT NOT NULL,
                    state TEXT NOT NULL)
                """,
                """
                CREATE TABLE subject_key (
                    subject_id BLOB PRIMARY KEY, epoch BIGINT NOT NULL REFERENCES key_epoch (epoch),
                    wrapped BLOB NOT NULL)
                """,
                "CREATE INDEX subject_key_by_epoch ON subject_key (epoch, subject_id)",
            ])
    ]

    /// One row: a wrapped key.
    struct KeyRow: Sendable {
        let subject: SubjectID
        let epoch: Int
        let wrapped: Bytes
    }

    /// Makes `count` keys in one durable commit.
    func makeBatch(of count: Int) async throws(VaultError) -> [SubjectID] {
        let secrets = (0..<count).map { _ in
            (subject: SubjectID(from: randomness), secret: SymmetricKey(data: randomness.bytes(32)))
        }
        try await underEpoch(count) { [self] epoch, key throws(VaultError) in
            var rows: [KeyRow] = []
            for (subject, secret) in secrets {
                let wrapped = try WrappedKey.seal(
                    secret, of: subject, epoch: epoch, key: key, instance: ring.instance, randomness: randomness)
                rows.append(KeyRow(subject: subject, epoch: epoch, wrapped: wrapped))
            }
            return rows
        } store: { row, transaction in
            try transaction.send(
                """
                INSERT INTO subject_key (subject_id, epoch, wrapped)
                VALUES (\(row.subject), \(row.epoch), \(row.wrapped))
                """)
        }
        return secrets.map(\.subject)
    }

    /// Wraps `count` keys under the newest epoch that has room for them and stores them in one transaction.
    ///
    /// The place is claimed in the same transaction, so no process can wrap under an epoch that is being ended.
    func underEpoch(
        _ count: Int, wrap: (Int, SymmetricKey) throws(VaultError) -> [KeyRow],
        store: @escaping @Sendable (KeyRow, any Transaction) throws -> Void
    ) async throws(VaultError) {
        while true {
            let (epoch, key) = try ring.newest()
            let rows = try wrap(epoch, key)
            let stored = try await writing { transaction in
                guard try Self.claim(count, of: epoch, in: transaction) else { return false }
                for row in rows { try store(row, transaction) }
                return true
            }
            if stored { return }
            _ = try await offPool { [ring] () throws(VaultError) in try ring.beginEpoch(after: epoch) }
        }
    }

    /// - Returns: false when the epoch is full or ended.
    private static func claim(_ count: Int, of epoch: Int, in transaction: any Transaction) throws -> Bool {
        let changed = try transaction.run(
            """
            INSERT INTO key_epoch (epoch, wrapped, destroyed, state) VALUES (\(epoch), \(count), 0, 'open')
            ON CONFLICT (epoch) DO UPDATE SET wrapped = key_epoch.wrapped + \(count)
            WHERE key_epoch.state = 'open' AND key_epoch.wrapped + \(count) <= \(KeyRing.keysPerEpoch)
            """)
        return changed == 1
    }

    func find(_ subject: SubjectID) async throws(VaultError) -> KeyRow? {
        try await reading { transaction in
            try transaction.row("SELECT epoch, wrapped FROM subject_key WHERE subject_id = \(subject)")
                .map { KeyRow(subject: subject, epoch: Int(try $0.int(0)), wrapped: try $0.bytes(1)) }
        }
    }

    /// - Returns: the epoch that wrapped the key; nil when there was none.
    func delete(_ subject: SubjectID) async throws(VaultError) -> Int? {
        try await writing { transaction in
            let row = try transaction.row(
                "DELETE FROM subject_key WHERE subject_id = \(subject) RETURNING epoch")
            guard let row else { return nil }
            let epoch = Int(try row.int(0))
            try transaction.send("UPDATE key_epoch SET destroyed = destroyed + 1 WHERE epoch = \(epoch)")
            return epoch
        }
    }
}

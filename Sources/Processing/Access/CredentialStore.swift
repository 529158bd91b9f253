import Primitives
import Storage

/// Password, second factor and failures of one person.
package struct Credential: Sendable {
    /// The Argon2id hash; nil when none was set.
    package let password: String?
    /// The sealed secret of the second factor; nil when none was enrolled.
    package let totp: Bytes?
    /// The last time step whose code was used: none is used twice.
    package let totpStep: Int64
    package let failures: Int
    package let lockedUntil: Instant

    static let none = Credential(
        password: nil, totp: nil, totpStep: 0, failures: 0, lockedUntil: Instant(microseconds: 0))
}

/// Credentials, in an open transaction.
package struct CredentialStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A person's credential; an empty one when nothing was set.
    package func find(_ subject: SubjectID) throws(StorageError) -> Credential {
        guard
            let row = try transaction.row(
                """
                SELECT password, totp, totp_step, failures, locked_until FROM credential WHERE subject_id = \(subject)
                """)
        else { return .none }
        return Credential(
            password: try row.textIfAny(0), totp: try row.bytesIfAny(1), totpStep: try row.int(2),
            failures: Int(try row.int(3)), lockedUntil: try row.instant(4))
    }

    /// Sets a password; failures begin anew.
    package func setPassword(_ hash: String, of subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO credential (subject_id, password, totp, totp_step, failures, locked_until, changed_at)
            VALUES (\(subject), \(hash), NULL, 0, 0, 0, \(now))
            ON CONFLICT (subject_id) DO UPDATE SET password = excluded.password, failures = 0, locked_until = 0,
                changed_at = excluded.changed_at
            """)
    }

    /// Sets or removes the sealed secret of the second factor.
    package func setFactor(_ sealed: Bytes?, of subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO credential (subject_id, password, totp, totp_step, failures, locked_until, changed_at)
            VALUES (\(subject), NULL, \(sealed), 0, 0, 0, \(now))
            ON CONFLICT (subject_id) DO UPDATE SET totp = excluded.totp, totp_step = 0, changed_at = excluded.changed_at
            """)
    }

    /// Uses a time step up. - Returns: false when it, or a later one, was used before.
    package func useStep(_ step: Int64, of subject: SubjectID) throws(StorageError) -> Bool {
        try transaction.run(
            "UPDATE credential SET totp_step = \(step) WHERE subject_id = \(subject) AND totp_step < \(step)") == 1
    }

    /// Uses a recovery code up. - Returns: false when it is none of the person's, or was used before.
    package func useRecovery(_ digest: Bytes, of subject: SubjectID, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE recovery_code SET used_at = \(now)
            WHERE digest = \(digest) AND subject_id = \(subject) AND used_at IS NULL
            """) == 1
    }

    /// Counts a wrong second factor. After ten in a row the account waits, longer each time, at most an hour.
    package func fail(_ subject: SubjectID, at now: Instant) throws(StorageError) {
        let row = try transaction.row(
            "UPDATE credential SET failures = failures + 1 WHERE subject_id = \(subject) RETURNING failures")
        let failures = Int(try row?.int(0) ?? 1)
        let wait = failures < 10 ? 0 : min(3_600, 60 << min(failures - 10, 6))
        try transaction.send(
            "UPDATE credential SET locked_until = \(now + .seconds(wait)) WHERE subject_id = \(subject)")
    }

    /// Forgets failures after a sign-in.
    package func succeed(_ subject: SubjectID) throws(StorageError) {
        try transaction.send("UPDATE credential SET failures = 0, locked_until = 0 WHERE subject_id = \(subject)")
    }
}

import Primitives
import Storage

/// The tables of the operator's own people.
package enum StaffingSchema {
    /// Erasure rules: all rows of the person are deleted.
    package static let migrations = [
        Migration(
            "2026-11-24.80", "staffing: staff, roles, invitations",
            placing: ["staff": .bySubject(), "staff_role": .bySubject(), "invitation": .byDigest()],
            [
                """
                CREATE TABLE staff (
                    subject_id BLOB PRIMARY KEY, state TEXT NOT NULL, undertaking_at BIGINT, undertaking_edition BIGINT,
                    created_at BIGINT NOT NULL, ended_at BIGINT)
                """,
                """
                CREATE TABLE staff_role (
                    subject_id BLOB NOT NULL, role TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (subject_id, role))
                """,
                """
                CREATE TABLE invitation (
                    digest BLOB PRIMARY KEY, kind TEXT NOT NULL, subject_id BLOB, roles TEXT NOT NULL, invited_by BLOB,
                    created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT)
                """,
            ]),
        Migration(
            "2026-11-26.80", "staffing: the own address, as it would be confirmed by a person who registers",
            ["ALTER TABLE staff ADD COLUMN own_address BLOB"]),
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        for statement: SQL in [
            "DELETE FROM staff WHERE subject_id = \(subject)", "DELETE FROM staff_role WHERE subject_id = \(subject)",
            "DELETE FROM invitation WHERE subject_id = \(subject)",
        ] { try transaction.run(statement) }
    }
}

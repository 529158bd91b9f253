import Primitives
import Storage

/// The tables of services, agreements and orders.
package enum AgreementsSchema {
    /// `service_version` is one row for each saving of a service, `agreement_edition` one for each text of an agreement; both
    /// are only added to and hold nothing personal but who saved. `service_order` and `order_step` are about persons.
    ///
    /// Erasure rules: what was saved stays without the person who saved it; orders and their steps are deleted, the ledger
    /// keeps that there were some.
    package static let migrations = [
        Migration(
            "2026-12-10.01", "agreements: services, agreements and orders",
            placing: [
                "service_version": .reference, "agreement_edition": .reference, "service_order": .bySubject(),
                "order_step": .bySubject(),
            ],
            [
                """
                CREATE TABLE service_version (
                    service TEXT NOT NULL, revision BIGINT NOT NULL, state TEXT NOT NULL, content TEXT NOT NULL,
                    saved_by BLOB, saved_at BIGINT NOT NULL, PRIMARY KEY (service, revision))
                """,
                """
                CREATE TABLE agreement_edition (
                    service TEXT NOT NULL, number BIGINT NOT NULL, content TEXT NOT NULL, hash BLOB NOT NULL,
                    in_force_since BIGINT NOT NULL, published_by BLOB, PRIMARY KEY (service, number))
                """,
                """
                CREATE TABLE service_order (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, case_id TEXT NOT NULL, number BIGINT NOT NULL,
                    service TEXT NOT NULL, version BIGINT NOT NULL, agreement BIGINT NOT NULL, language TEXT NOT NULL,
                    text_hash BLOB NOT NULL, state TEXT NOT NULL, placed_at BIGINT NOT NULL, paid_at BIGINT,
                    ended_at BIGINT, acceptance BLOB NOT NULL, reason BLOB, PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX service_order_by_state ON service_order (state, placed_at)",
                """
                CREATE TABLE order_step (
                    subject_id BLOB NOT NULL, order_id BLOB NOT NULL, ordinal BIGINT NOT NULL, event TEXT NOT NULL,
                    at BIGINT NOT NULL, PRIMARY KEY (subject_id, order_id, ordinal))
                """,
            ])
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.run("DELETE FROM service_order WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM order_step WHERE subject_id = \(subject)")
        try transaction.run("UPDATE service_version SET saved_by = NULL WHERE saved_by = \(subject)")
        try transaction.run("UPDATE agreement_edition SET published_by = NULL WHERE published_by = \(subject)")
    }
}

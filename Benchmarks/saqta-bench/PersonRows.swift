import Primitives
import Storage

/// The rows that one registration through the API leaves, each once and in its last state.
struct PersonRows: Sendable {
    var subject: Bytes
    var number: String
    var record: Bytes
    /// What fills the wording's gap is sealed; the wording itself is there once for all.
    var consent: (id: Bytes, hash: Bytes, text: Bytes)
    /// The digest of that wording.
    static let wording = Bytes(repeating: 7, count: 32)
    /// Of the e-mail address, under the first version of the index key.
    var address: Bytes
    /// Identifiers and octets of the four entries: consent, register, addContact, confirmContact.
    var entries: [(id: Bytes, octets: Bytes)]

    /// Random octets of the lengths that a registration has.
    static func random() -> PersonRows {
        let random = Randomness.system
        return PersonRows(
            subject: random.bytes(16), number: random.bytes(5).hex, record: random.bytes(182),
            consent: (random.bytes(16), random.bytes(32), random.bytes(43)), address: random.bytes(32),
            entries: [411, 448, 426, 373].map { (random.bytes(16), random.bytes($0)) })
    }

    func insert(at now: Instant, in transaction: any Transaction) throws {
        let random = Randomness.system
        for statement: SQL in [
            """
            INSERT INTO idempotency (digest, content, subject_id, number, language, at)
            VALUES (\(random.bytes(32)), \(random.bytes(32)), \(subject), \(number), 'en', \(now))
            """,
            """
            INSERT INTO subject (id, kind, state, revision, record, language, demo, created_at)
            VALUES (\(subject), 'person', 'living', 2, \(record), 'en', 1, \(now))
            """,
            """
            INSERT INTO registration (subject_id, number, state, since, created_at, due_at, resent, reminded, set_aside)
            VALUES (\(subject), \(number), 'draft', \(now), \(now), \(now + .days(7)), 0, 0, 0)
            """,
            "INSERT INTO registration_number (number, subject_id) VALUES (\(number), \(subject))",
            """
            INSERT INTO consent (subject_id, id, consent, given, edition, language, text_hash, text, at, wording)
            VALUES (\(subject), \(consent.id), 'main', 1, 1, 'en', \(consent.hash), \(consent.text), \(now),
                    \(Self.wording))
            """,
            """
            INSERT INTO contact (subject_id, channel, target, digests, confirmed_at)
            VALUES (\(subject), 'email', \(address), \([0, 0, 0, 1] + address), \(now))
            """,
            """
            INSERT INTO address (digest, subject_id, field, version, state, at)
            VALUES (\(address), \(subject), 4, 1, 'shared', \(now))
            """,
        ] { try transaction.run(statement) }
        for (id, octets) in entries { try Self.insert(id, octets, of: subject, at: now, in: transaction) }
    }

    /// An entry that waits for the tree, and the same as the person's own.
    static func insert(
        _ id: Bytes, _ octets: Bytes, of subject: Bytes, at now: Instant, in transaction: any Transaction
    ) throws {
        try transaction.run(
            "INSERT INTO pending_entry (subject_id, id, entry, at) VALUES (\(subject), \(id), \(octets), \(now))")
        try transaction.run(
            "INSERT INTO own_entry (subject_id, id, entry, at) VALUES (\(subject), \(id), \(octets), \(now))")
    }

    /// What acts cost of the budget of a programme.
    static func spend(_ digest: Bytes, _ acts: Int, at now: Instant, in transaction: any Transaction) throws {
        try transaction.run(
            """
            INSERT INTO budget (digest, span, start, spent)
            VALUES (\(digest), 'minute', \(now.seconds / 60), \(acts)), (\(digest), 'day', \(now.seconds / 86_400), \(acts))
            ON CONFLICT (digest, span) DO UPDATE SET spent = budget.spent + excluded.spent
            """)
    }
}

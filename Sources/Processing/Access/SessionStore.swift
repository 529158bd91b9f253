import Permits
import Primitives
import Storage

/// Sessions, in an open transaction.
package struct SessionStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Begins a session under the digest of a fresh token.
    package func begin(
        _ digest: Bytes, kind: Session.Kind, assurance: Session.Assurance, of subject: SubjectID?,
        by representation: Identifier<RepresentationRow>? = nil, at now: Instant
    ) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO session (digest, subject_id, kind, assurance, created_at, seen_at, expires_at, proved_at, representation)
            VALUES (\(digest), \(subject), \(kind.rawValue), \(assurance.rawValue), \(now), \(now),
                    \(now + kind.total), \(assurance.isProof && representation == nil ? now : nil), \(representation))
            """)
        if let representation, let subject {
            try RepresentationStore(transaction).act(by: representation, for: subject, in: digest, at: now)
        }
    }

    /// The session of a token's digest, unless it has ended.
    package func find(
        _ digest: Bytes, idle: Session.IdleTerms, at now: Instant
    ) throws(StorageError) -> Session? {
        let row = try transaction.row(
            """
            SELECT digest, subject_id, kind, assurance, created_at, seen_at, expires_at, proved_at, representation
            FROM session
            WHERE digest = \(digest) AND expires_at > \(now)
            """)
        guard let session = try row.map({ row throws(StorageError) in try Session(row: row) }) else { return nil }
        return session.isLiving(idle, at: now) ? session : nil
    }

    /// A person's living sessions, the one used last first.
    package func all(
        of subject: SubjectID, idle: Session.IdleTerms, at now: Instant
    ) throws(StorageError) -> [Session] {
        let rows = try transaction.rows(
            """
            SELECT digest, subject_id, kind, assurance, created_at, seen_at, expires_at, proved_at, representation
            FROM session
            WHERE subject_id = \(subject) AND expires_at > \(now) ORDER BY seen_at DESC, created_at DESC LIMIT 100
            """)
        return try rows.map { row throws(StorageError) in try Session(row: row) }.filter { $0.isLiving(idle, at: now) }
    }

    /// The living sessions in which a person acts for others, the one used last first.
    package func acting(
        _ representative: SubjectID, idle: Session.IdleTerms, at now: Instant
    ) throws(StorageError) -> [Session] {
        // Apart: where sessions lie otherwise than persons, no query joins the two.
        let acting = try RepresentationStore(transaction).open(by: representative)
        guard !acting.isEmpty else { return [] }
        let rows = try transaction.rows(
            """
            SELECT digest, subject_id, kind, assurance, created_at, seen_at, expires_at, proved_at, representation
            FROM session WHERE representation IN (\(acting.map(\.bytes))) AND expires_at > \(now)
            ORDER BY seen_at DESC, created_at DESC LIMIT 100
            """)
        return try rows.map { row throws(StorageError) in try Session(row: row) }.filter { $0.isLiving(idle, at: now) }
    }

    /// Goes on under another token, after the person has shown again who they are (ASVS 5.0, 7.2.4).
    package func renew(_ digest: Bytes, as other: Bytes, at now: Instant) throws(StorageError) {
        let former = try transaction.row(
            """
            DELETE FROM session WHERE digest = \(digest)
            RETURNING subject_id, kind, assurance, created_at, seen_at, expires_at, representation
            """)
        if let former {
            let (subject, kind, assurance): (SubjectID?, String, String) = (
                try former.identifierIfAny(0), try former.text(1), try former.text(2)
            )
            let (begun, seen, end) = (try former.instant(3), try former.instant(4), try former.instant(5))
            let representation: Identifier<RepresentationRow>? = try former.identifierIfAny(6)
            try transaction.send(
                """
                INSERT INTO session (digest, subject_id, kind, assurance, created_at, seen_at, expires_at, proved_at,
                                     representation)
                VALUES (\(other), \(subject), \(kind), \(assurance), \(begun), \(seen), \(end), \(now), \(representation))
                """)
            if let subject { try RepresentationStore(transaction).renew(digest, as: other, of: subject) }
        }
        try transaction.send("UPDATE code SET session = \(other) WHERE session = \(digest)")
    }

    /// The person has shown in the session who they are.
    package func prove(_ digest: Bytes, at now: Instant) throws(StorageError) {
        try transaction.send("UPDATE session SET proved_at = \(now) WHERE digest = \(digest)")
    }

    /// The browser in which a registration was filled in is nobody's key to it for days once it has been sent: its
    /// sessions last as long as others from now on.
    package func endRegistering(_ subject: SubjectID, at now: Instant) throws(StorageError) {
        let end = now + Session.Kind.account.total
        try transaction.send(
            """
            UPDATE session SET kind = 'account', seen_at = \(now),
                   expires_at = CASE WHEN expires_at > \(end) THEN \(end) ELSE expires_at END
            WHERE subject_id = \(subject) AND kind = 'registration'
            """)
    }

    /// Remembers that the session was used.
    package func touch(_ digest: Bytes, at now: Instant) throws(StorageError) {
        try transaction.send("UPDATE session SET seen_at = \(now) WHERE digest = \(digest)")
    }

    /// Ends one session.
    package func end(_ digest: Bytes) throws(StorageError) {
        try transaction.send("DELETE FROM session WHERE digest = \(digest)")
    }

    /// Ends the sessions in which somebody acts by a representation.
    package func endActing(by representation: Identifier<RepresentationRow>) throws(StorageError) {
        try transaction.send("DELETE FROM session WHERE representation = \(representation)")
    }

    /// Ends all sessions of a person, those in which they act for others among them; one excepted if asked.
    package func endAll(of subject: SubjectID, except digest: Bytes = []) throws(StorageError) {
        try transaction.send("DELETE FROM session WHERE subject_id = \(subject) AND digest <> \(digest)")
        let acting = try RepresentationStore(transaction).open(by: subject)
        guard !acting.isEmpty else { return }
        try transaction.send(
            "DELETE FROM session WHERE representation IN (\(acting.map(\.bytes))) AND digest <> \(digest)")
    }

    /// Deletes sessions and codes that have long ended.
    package func sweep(at now: Instant) throws(StorageError) {
        try transaction.send("DELETE FROM session WHERE expires_at < \(now)")
        try transaction.send("DELETE FROM code WHERE created_at < \(now - .days(1))")
        try transaction.send("DELETE FROM guess WHERE at < \(now - .days(1))")
    }
}

extension Session {
    fileprivate init(row: Row) throws(StorageError) {
        guard let kind = Kind(rawValue: try row.text(2)), let assurance = Assurance(rawValue: try row.text(3)) else {
            throw .unexpected("session row")
        }
        self.init(
            digest: try row.bytes(0), subject: try row.identifierIfAny(1), kind: kind, assurance: assurance,
            createdAt: try row.instant(4), seenAt: try row.instant(5), expiresAt: try row.instant(6),
            provedAt: try row.instantIfAny(7), representation: try row.identifierIfAny(8))
    }

    fileprivate func isLiving(_ idle: IdleTerms, at now: Instant) -> Bool {
        expiresAt > now && seenAt + idle.span(kind) > now
    }
}

import Crypto
import Permits
import Primitives
import Storage

/// A sitting of one person in one browser.
package struct Session: Sendable, Hashable {
    /// SHA-256 of the token in the cookie; the token itself is not stored.
    package let digest: Bytes
    package let subject: SubjectID?
    package let kind: Kind
    package let assurance: Assurance
    package let createdAt: Instant
    /// When it was last used, to the minute.
    package let seenAt: Instant
    package let expiresAt: Instant

    package enum Kind: String, Sendable {
        /// Somebody who has asked for a code and is not known yet.
        case stranger
        /// Somebody who is filling in a registration.
        case registration
        /// A subject who has signed in.
        case account
        /// A member of staff.
        case staff

        /// How long a sitting may last without a request, and in all.
        package var terms: (idle: Span, total: Span) {
            switch self {
            case .stranger: (.minutes(30), .hours(1))
            case .registration: (.days(7), .days(7))
            case .account: (.minutes(30), .hours(12))
            case .staff: (.minutes(30), .hours(12))
            }
        }
    }

    /// How the person was recognised.
    package enum Assurance: String, Sendable {
        case none
        /// By the browser in which the registration was begun.
        case browser
        /// By a code to a telephone.
        case telephoneCode
        /// By a code to an e-mail address.
        case emailCode
        case password
        /// By password and second factor.
        case twoFactors
        /// By a one-time link and a password; the second factor is to be enrolled.
        case link
        /// By password, second factor still to come.
        case passwordOnly

        /// Whether data and documents may be shown, not the status alone.
        package var opensData: Bool {
            switch self {
            case .browser, .emailCode, .password, .twoFactors: true
            case .none, .telephoneCode, .passwordOnly, .link: false
            }
        }
    }

    /// The digest under which a token is stored.
    package static func digest(of token: Bytes) -> Bytes { Bytes(SHA256.hash(data: token)) }
}

/// Sessions, in an open transaction.
package struct SessionStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Begins a session under the digest of a fresh token.
    package func begin(
        _ digest: Bytes, kind: Session.Kind, assurance: Session.Assurance, of subject: SubjectID?, at now: Instant
    ) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO session (digest, subject_id, kind, assurance, created_at, seen_at, expires_at)
            VALUES (\(digest), \(subject), \(kind.rawValue), \(assurance.rawValue), \(now), \(now),
                    \(now + kind.terms.total))
            """)
    }

    /// The session of a token's digest, unless it has ended.
    package func find(_ digest: Bytes, at now: Instant) throws(StorageError) -> Session? {
        guard
            let row = try transaction.row(
                """
                SELECT digest, subject_id, kind, assurance, created_at, expires_at, seen_at FROM session
                WHERE digest = \(digest) AND expires_at > \(now)
                """)
        else { return nil }
        guard let kind = Session.Kind(rawValue: try row.text(2)),
            let assurance = Session.Assurance(rawValue: try row.text(3))
        else { throw .unexpected("session row") }
        guard try row.instant(6) + kind.terms.idle > now else { return nil }
        return Session(
            digest: try row.bytes(0), subject: try row.identifierIfAny(1), kind: kind, assurance: assurance,
            createdAt: try row.instant(4), seenAt: try row.instant(6), expiresAt: try row.instant(5))
    }

    /// Remembers that the session was used.
    package func touch(_ digest: Bytes, at now: Instant) throws(StorageError) {
        try transaction.run("UPDATE session SET seen_at = \(now) WHERE digest = \(digest)")
    }

    /// Ends one session.
    package func end(_ digest: Bytes) throws(StorageError) {
        try transaction.run("DELETE FROM session WHERE digest = \(digest)")
    }

    /// Ends all sessions of a person, one excepted if asked.
    package func endAll(of subject: SubjectID, except digest: Bytes = []) throws(StorageError) {
        try transaction.run("DELETE FROM session WHERE subject_id = \(subject) AND digest <> \(digest)")
    }

    /// Deletes sessions and codes that have long ended.
    package func sweep(at now: Instant) throws(StorageError) {
        try transaction.run("DELETE FROM session WHERE expires_at < \(now)")
        try transaction.run("DELETE FROM code WHERE created_at < \(now - .days(1))")
    }
}

/// Finds sessions for the site.
package struct Sessions: Sendable {
    let gate: Gate
    let time: TimeSource

    package init(gate: Gate, time: TimeSource) {
        self.gate = gate
        self.time = time
    }

    /// The living session of a token's digest; that it was used is remembered once a minute.
    package func find(_ digest: Bytes) async throws -> Session? {
        let now = time.now
        let found = try await gate.look { transaction in
            try SessionStore(transaction).find(digest, at: now)
        }
        guard let found else { return nil }
        if now - found.seenAt > .seconds(60) {
            try await gate.perform { try SessionStore($0).touch(digest, at: now) }
        }
        return found
    }

    /// Ends a session.
    package func end(_ digest: Bytes) async throws {
        try await gate.perform { try SessionStore($0).end(digest) }
    }
}

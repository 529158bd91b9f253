import Permits
import Policy
import Primitives
import Storage

/// Finds sessions for the site; how long one may be idle, the policy in force says.
package struct Sessions: Sendable {
    let gate: Gate
    let time: TimeSource

    package init(gate: Gate, time: TimeSource) {
        self.gate = gate
        self.time = time
    }

    /// How long sessions may be idle now.
    package func idle() async throws -> Session.IdleTerms { try await gate.look { try idle(in: $0) } }

    private func idle(in transaction: any Transaction) throws -> Session.IdleTerms {
        Session.IdleTerms(try gate.book.inForce(in: transaction).document.terms)
    }

    /// The living session of a token's digest; that it was used is remembered once a minute.
    package func find(_ digest: Bytes) async throws -> Session? {
        let now = time.now
        let found = try await gate.look { try SessionStore($0).find(digest, idle: idle(in: $0), at: now) }
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

    /// The living sessions of a person, the one used last first, and behind them those in which they act for others.
    package func all(of subject: SubjectID) async throws -> [Session] {
        let now = time.now
        return try await gate.look { transaction in
            let (store, idle) = (SessionStore(transaction), try idle(in: transaction))
            return try store.all(of: subject, idle: idle, at: now) + store.acting(subject, idle: idle, at: now)
        }
    }

    /// Names a session on a page without telling its digest.
    package func name(of session: Session) -> String {
        Bytes(gate.mac("name of a session", over: session.digest).prefix(16)).hex
    }

    /// Ends one session of a person by its name; nothing when it has ended.
    package func end(named name: String, of subject: SubjectID) async throws {
        for session in try await all(of: subject) where self.name(of: session) == name { try await end(session.digest) }
    }

    /// Ends all sessions of a person but one, also those in which they act for others.
    package func endAll(of subject: SubjectID, except digest: Bytes) async throws {
        try await gate.perform { try SessionStore($0).endAll(of: subject, except: digest) }
    }
}

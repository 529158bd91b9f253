import Permits
import Primitives

extension SignIn {
    /// Takes the code that ``askProof(of:session:asker:)`` has sent: from now on the person has shown lately who they are.
    ///
    /// - Throws: ``AccessRefusal/needsMore``, ``AccessRefusal/wrongCode(triesLeft:)``.
    package func prove(_ code: String, of subject: SubjectID, session: Session) async throws {
        guard session.assurance.opensData else { throw AccessRefusal.needsMore }
        let pending = try await codes.attempt(code, for: .prove, channel: nil, session: session.digest)
        guard pending.subject == subject else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        let now = time.now
        try await gate.perform { transaction in
            try codes.use(pending, in: transaction)
            try SessionStore(transaction).prove(session.digest, at: now)
        }
    }

    /// Takes the password for the same, as whoever has lost their mailbox gets no code.
    ///
    /// - Throws: ``AccessRefusal/needsMore``, ``AccessRefusal/wrongCredentials``, also while no more passwords are compared.
    package func prove(password: String, of subject: SubjectID, session: Session) async throws {
        guard session.assurance.opensData, session.representation == nil else { throw AccessRefusal.needsMore }
        try await check(password, of: subject)
        let now = time.now
        try await gate.perform { try SessionStore($0).prove(session.digest, at: now) }
    }
}

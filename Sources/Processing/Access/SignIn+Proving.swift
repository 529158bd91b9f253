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
}

import Permits
import Policy
import Primitives
import Storage

extension SignIn {
    /// Somebody who has been let in.
    package struct Entered: Sendable {
        /// Of the new session.
        package let token: Bytes
        /// What the browser holds from now on, to be known again; see ``KnownBrowsers``.
        package let tokens: [Bytes]
    }

    /// Takes the code; the stranger's session ends and the person's begins.
    ///
    /// - Throws: ``AccessRefusal/wrongCode(triesLeft:)``.
    package func enter(code: String, session: Bytes, asker: Asker = .unknown) async throws -> Entered {
        let pending = try await codes.attempt(code, for: .signIn, channel: nil, session: session)
        guard let person = pending.subject else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        let assurance: Session.Assurance = pending.channel == .email ? .emailCode : .telephoneCode
        let token = try await begin(person, assurance, ending: session) { transaction in
            try codes.use(pending, in: transaction)
        }
        return Entered(token: token, tokens: codes.browsers.adding(pending.target, to: asker.tokens))
    }

    /// Takes address and password; see ``PasswordEntry``.
    ///
    /// - Throws: ``AccessRefusal/wrongCredentials``, also while no more passwords are compared.
    package func enter(
        address: String, field: FieldNumber, password: String, asker: Asker = .unknown
    ) async throws -> Entered {
        let digests = try addresses.digests(field, address).map(\.digest)
        guard let target = digests.first else { throw AccessRefusal.wrongCredentials }
        let counter = codes.browsers.counter(asker.tokens, for: target)
        let person = try await PasswordEntry(gate: gate, passwords: passwords, time: time)
            .person(entering: password, counting: counter) { try addresses.holder(digests, in: $0) }
        let token = try await begin(person, .password, ending: nil) { try GuessStore($0).succeed(counter) }
        return Entered(token: token, tokens: codes.browsers.adding(target, to: asker.tokens))
    }

    private func begin(
        _ person: SubjectID, _ assurance: Session.Assurance, ending old: Bytes?,
        _ first: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> Bytes {
        let token = randomness.bytes(32)
        let session = Session.digest(of: token)
        let sealer = try await gate.sealer(for: person)
        let now = time.now
        try await gate.perform { transaction in
            try first(transaction)
            let store = SessionStore(transaction)
            if let old { try store.end(old) }
            try store.begin(session, kind: .account, assurance: assurance, of: person, at: now)
            let permit = try gate.permitToWrite(
                Ask(.signIn, by: .subject(person, session: session), on: person, for: .security), sealer: sealer,
                in: transaction)
            try permit.note(["with": assurance.rawValue], in: transaction)
        }
        return token
    }
}

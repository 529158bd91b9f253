import Messages
import Permits
import Policy
import Primitives
import Storage

extension SignIn {
    /// How long the person's having shown who they are counts for setting a password (ASVS 5.0, 7.5.1).
    package static let proofLasts = Span.minutes(10)

    /// Whether the person has shown in the session lately who they are.
    package func isProven(_ session: Session) -> Bool {
        session.isProven(at: time.now)
    }

    /// Whether a password was set.
    package func hasPassword(_ subject: SubjectID) async throws -> Bool {
        try await gate.look { try CredentialStore($0).find(subject).password != nil }
    }

    /// What is kept of a password that cannot be set yet: the hash, sealed for the person and the session. It travels
    /// with the page on which the code is entered, so that the password is entered once.
    ///
    /// - Throws: ``AccessRefusal/weakPassword(_:)``.
    package func keep(_ password: String, of subject: SubjectID, session: Session) async throws -> Bytes {
        try await passwords.accept(password, [])
        let hash = try await passwords.hash(password)
        return try await gate.sealer(for: subject).seal(Bytes(hash.utf8), label: label(session), in: .messages)
    }

    /// Sets or changes the password; other sessions end, and this one goes on under a new token.
    ///
    /// - Parameter present: the password so far; it proves who the person is when nothing else has lately.
    /// - Returns: the new token of the session.
    /// - Throws: ``AccessRefusal/needsMore``, ``AccessRefusal/weakPassword(_:)``, ``AccessRefusal/needsProof`` when a code
    ///   has to be asked, ``AccessRefusal/wrongCredentials`` when `present` is not the password.
    package func setPassword(
        _ password: String, present: String? = nil, of subject: SubjectID, session: Session
    ) async throws -> Bytes {
        guard session.assurance.opensData else { throw AccessRefusal.needsMore }
        try await passwords.accept(password, [])
        if let present {
            try await check(present, of: subject)
        } else if !isProven(session) {
            throw AccessRefusal.needsProof
        }
        return try await store(try await passwords.hash(password), of: subject, session: session) { _ in }
    }

    /// Sends a code to a confirmed address of the person, an e-mail address where there is one.
    ///
    /// - Returns: the way it went.
    /// - Throws: ``AccessRefusal/tooSoon(_:)``, ``AccessRefusal/tooManyCodes(_:)``; ``AccessRefusal/notAnAddress`` when the
    ///   person has confirmed none.
    package func askProof(of subject: SubjectID, session: Session, asker: Asker = .unknown) async throws -> Channel {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        return try await gate.perform { transaction in
            guard let (channel, digest) = try reach(subject, in: transaction),
                let person = try SubjectStore(transaction).find(subject)
            else { throw AccessRefusal.notAnAddress }
            let code = try codes.ask(
                .prove, channel: channel, target: digest, subject: subject, session: session.digest,
                asker: asker, in: transaction)
            guard let code else { return channel }
            let digits = try codes.make(code, for: subject, in: transaction)
            try MessageQueue(transaction).add(
                .code, by: channel == .email ? .email : .sms, language: person.language,
                ["code": digits, MessageRow.target: digest.hex], sealer: sealer, id: message, at: now)
            return channel
        }
    }

    /// Sets the password that was kept, when the code that was sent fits.
    ///
    /// - Parameter kept: what ``keep(_:of:session:)`` gave.
    /// - Returns: the new token of the session.
    /// - Throws: ``AccessRefusal/wrongCode(triesLeft:)``; ``AccessRefusal/needsProof`` when `kept` is of another session.
    package func setPassword(
        kept: Bytes, code: String, of subject: SubjectID, session: Session
    ) async throws -> Bytes {
        guard session.assurance.opensData else { throw AccessRefusal.needsMore }
        guard let hash = try? await gate.unsealOwn(kept, label: label(session), of: subject) else {
            throw AccessRefusal.needsProof
        }
        let pending = try await codes.attempt(code, for: .prove, channel: nil, session: session.digest)
        guard pending.subject == subject else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        let text = String(decoding: hash.reveal(), as: UTF8.self)
        return try await store(text, of: subject, session: session) { try codes.use(pending, in: $0) }
    }

    private func label(_ session: Session) -> String { "password for session \(session.digest.hex)" }

    /// Compares the password so far; wrong ones count, apart from those at the door.
    func check(_ present: String, of subject: SubjectID) async throws {
        let counter = gate.mac("guesses within a session", over: subject.bytes)
        _ = try await PasswordEntry(gate: gate, passwords: passwords, time: time)
            .person(entering: present, counting: counter) { _ in subject }
        try await gate.perform { try GuessStore($0).succeed(counter) }
    }

    private func store(
        _ hash: String, of subject: SubjectID, session: Session,
        _ first: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> Bytes {
        let token = randomness.bytes(32)
        let sealer = try await gate.sealer(for: subject)
        let message = Identifier<MessageRow>(from: randomness)
        let now = time.now
        try await gate.perform { transaction in
            try first(transaction)
            let isChange = try CredentialStore(transaction).find(subject).password != nil
            let permit = try gate.permitToWrite(
                Ask(.setPassword, by: .subject(subject, session: session.digest), on: subject, for: .security),
                sealer: sealer, in: transaction)
            try CredentialStore(transaction).setPassword(hash, of: subject, at: now)
            let sessions = SessionStore(transaction)
            try sessions.endAll(of: subject, except: session.digest)
            try sessions.renew(session.digest, as: Session.digest(of: token), at: now)
            try permit.note(in: transaction)
            if isChange { try tellOfPassword(sealer, message, at: now, in: transaction) }
        }
        return token
    }

    /// Tells a confirmed address that the password is another one, in case it was not the person who changed it.
    private func tellOfPassword(
        _ sealer: Sealer, _ id: Identifier<MessageRow>, at now: Instant, in transaction: any Transaction
    ) throws {
        guard let (channel, digest) = try reach(sealer.subject, in: transaction),
            let person = try SubjectStore(transaction).find(sealer.subject)
        else { return }
        try MessageQueue(transaction).add(
            .passwordChanged, by: channel == .email ? .email : .sms, language: person.language,
            [MessageRow.target: digest.hex], sealer: sealer, id: id, at: now)
    }

    /// A confirmed address of a person, an e-mail address where there is one; nil where they have confirmed none.
    private func reach(
        _ subject: SubjectID, in transaction: any Transaction
    ) throws -> (channel: Channel, digest: Bytes)? {
        let confirmed = try addresses.addresses(of: subject, in: transaction)
        return (confirmed.first { $0.field == .email } ?? confirmed.first).map {
            ($0.field == .email ? .email : .telephone, $0.digest)
        }
    }
}

extension Session {
    /// Whether the person has shown in it lately who they are.
    package func isProven(at now: Instant) -> Bool { provedAt.map { $0 + SignIn.proofLasts > now } ?? false }
}

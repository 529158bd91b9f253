import Access
import Permits
import Policy
import Primitives
import Storage

extension StaffDesk {
    /// Takes address and password of a member of staff; see `PasswordEntry`.
    ///
    /// - Returns: the token of a session that still needs the second factor.
    package func enter(address: String, password: String, asker: Asker = .unknown) async throws -> Bytes {
        let digests = try addresses.digests(.staffEmail, address).map(\.digest)
        guard let target = digests.first else { throw AccessRefusal.wrongCredentials }
        let counter = browsers.counter(asker.tokens, for: target)
        let person = try await PasswordEntry(gate: gate, passwords: passwords, time: time)
            .person(entering: password, counting: counter) { transaction in
                guard let person = try addresses.holder(digests, in: transaction),
                    let member = try StaffStore(transaction).find(person), member.state != .ended
                else { return nil }
                return person
            }
        let now = time.now
        let token = randomness.bytes(32)
        let own = try addresses.digests(.email, address)
        try await gate.perform { transaction in
            // Under the index keys of today: they may have changed since the person enrolled.
            try StaffStore(transaction).setOwnAddress(own, of: person)
            try GuessStore(transaction).succeed(counter)
            try SessionStore(transaction).begin(
                Session.digest(of: token), kind: .staff, assurance: .passwordOnly, of: person, at: now)
        }
        return token
    }

    /// What the browser holds after a sign-in with an address; see `KnownBrowsers`.
    package func tokens(after address: String, asker: Asker) throws -> [Bytes] {
        guard let target = try addresses.digests(.staffEmail, address).first?.digest else { return asker.tokens }
        return browsers.adding(target, to: asker.tokens)
    }

    /// Takes the second factor, or one of the recovery codes, each once.
    ///
    /// - Returns: the token of a full session; the one before it ends.
    package func enterFactor(_ entered: String, session: Session) async throws -> Bytes {
        guard let subject = session.subject, session.kind == .staff else { throw AccessRefusal.noSession }
        let now = time.now
        let typed = try await secondFactor.read(entered, by: subject)
        let token = randomness.bytes(32)
        let sealer = try await gate.sealer(for: subject)
        let isIn = try await gate.perform { transaction -> Bool in
            guard case .taken(let kind) = try secondFactor.use(typed, in: transaction) else { return false }
            try begin(token, for: subject, ending: session.digest, at: now, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(.signIn, by: Actor(.member, person: subject, session: session.digest), on: subject, for: .security),
                sealer: sealer, in: transaction)
            try permit.note(["with": kind.rawValue], in: transaction)
            return true
        }
        guard isIn else { throw AccessRefusal.wrongCredentials }
        return token
    }

    /// The names of all members of staff, opened for the administrator who works with them.
    package func names(_ members: [SubjectID], by actor: Actor) async throws -> [SubjectID: PersonalData<String>] {
        var names: [SubjectID: PersonalData<String>] = [:]
        for member in members {
            let record = try await gate.read(
                Ask(.readStaff, by: actor, on: member, for: .security, fields: [.staffFamilyName, .staffGivenName]))
            let parts = [record[.staffFamilyName], record[.staffGivenName]].compactMap { $0?.reveal() }
            names[member] = PersonalData(parts.joined(separator: " "))
        }
        return names
    }
}

import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

/// Consent at the counter by a signature on the printed text, for whoever has no device for a code.
extension Registrar {
    /// Begins the registration of somebody who will agree on paper. Of the person nothing is kept yet but their language.
    ///
    /// - Throws: `GateRefusal` for roles that may not assist.
    package func assistOnPaper(language: Language, by actor: Actor) async throws -> CounterRow {
        guard let staff = actor.person else { throw RegistrationRefusal.none }
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        let row = CounterRow(
            subject: subject, id: Identifier(from: randomness), number: registrationNumber(), staff: staff,
            state: .asked, way: .paper, createdAt: now, endsAt: now + Self.counterWaits)
        try await gate.perform { transaction in
            let edition = try gate.book.inForce(in: transaction)
            guard edition.document.documentKind(.consentPaper) != nil else { throw RegistrationRefusal.otherEdition }
            try SubjectStore(transaction).insert(
                subject, kind: .person, language: language, isInvented: isDemo(edition.document), at: now)
            let permit = try gate.permitToWrite(
                Ask(.assist, by: actor, on: subject, for: .rights, caseID: row.number), sealer: sealer,
                in: transaction)
            try permit.note(["step": "paper"], in: transaction)
            try CounterStore(transaction).insert(row)
        }
        return row
    }

    /// Stores names and consent of somebody who has signed the printed text. Within ``counterWaits`` a picture of the paper
    /// has to come, or all of it is destroyed with its key.
    ///
    /// - Parameter beginning: of a person of age, for themselves.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/otherEdition``, ``RegistrationRefusal/none``.
    package func sign(
        _ id: Identifier<CounterRow>, to beginning: Beginning, by actor: Actor
    ) async throws {
        try beginning.check()
        let row = try await counterEntry(id, by: actor)
        guard row.way == .paper, beginning.registrant == .person else { throw RegistrationRefusal.otherEdition }
        guard row.state == .asked else { return }
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            guard try CounterStore(transaction).sign(row, until: now + Self.counterWaits) else {
                throw RegistrationRefusal.none
            }
            _ = try store(
                beginning, as: row.number, by: actor, atCounter: .paper, sealer: sealer, note: ["step": "counter"],
                at: now, in: transaction)
        }
    }

    /// Whether a person's registration is one to which they agree on paper.
    @Sendable package static func isOnPaper(
        _ subject: SubjectID, _ transaction: any Transaction
    ) throws -> Bool { try CounterStore(transaction).find(subject)?.way == .paper }

    /// A picture of the signed paper has come: the registration stands, as after a code.
    @Sendable package static func paperArrived(of subject: SubjectID, _ transaction: any Transaction) throws {
        let store = CounterStore(transaction)
        if let row = try store.find(subject), row.way == .paper { try store.begin(row) }
    }

    /// Takes an address of somebody who has agreed on paper, and sends a code to it: once it is confirmed they can come in
    /// on the site.
    ///
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/none``; `AccessRefusal.tooSoon`, `.tooManyCodes`.
    package func reach(
        _ id: Identifier<CounterRow>, by channel: Channel, at entered: String, actor: Actor
    ) async throws {
        let address = try Self.normalised(channel, entered)
        let row = try await paperEntry(id, by: actor)
        let digests = try addresses.digests(channel.field, address.compared)
        guard let newest = digests.first?.digest else { return }
        let sealer = try await gate.sealer(for: row.subject)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            guard let state = try store.find(row.subject)?.state, state == .draft || state == .moreAsked else {
                throw RegistrationRefusal.none
            }
            let before = try store.contacts(of: row.subject)
            guard before.values.allSatisfy({ $0.confirmedAt == nil }) else { throw RegistrationRefusal.none }
            try put(
                channel, address.shown, digests, by: actor, as: row.number, sealer: sealer, in: transaction)
            try codes.end(channel, of: row.subject, except: newest, in: transaction)
            try sendCode(
                channel, session: codeSession(of: row), asker: .unknown, message: message, sealer: sealer,
                in: transaction)
        }
    }

    /// Takes the code that the person has told, and confirms the address to which it went.
    ///
    /// - Throws: `AccessRefusal.wrongCode`; ``RegistrationRefusal/none``.
    package func confirmReach(
        _ id: Identifier<CounterRow>, by channel: Channel, code: String, actor: Actor
    ) async throws {
        let row = try await paperEntry(id, by: actor)
        let pending = try await codes.attempt(code, for: .confirm, channel: channel, session: codeSession(of: row))
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            let store = RegistrationStore(transaction)
            guard pending.subject == row.subject, let contact = try store.contacts(of: row.subject)[channel],
                contact.digests.contains(where: { $0.digest == pending.target }),
                let registration = try store.find(row.subject)
            else { throw AccessRefusal.wrongCode(triesLeft: 0) }
            try codes.use(pending, in: transaction)
            try confirm(
                channel, contact.digests.map { ($0.version, $0.digest) }, by: actor, as: row.number,
                sole: channel == .email && registration.state != .draft, note: ["with": "code"], sealer: sealer,
                at: now, in: transaction)
        }
    }

    private func paperEntry(_ id: Identifier<CounterRow>, by actor: Actor) async throws -> CounterRow {
        let row = try await counterEntry(id, by: actor)
        guard row.way == .paper, row.state == .begun else { throw RegistrationRefusal.none }
        return row
    }
}

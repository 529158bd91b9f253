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
    package func assistOnPaper(
        as registrant: Registrant = .person, language: Language, by actor: Actor
    ) async throws -> CounterRow {
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
                subject, kind: .person, as: registrant, language: language, isInvented: isDemo(edition.document),
                at: now)
            let permit = try gate.permitToWrite(
                Ask(.assist, by: actor, on: subject, for: .rights, caseID: row.number), sealer: sealer,
                in: transaction)
            try permit.note(["step": "paper"], in: transaction)
            try CounterStore(transaction).insert(row)
        }
        return row
    }

    /// Stores names and consent of somebody who has signed the printed text. Within ``counterWaits`` a picture of the paper
    /// has to come that can be read, or all of it is destroyed with its key.
    ///
    /// - Parameter beginning: of a person of age, for themselves.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/otherEdition``, ``RegistrationRefusal/none``.
    package func sign(
        _ id: Identifier<CounterRow>, to beginning: Beginning, by actor: Actor
    ) async throws {
        try beginning.check()
        let row = try await counterEntry(id, by: actor)
        guard row.way == .paper else { throw RegistrationRefusal.otherEdition }
        guard row.state == .asked else { return }
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkRegistrant(beginning, of: row, in: transaction)
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

    /// Whether an entry at the counter has run out: nobody has agreed, or no picture of the signed paper has come that can be
    /// read. One whose paper is there stands from then on.
    func isEnded(_ subject: SubjectID, at now: Instant, in transaction: any Transaction) throws -> Bool {
        let store = CounterStore(transaction)
        guard let row = try store.find(subject), let end = row.endsAt, end <= now else { return false }
        guard row.state == .signed, try !lacksPaper(subject, in: transaction) else { return true }
        try store.begin(row)
        return false
    }

    /// Whether a person has agreed on paper of which there is no picture, or none that can be read.
    func lacksPaper(_ subject: SubjectID, in transaction: any Transaction) throws -> Bool {
        try missingDocuments(subject, gate.book.inForce(in: transaction), transaction).contains(.signedPaper)
    }

    /// The same, for whoever shows what comes next.
    package func lacksPaper(_ row: CounterRow) async throws -> Bool {
        guard row.way == .paper else { return false }
        return try await gate.look { try lacksPaper(row.subject, in: $0) }
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
            try transaction.lock(row.subject, .exclusive)
            let store = RegistrationStore(transaction)
            guard try !lacksPaper(row.subject, in: transaction) else { throw RegistrationRefusal.none }
            guard let state = try store.find(row.subject)?.state, state == .draft || state == .moreAsked else {
                throw RegistrationRefusal.none
            }
            let before = try store.contacts(of: row.subject)
            guard before.values.allSatisfy({ $0.confirmedAt == nil }) else { throw RegistrationRefusal.none }
            try refuseStaffs(channel, address.compared, digests: digests.map(\.digest), in: transaction)
            try put(
                channel, address.shown, digests, by: actor, as: row.number, sealer: sealer, in: transaction)
            try codes.end(channel, of: row.subject, except: newest, in: transaction)
            try sendCode(
                channel, session: codeSession(of: row), asker: .unknown, as: .counterCode, message: message,
                sealer: sealer, in: transaction)
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
            let contacts = try store.contacts(of: row.subject)
            guard contacts.values.allSatisfy({ $0.confirmedAt == nil }) else { throw RegistrationRefusal.none }
            let contact = try takeCode(pending, channel, of: row.subject, in: transaction)
            guard let registration = try store.find(row.subject) else { throw RegistrationRefusal.none }
            try confirm(
                channel, contact.digests.map { ($0.version, $0.digest) }, by: actor, as: row.number,
                sole: channel == .email && registration.state != .draft, note: ["with": "code"], sealer: sealer,
                at: now, in: transaction)
        }
    }

    private func paperEntry(_ id: Identifier<CounterRow>, by actor: Actor) async throws -> CounterRow {
        let row = try await counterEntry(id, by: actor)
        guard row.way == .paper, row.state != .asked else { throw RegistrationRefusal.none }
        return row
    }
}

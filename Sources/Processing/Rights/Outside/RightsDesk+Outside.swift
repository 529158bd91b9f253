import Access
import Deadlines
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

extension RightsDesk {
    /// What somebody sends who has no account, or does not come into it.
    package struct OutsideAsking: Sendable {
        package let kind: RequestKind
        let words: String?
        let name: PersonName
        package let channel: Channel
        /// As written, and as it is compared.
        package let address: (shown: String, compared: String)
        let language: Language

        package init(
            _ kind: RequestKind, words: String?, name: PersonName, channel: Channel,
            address: (shown: String, compared: String), language: Language
        ) {
            self.kind = kind
            self.words = words
            self.name = name
            self.channel = channel
            self.address = address
            self.language = language
        }
    }

    /// How long a request waits for the code to its address, before it is destroyed with its key.
    static let outsideWaits = Span.days(1)
    /// How long one is kept that was closed without a person found, in case they come back to it.
    static let outsideKept = Span.days(30)

    /// Takes a request and sends a code to the address in it. Nothing in the answer depends on who has that address.
    ///
    /// - Returns: the token of the session in which the code is entered.
    /// - Throws: ``RightsRefusal/noWords``, ``RightsRefusal/longWords``, ``RightsRefusal/noSuchKind``; `AccessRefusal` when too
    ///   many codes were asked for.
    package func begin(_ asking: OutsideAsking, asker: Asker) async throws -> Bytes {
        guard let words = asking.words, !words.isEmpty else { throw RightsRefusal.noWords }
        try Self.checkLength(words)
        guard law.request(asking.kind) != nil else { throw RightsRefusal.noSuchKind }
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let (token, now) = (randomness.bytes(32), time.now)
        let session = Session.digest(of: token)
        let row = OutsideRequestRow(
            subject: subject, id: Identifier(from: randomness), number: "R-" + registrar.registrationNumber(),
            kind: asking.kind, state: .unconfirmed, way: .form, channel: asking.channel, createdAt: now,
            receivedOn: nil,
            term: nil, endsAt: now + Self.outsideWaits)
        let sealed = try sealer.seal(Bytes(words.utf8), label: OutsideRequestRow.label(row.id), in: .record)
        let message = Identifier<MessageRow>(from: randomness)
        let who = Outsider(
            name: asking.name, address: (asking.channel, asking.address.shown, asking.address.compared),
            language: asking.language)
        try await gate.perform { transaction in
            try keep(
                row, words: sealed, of: who, by: Actor(.visitor, person: subject, session: session), sealer: sealer,
                in: transaction)
            try SessionStore(transaction).begin(session, kind: .stranger, assurance: .none, of: subject, at: now)
            try registrar.sendCode(
                asking.channel, session: session, asker: asker, toAnybody: true, message: message, sealer: sealer,
                in: transaction)
        }
        return token
    }

    /// Whoever asks without an account, as they give themselves out to be.
    struct Outsider: Sendable {
        let name: PersonName
        /// As written, and as it is compared.
        let address: (channel: Channel, shown: String, compared: String)?
        let language: Language
    }

    /// Stores a request under the key that was made for it, with who asks; the address proves nothing yet.
    func keep(
        _ row: OutsideRequestRow, words: Bytes, of who: Outsider, by actor: Actor, sealer: Sealer,
        in transaction: any Transaction
    ) throws {
        let edition = try gate.book.inForce(in: transaction)
        try SubjectStore(transaction).insert(
            row.subject, kind: .person, language: who.language, isInvented: registrar.isDemo(edition.document),
            at: row.createdAt)
        var values = who.name.values
        if let address = who.address { values[address.channel.field] = address.shown }
        let permit = try gate.permitToWrite(
            Ask(
                .request, by: actor, on: row.subject, for: .rights, fields: values.keys + [.requestWords],
                caseID: row.number), sealer: sealer, in: transaction)
        try permit.store(values, note: row.note, in: transaction)
        try OutsideStore(transaction).insert(row, words: words)
        guard let address = who.address else { return }
        let digests = try registrar.addresses.digests(address.channel.field, address.compared)
        guard let target = digests.first?.digest else { throw RightsRefusal.noSuchKind }
        try RegistrationStore(transaction).setFirstContact(
            address.channel, target: target, digests: digests, of: row.subject)
    }

    /// Sends another code to the same address.
    ///
    /// - Throws: `AccessRefusal`.
    package func sendCodeAgain(_ session: Session, asker: Asker) async throws {
        let row = try await gate.look { try outside(session, in: $0) }
        guard row.state == .unconfirmed, let channel = row.channel else { throw RightsRefusal.closed }
        let sealer = try await gate.sealer(for: row.subject)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            try registrar.sendCode(
                channel, session: session.digest, asker: asker, toAnybody: true, message: message, sealer: sealer,
                in: transaction)
        }
    }

    /// Takes the code: the request is received today, and its clock begins.
    ///
    /// - Throws: `AccessRefusal.wrongCode`.
    package func confirm(_ code: String, in session: Session) async throws {
        let pending = try await registrar.codes.attempt(code, for: .confirm, channel: nil, session: session.digest)
        let row = try await gate.look { try outside(session, in: $0) }
        guard pending.subject == row.subject, let channel = row.channel else {
            throw AccessRefusal.wrongCode(triesLeft: 0)
        }
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { [today] transaction in
            try transaction.lock(row.subject, .exclusive)
            try registrar.codes.use(pending, in: transaction)
            let edition = try gate.book.inForce(in: transaction)
            guard let (amount, unit) = law.term(of: row.kind, under: edition.document) else {
                throw RightsRefusal.noSuchKind
            }
            let term = try registrar.calendars.newest(in: transaction).term(amount, unit, after: today)
            let permit = try gate.permitToWrite(
                Ask(
                    .confirmContact, by: Actor(.visitor, person: row.subject, session: session.digest),
                    on: row.subject, for: .rights, fields: [channel.field], caseID: row.number), sealer: sealer,
                in: transaction)
            let store = OutsideStore(transaction)
            guard try store.receive(row, on: today, term), let received = try store.find(row.subject) else {
                throw RightsRefusal.closed
            }
            try RegistrationStore(transaction).confirm(channel, of: row.subject, at: now)
            try permit.note(received.note, in: transaction)
        }
    }

    /// Where the request of a session stands.
    ///
    /// - Throws: ``RightsRefusal/noRequest``.
    package func outside(_ session: Session) async throws -> OutsideStanding {
        try await gate.look { try outsideStanding(of: try outside(session, in: $0), in: $0) }
    }

    private func outside(_ session: Session, in transaction: any Transaction) throws -> OutsideRequestRow {
        guard let subject = session.subject, let row = try OutsideStore(transaction).find(subject) else {
            throw RightsRefusal.noRequest
        }
        return row
    }

    func outsideStanding(of row: OutsideRequestRow, in transaction: any Transaction) throws -> OutsideStanding {
        let calendar = try registrar.calendars.newest(in: transaction).calendar
        return OutsideStanding(
            request: row, due: row.term.map { DueDay($0.due, from: today, in: calendar, counted: $0) })
    }

    /// Destroys, with their keys, those that were never confirmed and those that were closed long ago.
    ///
    /// - Returns: how many.
    package func sweep() async throws -> Int {
        let now = time.now
        let ended = try await gate.look { try OutsideStore($0).ended(at: now) }
        for row in ended {
            try await gate.erase(
                Ask(.expire, by: Actor(.sweep), on: row.subject, for: .rights, caseID: row.number),
                steps: registrar.erasure)
        }
        return ended.count
    }
}

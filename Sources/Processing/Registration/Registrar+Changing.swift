import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Asks for another address in the place of one that a person gave, once the registration was sent (Law 94-V,
    /// art. 24(1)(2)): a code goes to the new one. Until it is entered nothing changes, and nothing is kept of the new one
    /// but what travels with the page.
    ///
    /// Nothing in the answer depends on whether the address belongs to somebody already: its holder is told instead.
    /// - Parameters:
    ///   - again: another code is wanted; otherwise one that was sent within the last minute is still good.
    /// - Returns: the new address, sealed for the person and the session.
    /// - Throws: `AccessRefusal.needsMore`, `.needsProof`, `.tooSoon`, `.tooManyCodes`;
    ///   ``RegistrationRefusal/fields(_:)``; ``RegistrationRefusal/none`` where there is no address to change.
    package func askChange(
        of channel: Channel, to entered: String, of subject: SubjectID, in session: Session, again: Bool = false,
        asker: Asker = .unknown
    ) async throws -> Bytes {
        try checkOwn(session, of: subject, channel)
        guard session.isProven(at: time.now) else { throw AccessRefusal.needsProof }
        let address = try Self.normalised(channel, entered)
        let digests = try addresses.digests(channel.field, address.compared).map(\.digest)
        guard let target = digests.first else { throw RegistrationRefusal.none }
        let sealer = try await gate.sealer(for: subject)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            let (_, registration, contact) = try changing(channel, sealer: sealer, in: session, in: transaction)
            if contact.confirmedAt != nil, contact.digests.contains(where: { digests.contains($0.digest) }) {
                throw RegistrationRefusal.fields([FieldProblem(channel.rawValue, .unchanged)])
            }
            let asked = try codes.pending(.change, channel: channel, session: session.digest, in: transaction)
            if !again, let asked, asked.target == target, asked.triesLeft > 0, asked.againAt > time.now { return }
            guard let person = try SubjectStore(transaction).find(registration.subject),
                let code = try codes.ask(
                    .change, channel: channel, target: target, subject: subject, session: session.digest, asker: asker,
                    in: transaction)
            else { return }
            let holder = channel == .email ? try addresses.holder(digests, in: transaction) : nil
            let isTaken = holder != nil && holder != subject
            var parameters = [MessageRow.address: address.shown]
            if !isTaken { parameters["code"] = try codes.make(code, for: subject, in: transaction) }
            try MessageQueue(transaction).add(
                isTaken ? .alreadyRegistered : .code, by: channel == .email ? .email : .sms, language: person.language,
                parameters, sealer: sealer, id: message, at: time.now)
        }
        return try sealer.seal(Bytes(address.shown.utf8), label: Self.label(session), in: .messages)
    }

    /// The new address that travels with the page. - Throws: `AccessRefusal.needsProof` when it is of another session.
    package func newAddress(
        _ kept: Bytes, of subject: SubjectID, in session: Session
    ) async throws -> PersonalData<String> {
        guard let opened = try? await gate.unsealOwn(kept, label: Self.label(session), of: subject) else {
            throw AccessRefusal.needsProof
        }
        return opened.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Takes the code that came to the new address: from now on that is the person's, in their record and among the
    /// addresses by which people are found, and the one before is nobody's. Whoever reads the one before is told, and so
    /// are those to whom it was passed on; all other sessions of the person end, and so does every code.
    ///
    /// - Parameter kept: what ``askChange(of:to:of:in:again:asker:)`` gave.
    /// - Returns: the address, and its channel.
    /// - Throws: `AccessRefusal.wrongCode`, `.needsProof` when `kept` is of another session;
    ///   ``RegistrationRefusal/alreadyRegistered`` when the e-mail address belongs to another account by now.
    package func change(
        _ code: String, kept: Bytes, of subject: SubjectID, in session: Session
    ) async throws -> (channel: Channel, address: PersonalData<String>) {
        let opened = try await newAddress(kept, of: subject, in: session)
        let pending = try await codes.attempt(code, for: .change, channel: nil, session: session.digest)
        let channel = pending.channel
        try checkOwn(session, of: subject, channel)
        guard pending.subject == subject, let address = try? Self.normalised(channel, opened.reveal()) else {
            throw AccessRefusal.wrongCode(triesLeft: 0)
        }
        // The page may be of one change, and the code of another.
        let digests = try addresses.digests(channel.field, address.compared)
        guard digests.contains(where: { $0.digest == pending.target }) else {
            throw AccessRefusal.wrongCode(triesLeft: 0)
        }
        let sealer = try await gate.sealer(for: subject)
        let former = try await confirmedAddress(channel, of: subject, in: session)
        let message = Identifier<MessageRow>(from: randomness)
        let now = time.now
        try await gate.perform { transaction in
            let (actor, registration, _) = try changing(channel, sealer: sealer, in: session, in: transaction)
            try codes.use(pending, in: transaction)
            try addresses.remove(channel.field, of: subject, in: transaction)
            try put(
                channel, address.shown, digests, by: actor, as: registration.number, sealer: sealer, in: transaction)
            try confirm(
                channel, digests, by: actor, as: registration.number, sole: channel == .email,
                note: [Self.replacesWord: "1"], sealer: sealer, at: now, in: transaction)
            try corrected(channel.field, subject, transaction)
            try codes.endAll(of: subject, in: transaction)
            let sessions = SessionStore(transaction)
            try sessions.endAll(of: subject, except: session.digest)
            if channel == .email { try sessions.endRegistering(subject, at: now) }
            guard let former, let person = try SubjectStore(transaction).find(subject) else { return }
            try MessageQueue(transaction).add(
                .addressChanged, by: channel == .email ? .email : .sms, language: person.language,
                [MessageRow.address: former.reveal()], sealer: sealer, id: message, at: now)
        }
        return (channel, PersonalData(address.shown))
    }

    /// What is to be changed, if the Gate lets it be; writes nothing.
    private func changing(
        _ channel: Channel, sealer: Sealer, in session: Session, in transaction: any Transaction
    ) throws -> (actor: Actor, registration: RegistrationRow, contact: ContactRow) {
        let subject = sealer.subject
        let store = RegistrationStore(transaction)
        guard let registration = try store.find(subject), registration.state != .draft,
            let contact = try store.contacts(of: subject)[channel]
        else { throw RegistrationRefusal.none }
        let actor = Actor.subject(subject, session: session.digest)
        _ = try gate.permitToWrite(
            Ask(
                .addContact, by: actor, on: subject, for: .contact, fields: [channel.field], caseID: registration.number
            ), sealer: sealer, in: transaction)
        return (actor, registration, contact)
    }

    /// The address so far, opened to be told that it is one no more; nil where it was never confirmed, and may be
    /// anybody's.
    private func confirmedAddress(
        _ channel: Channel, of subject: SubjectID, in session: Session
    ) async throws -> PersonalData<String>? {
        let contact = try await gate.look { try RegistrationStore($0).contacts(of: subject)[channel] }
        guard contact?.confirmedAt != nil else { return nil }
        return try await gate.read(
            Ask(
                .readOwn, by: .subject(subject, session: session.digest), on: subject, for: .rights,
                fields: [channel.field]))[channel.field]
    }

    /// By what is not more than a telephone nothing is changed; nor for another, whose own address it is: it would give
    /// the account itself.
    private func checkOwn(_ session: Session, of subject: SubjectID, _ channel: Channel) throws {
        guard session.assurance.opensData, session.subject == subject else { throw AccessRefusal.needsMore }
        guard session.representation == nil else {
            throw GateRefusal(
                .notTheirs,
                ask: Ask(
                    .addContact, by: .subject(subject, session: session.digest), on: subject, for: .contact,
                    fields: [channel.field]))
        }
    }

    /// By which the entry of a confirmation tells that the address stands in the place of another, confirmed before.
    package static let replacesWord = "replaces"

    private static func label(_ session: Session) -> String { "address for session \(session.digest.hex)" }
}

import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Takes an address and sends a code to it.
    ///
    /// Nothing in the answer depends on whether the address belongs to somebody already: a stranger sees the same page,
    /// and the holder is told.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, `AccessRefusal.tooSoon`, `.tooManyCodes`.
    package func setContact(_ channel: Channel, to entered: String, of subject: SubjectID, session: Bytes) async throws
    {
        let address = try Self.normalised(channel, entered)
        try await storeContact(channel, address, of: subject, session: session)
        try await sendCode(channel, to: subject, session: session)
    }

    /// Takes an address without sending a code.
    package func storeContact(
        _ channel: Channel, _ address: (shown: String, compared: String), of subject: SubjectID, session: Bytes
    ) async throws {
        let digests = try addresses.digests(channel.field, address.compared)
        guard let newest = digests.first?.digest else { return }
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            guard let registration = try store.find(subject), registration.state == .draft else {
                throw RegistrationRefusal.none
            }
            // The one of before finds nobody any more: what is sent to this person goes to the new one from now on.
            let before = try store.contacts(of: subject)[channel]
            let isSame = before.map { before in digests.contains { $0.digest == before.target } } ?? true
            if !isSame { try addresses.remove(channel.field, of: subject, in: transaction) }
            try put(
                channel, address.shown, digests, by: .subject(subject, session: session), as: registration.number,
                sealer: sealer, in: transaction)
            try codes.end(
                channel, of: subject, except: isSame ? before?.target ?? newest : newest, in: transaction)
        }
    }

    /// Stores an address that is not confirmed yet.
    package func put(
        _ channel: Channel, _ shown: String, _ digests: [(version: Int, digest: Bytes)],
        for purpose: PurposeID = .contact, act: Act = .addContact,
        by actor: Actor, as number: String, sealer: Sealer, in transaction: any Transaction
    ) throws {
        guard let target = digests.first?.digest else { return }
        let store = RegistrationStore(transaction)
        try transaction.lock(sealer.subject, .exclusive)
        let before = try store.askContacts(of: sealer.subject)
        let permit = try gate.permitToWrite(
            Ask(
                act, by: actor, on: sealer.subject, for: purpose, fields: [channel.field], caseID: number),
            sealer: sealer, in: transaction)
        try permit.store([channel.field: shown], in: transaction)
        try store.setContact(channel, target: target, digests: digests, after: before, of: sealer.subject)
    }

    /// Sends a code to the address a person has given; who has it already is told that instead.
    package func sendCode(
        _ channel: Channel, to subject: SubjectID, session: Bytes, asker: Asker = .unknown
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            try sendCode(channel, session: session, asker: asker, message: message, sealer: sealer, in: transaction)
        }
    }

    /// The same in a transaction that is open.
    ///
    /// - Parameters:
    ///   - toAnybody: the code goes there also where the address is that of an account, whoever has that.
    ///   - template: the words that carry the code.
    package func sendCode(
        _ channel: Channel, session: Bytes, asker: Asker, toAnybody: Bool = false, as template: MessageTemplate = .code,
        message: Identifier<MessageRow>, sealer: Sealer, in transaction: any Transaction
    ) throws {
        let subject = sealer.subject
        guard let contact = try RegistrationStore(transaction).contacts(of: subject)[channel],
            let person = try SubjectStore(transaction).find(subject)
        else { throw RegistrationRefusal.none }
        guard
            let code = try codes.ask(
                .confirm, channel: channel, target: contact.target, subject: subject, session: session, asker: asker,
                in: transaction)
        else { return }
        let taken =
            channel == .email && !toAnybody
            ? try addresses.holder(contact.digests.map(\.digest), in: transaction) : nil
        let isTaken = taken != nil && taken != subject
        var parameters = [MessageRow.target: contact.target.hex]
        if !isTaken { parameters["code"] = try codes.make(code, for: subject, in: transaction) }
        try MessageQueue(transaction).add(
            isTaken ? .alreadyRegistered : template, by: channel == .email ? .email : .sms, language: person.language,
            parameters, sealer: sealer, id: message, at: time.now)
    }

    /// Takes a code; the address is confirmed when it fits.
    ///
    /// - Throws: `AccessRefusal.wrongCode`; ``RegistrationRefusal/alreadyRegistered`` when the registration was sent
    ///   and the e-mail address belongs to another account by now.
    package func confirm(_ code: String, _ channel: Channel, of subject: SubjectID, session: Bytes) async throws {
        let pending = try await codes.attempt(code, for: .confirm, channel: channel, session: session)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            let contact = try takeCode(pending, channel, of: subject, in: transaction)
            guard let registration = try store.find(subject) else { throw AccessRefusal.wrongCode(triesLeft: 0) }
            try SessionStore(transaction).prove(session, at: now)
            // Theirs alone once they have sent.
            let isSole = channel == .email && registration.state != .draft
            try confirm(
                channel, contact.digests.map { ($0.version, $0.digest) }, by: .subject(subject, session: session),
                as: registration.number, sole: isSole, sealer: sealer, at: now, in: transaction)
            // As when it is sent: whoever can come back by an e-mail code needs no session of days.
            if isSole { try SessionStore(transaction).endRegistering(subject, at: now) }
        }
    }

    /// The address to which a code went that was told, if it is still the person's; the code is used up.
    ///
    /// - Throws: `AccessRefusal.wrongCode`.
    func takeCode(
        _ pending: OneTimeCodes.Pending, _ channel: Channel, of subject: SubjectID, in transaction: any Transaction
    ) throws -> ContactRow {
        guard pending.subject == subject,
            let contact = try RegistrationStore(transaction).contacts(of: subject)[channel],
            contact.digests.contains(where: { $0.digest == pending.target })
        else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        try codes.use(pending, in: transaction)
        return contact
    }

    /// Confirms an address that was stored, and enters it among those by which people are found.
    ///
    /// - Parameter isSole: nobody else may have it.
    /// - Throws: ``RegistrationRefusal/alreadyRegistered`` when somebody has it alone.
    func confirm(
        _ channel: Channel, _ digests: [(version: Int, digest: Bytes)], by actor: Actor, as number: String,
        sole isSole: Bool, note: [String: String] = [:], sealer: Sealer, at now: Instant,
        in transaction: any Transaction
    ) throws {
        try RegistrationStore(transaction).confirm(channel, of: sealer.subject, at: now)
        // From here on the person can come back from another browser.
        let isEntered = try addresses.enter(
            channel.field, digests, of: sealer.subject, sole: isSole, at: now, in: transaction)
        guard isEntered || !isSole else { throw RegistrationRefusal.alreadyRegistered }
        let permit = try gate.permitToWrite(
            Ask(
                .confirmContact, by: actor, on: sealer.subject, for: .contact, fields: [channel.field],
                caseID: number), sealer: sealer, in: transaction)
        try permit.note(note.merging(["channel": channel.rawValue]) { $1 }, in: transaction)
    }

    /// An address as it is kept and as it is compared.
    package static func normalised(
        _ channel: Channel, _ entered: String
    ) throws(RegistrationRefusal) -> (shown: String, compared: String) {
        let blank = entered.allSatisfy(\.isWhitespace)
        switch channel {
        case .email:
            guard !blank else { throw .fields([FieldProblem("email", .missing)]) }
            do throws(EmailAddress.Fault) {
                let address = try EmailAddress(entered: entered)
                return (address.text, address.normalised)
            } catch {
                throw .fields([FieldProblem("email", error.problem)])
            }
        case .telephone:
            guard !blank else { throw .fields([FieldProblem("telephone", .missing)]) }
            guard let number = TelephoneNumber(entered) else {
                throw .fields([FieldProblem("telephone", .notATelephone)])
            }
            return (number.e164, number.e164)
        }
    }
}

extension EmailAddress.Fault {
    fileprivate var problem: FieldProblem.Problem {
        switch self {
        case .shape: .notAnEmail
        case .localPart: .emailNotLatin
        case .mixedAlphabets: .emailMixed
        }
    }
}

extension ContactRule {
    /// The channels whose addresses a form asks.
    package var channels: [Channel] { Channel.allCases.filter { asked.contains($0.field) } }
}

extension Channel {
    /// The field of the record in which the address stands.
    package var field: FieldNumber { self == .email ? .email : .telephone }
}

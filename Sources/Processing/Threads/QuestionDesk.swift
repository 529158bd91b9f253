import Access
import Consents
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Questions from the contacts page, asked without an account (clause 5.6): sealed under a key of their own, taken once the
/// address is confirmed by a code, answered at a one-time link, and destroyed when their time is over.
package struct QuestionDesk: Sendable {
    package let gate: Gate
    let registrar: Registrar
    let operatorAddress: String?
    let time: TimeSource
    let randomness: Randomness

    /// How long a question waits for its code, how long one that was taken waits for its answer, how long that waits to be
    /// read, and how long it stays when it was.
    static let (unconfirmed, unanswered, unread, read) = (Span.hours(2), Span.days(90), Span.days(30), Span.days(1))

    /// - Parameter operatorAddress: postal; where the policy leaves it to the configuration.
    package init(
        gate: Gate, registrar: Registrar, operatorAddress: String?, time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.registrar = registrar
        self.operatorAddress = operatorAddress
        self.time = time
        self.randomness = randomness
    }

    /// A question as the form sends it.
    package struct Form: Sendable {
        package let words: String?
        /// An e-mail address or a telephone number.
        package let address: String
        package let isAgreed: Bool
        package let language: Language
        /// The edition whose text was shown.
        package let edition: Int

        package init(words: String?, address: String, isAgreed: Bool, language: Language, edition: Int) {
            self.words = words
            self.address = address
            self.isAgreed = isAgreed
            self.language = language
            self.edition = edition
        }
    }

    /// The edition in force and the consent to be answered; nil while its clause is void or the policy has none.
    package func consent() async throws -> (edition: Edition, item: ConsentItem)? {
        let edition = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        guard let item = edition.document.consent(.question), !edition.isVoid(item.clause) else { return nil }
        return (edition, item)
    }

    /// The text of that consent.
    package func wording(_ edition: Edition, in language: Language) -> ConsentWording {
        ConsentWording(edition: edition, language: language, address: operatorAddress)
    }

    /// Seals a question with its address and sends a code there; consent, address, words and code are stored together or not
    /// at all, and destroyed again if the code does not come back.
    ///
    /// - Returns: the token under which the code is awaited.
    /// - Throws: ``ThreadsRefusal/noWords``, `.longWords`, `.notAnAddress`, `.notAgreed`, `.otherEdition`;
    ///   `AccessRefusal` when too many codes were asked for.
    package func ask(_ form: Form, asker: Asker) async throws -> Bytes {
        let words = try ThreadDesk.checked(form.words)
        let channel: Channel = form.address.contains("@") ? .email : .telephone
        guard let address = try? Registrar.normalised(channel, form.address) else { throw ThreadsRefusal.notAnAddress }
        guard form.isAgreed else { throw ThreadsRefusal.notAgreed }
        let digests = try AddressBook(gate).digests(channel.field, address.compared)
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let token = randomness.bytes(16)
        let actor = Actor(.visitor, person: subject, session: Session.digest(of: token))
        let (id, message) = (ThreadID(from: randomness), Identifier<ThreadMessage>(from: randomness))
        let notice = Identifier<MessageRow>(from: randomness)
        let sealed = try sealer.seal(Bytes(words.utf8), label: ThreadMessage.label(of: message), in: .threads)
        let now = time.now
        try await gate.perform { transaction in
            let edition = try gate.book.inForce(in: transaction)
            guard edition.number == form.edition, let item = edition.document.consent(.question) else {
                throw ThreadsRefusal.otherEdition
            }
            try SubjectStore(transaction).insert(
                subject, kind: .person, language: form.language, isInvented: registrar.isDemo(edition.document), at: now
            )
            let text = wording(edition, in: form.language).text(of: item, personName: address.shown)
            let agreeing = try gate.permitToWrite(
                Ask(.consent, by: actor, on: subject, for: .rights), sealer: sealer, in: transaction)
            try agreeing.store(
                ConsentDecision(
                    item.id, isGiven: true, language: form.language, shown: text),
                in: transaction)
            let row = ThreadRow.question(id, of: subject, at: now)
            try registrar.put(
                channel, address.shown, digests, for: .questions, by: actor, as: row.caseID, sealer: sealer,
                in: transaction)
            let writing = try gate.permitToWrite(
                Ask(
                    .writeMessage, by: actor, on: subject, for: .questions, fields: [.messageWords],
                    caseID: row.caseID), sealer: sealer, in: transaction)
            let store = ThreadStore(transaction)
            try store.insert(row)
            try store.insert(
                ThreadMessage(
                    id: message, way: .contactPage, direction: .incoming, isByStaff: false, at: now, words: sealed),
                as: 1, in: row)
            try QuestionStore(transaction).insert(subject, due: now + Self.unconfirmed)
            try writing.note(row.note(.contactPage, .incoming), in: transaction)
            try registrar.sendCode(
                channel, session: Session.digest(of: token), asker: asker, message: notice, sealer: sealer,
                in: transaction)
        }
        return token
    }

    /// Takes the code; the question is the operator's from then on.
    ///
    /// - Throws: `AccessRefusal.wrongCode`.
    package func confirm(_ code: String, token: Bytes) async throws {
        let session = Session.digest(of: token)
        let pending = try await registrar.codes.attempt(code, for: .confirm, channel: nil, session: session)
        guard let subject = pending.subject else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = ThreadStore(transaction)
            guard let row = try store.all(of: subject).first, row.state == .unconfirmed else {
                throw AccessRefusal.wrongCode(triesLeft: 0)
            }
            try registrar.codes.use(pending, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(
                    .confirmContact, by: Actor(.visitor, person: subject, session: session), on: subject,
                    for: .questions, fields: [pending.channel.field], caseID: row.caseID), sealer: sealer,
                in: transaction)
            try RegistrationStore(transaction).confirm(pending.channel, of: subject, at: now)
            try store.update(row, .waiting, since: now, lastAt: now, isUnread: false)
            try QuestionStore(transaction).move(subject, due: now + Self.unanswered)
            try permit.note(["channel": pending.channel.rawValue], in: transaction)
        }
    }

    /// Destroys what has run out. - Returns: how many questions.
    @discardableResult
    package func sweep() async throws -> Int {
        let now = time.now
        let due = try await gate.look { try QuestionStore($0).due(at: now) }
        for subject in due {
            try await gate.erase(
                Ask(.expire, by: Actor(.sweep), on: subject, for: .rights), steps: registrar.erasure)
        }
        return due.count
    }
}

import Access
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

extension QuestionDesk {
    /// Whether a link leads to an answer that can still be read; looking uses nothing up.
    package func stands(_ link: Bytes) async throws -> Bool { try await subject(of: link) != nil }

    private func subject(of link: Bytes) async throws -> SubjectID? {
        let (digest, now) = (gate.digest(ofAnswer: link), time.now)
        return try await gate.look { try QuestionStore($0).find(digest, at: now) }
    }

    /// Sends a code to the address of the question.
    ///
    /// - Returns: the token under which the code is awaited, and by which channel it goes; nil when the link leads nowhere.
    package func sendCode(_ link: Bytes, asker: Asker) async throws -> (token: Bytes, channel: Channel)? {
        guard let subject = try await subject(of: link) else { return nil }
        let channel = try await gate.look { try ThreadDesk.channel(ofAnswerTo: subject, in: $0) }
        guard let channel else { return nil }
        let token = randomness.bytes(16)
        try await registrar.sendCode(channel, to: subject, session: Session.digest(of: token), asker: asker)
        return (token, channel)
    }

    /// Opens question and answer, and uses the link up. What staff put down of a conversation is not shown: the address was
    /// taken by ear, and may be another's.
    ///
    /// - Returns: nil when the link leads nowhere.
    /// - Throws: `AccessRefusal.wrongCode`.
    package func read(_ link: Bytes, code: String, token: Bytes) async throws -> [OpenMessage]? {
        guard let subject = try await subject(of: link) else { return nil }
        let session = Session.digest(of: token)
        let pending = try await registrar.codes.attempt(code, for: .confirm, channel: nil, session: session)
        guard pending.subject == subject else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        let (digest, now) = (gate.digest(ofAnswer: link), time.now)
        let found = try await gate.perform { transaction -> (ThreadRow, [ThreadMessage])? in
            try transaction.lock(subject, .exclusive)
            guard let row = try ThreadStore(transaction).all(of: subject).first else { return nil }
            try registrar.codes.use(pending, in: transaction)
            guard try QuestionStore(transaction).use(digest, at: now) else { return nil }
            try QuestionStore(transaction).move(subject, due: now + Self.read)
            try ThreadStore(transaction).markRead(row)
            let messages = try ThreadStore(transaction).messages(of: row)
            let isNote = row.isOfStranger && row.way != .strangersLetter
            return (row, isNote ? messages.filter { $0.direction == .outgoing && $0.way == .account } : messages)
        }
        guard let (row, messages) = found else { return nil }
        let opened = try await gate.read(
            Ask(
                .readOwn, by: Actor(.visitor, person: subject, session: session), on: subject, for: row.purpose,
                fields: [.messageWords, .replyWords], caseID: row.caseID)
        ) { _ in messages.map(\.sealed) }
        return OpenMessage.opened(messages, opened)
    }
}

extension Gate {
    /// The token of the link at which a question's answer is read: 80 bits that nobody can guess who has not the house's own
    /// keys. It is made anew from them whenever it is told, so it is stored nowhere.
    func answerLink(of subject: SubjectID) -> Bytes { Bytes(mac("answer link", over: subject.bytes).prefix(10)) }

    func digest(ofAnswer link: Bytes) -> Bytes { mac("answer", over: link) }
}

extension ThreadDesk {
    /// Tells whoever asked without an account that the answer waits, with the link to it.
    func tellOfAnswer(
        in row: ThreadRow, sealer: Sealer, id: Identifier<MessageRow>, at now: Instant, in transaction: any Transaction
    ) throws {
        let link = gate.answerLink(of: row.subject)
        try QuestionStore(transaction).link(
            gate.digest(ofAnswer: link), to: row.subject, until: now + QuestionDesk.unread)
        try QuestionStore(transaction).move(row.subject, due: now + QuestionDesk.unread)
        guard let channel = try Self.channel(ofAnswerTo: row.subject, in: transaction),
            let person = try SubjectStore(transaction).find(row.subject)
        else { return }
        try MessageQueue(transaction).add(
            row.answered, by: channel == .email ? .email : .sms, language: person.language, ["token": link.hex],
            sealer: sealer, id: id, at: now)
    }

    /// Where an answer goes: to the address that was confirmed, or to the one from which a letter came or that a caller left; a
    /// code that goes there is asked for before anything is shown.
    static func channel(ofAnswerTo subject: SubjectID, in transaction: any Transaction) throws -> Channel? {
        let contacts = try RegistrationStore(transaction).contacts(of: subject)
        let isUnproved = try ThreadStore(transaction).all(of: subject).first?.purpose == .rights
        return Channel.allCases.first { contacts[$0] != nil && (isUnproved || contacts[$0]?.confirmedAt != nil) }
    }

    /// Whether whoever is in a thread can be answered: in the account, or at an address.
    static func isAnswerable(_ row: ThreadRow, in transaction: any Transaction) throws -> Bool {
        try row.purpose == .contact || channel(ofAnswerTo: row.subject, in: transaction) != nil
    }
}

extension ThreadRow {
    /// What tells somebody without an account of an answer.
    fileprivate var answered: MessageTemplate {
        switch way {
        case .contactPage: .questionAnswered
        case .strangersLetter: .letterAnswered
        default: .noteAnswered
        }
    }
}

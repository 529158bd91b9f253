import Access
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What comes from outside of somebody who has no account: a letter that was taken, a conversation that was put down.
extension ThreadDesk {
    /// Somebody without an account.
    struct Stranger: Sendable {
        /// Where they can be answered; nil where they left no address.
        let address: Address?
        /// In which they are most likely to read.
        let language: Language

        /// An address that nobody has confirmed.
        struct Address: Sendable {
            let channel: Channel
            let shown: String
            let digests: [(version: Int, digest: Bytes)]
        }
    }

    /// Puts down what was said by somebody of whom no registration is known: in the thread of the one person who has confirmed
    /// the address that they gave, or as a thread without an account. That waits for an answer, or, where there is no address
    /// for one, until staff close it, and is destroyed as questions of the contacts page are.
    ///
    /// - Parameters:
    ///   - asksAnswer: whether somebody has still to answer a person who turns out to be known.
    ///   - address: an e-mail address or a telephone number.
    /// - Throws: ``ThreadsRefusal/notAnAddress``, as ``answer(_:words:by:)``.
    package func noteStranger(
        _ words: String?, by way: ThreadWay, _ direction: ThreadDirection, asksAnswer: Bool, address: String?,
        actor: Actor
    ) async throws -> ThreadID {
        let words = try Self.checked(words)
        let given = try address.map(Self.strangersAddress)
        if let given, try await !reaches(given.channel) { throw ThreadsRefusal.notAnAddress }
        let found = try given.map { (given: $0, digests: try AddressBook(gate).digests($0.channel.field, $0.compared)) }
        var entry = Entry(words: words, way: way, direction: direction, isByStaff: true, asksAnswer: asksAnswer)
        if let found,
            let person = try await person(at: found.given.channel, found.digests, as: way.reason, by: actor)
        {
            return try await enter(entry, in: .open, of: person, as: .noteMessage, by: actor).id
        }
        entry.asksAnswer = true
        let stranger = Stranger(
            address: found.map {
                Stranger.Address(channel: $0.given.channel, shown: $0.given.shown, digests: $0.digests)
            }, language: Language(likelyOf: words))
        return try await begin(entry, of: stranger, as: .noteMessage, by: actor)
    }

    private static func strangersAddress(
        _ entered: String
    ) throws(ThreadsRefusal) -> (channel: Channel, shown: String, compared: String) {
        let channel: Channel = entered.contains("@") ? .email : .telephone
        do {
            let address = try Registrar.normalised(channel, entered)
            return (channel, address.shown, address.compared)
        } catch {
            throw .notAnAddress
        }
    }

    /// Whether the edition in force lets be put down what somebody without an account says.
    package func takesStrangers() async throws -> Bool {
        let edition = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        let fields = [.replyWords] + [FieldNumber.email, .telephone].filter { edition.document.field($0) != nil }
        return fields.allSatisfy {
            edition.permission(role: .support, act: .noteMessage, datum: .field($0), purpose: .rights) != nil
                && ($0 == .replyWords
                    || edition.permission(role: .support, act: .lookup, datum: .field($0), purpose: .contact) != nil)
        }
    }

    /// Whether people are reached by a channel under the edition in force.
    private func reaches(_ channel: Channel) async throws -> Bool {
        try await gate.look { [gate] in try gate.book.inForce(in: $0) }.document.field(channel.field) != nil
    }

    /// The one person with a registration who has confirmed an address: a search, which is on record.
    func person(
        at channel: Channel, _ digests: [(version: Int, digest: Bytes)], as reason: PersonFinder.Reason,
        by actor: Actor
    ) async throws -> SubjectID? {
        let (persons, _) = try await gate.lookUp(
            [channel.field], by: actor, for: .contact, note: ["reason": reason.rawValue]
        ) { try AddressBook(gate).persons(digests.map(\.digest), in: $0) }
        guard persons.count == 1, let person = persons.first,
            try await gate.look({ try RegistrationStore($0).find(person) }) != nil
        else { return nil }
        return person
    }

    /// Begins a thread of somebody who has no account, sealed under a key of its own. Until it is read nobody knows whether it
    /// asks for what the law gives them, so it is worked with on that ground.
    ///
    /// - Parameter also: what is to be stored with it.
    func begin(
        _ entry: Entry, of stranger: Stranger, as act: Act, by actor: Actor,
        also: @escaping @Sendable (ThreadRow, any Transaction) throws -> Void = { _, _ in }
    ) async throws -> ThreadID {
        let words = try Self.checked(entry.words, most: entry.mostCharacters)
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let (id, message) = (ThreadID(from: randomness), Identifier<ThreadMessage>(from: randomness))
        let sealed = try sealer.seal(Bytes(words.utf8), label: ThreadMessage.label(of: message), in: .threads)
        let now = time.now
        try await gate.perform { transaction in
            let edition = try gate.book.inForce(in: transaction)
            try SubjectStore(transaction).insert(
                subject, kind: .person, language: stranger.language, isInvented: registrar.isDemo(edition.document),
                at: now)
            let row = ThreadRow.stranger(id, of: subject, by: entry.way, at: now)
            if let address = stranger.address {
                try registrar.put(
                    address.channel, address.shown, address.digests, for: row.purpose, act: act, by: actor,
                    as: row.caseID, sealer: sealer, in: transaction)
            }
            let permit = try gate.permitToWrite(
                Ask(
                    act, by: actor, on: subject, for: row.purpose,
                    fields: [ThreadMessage.field(isByStaff: entry.isByStaff)], caseID: row.caseID),
                sealer: sealer, in: transaction)
            let store = ThreadStore(transaction)
            try store.insert(row)
            try store.insert(
                ThreadMessage(
                    id: message, way: entry.way, direction: entry.direction, isByStaff: entry.isByStaff, at: now,
                    words: sealed), as: 1, in: row)
            try QuestionStore(transaction).insert(subject, due: now + QuestionDesk.unanswered)
            try also(row, transaction)
            try permit.note(row.note(entry.way, entry.direction), in: transaction)
        }
        return id
    }
}

extension ThreadRow {
    /// The thread of somebody who has no account, as it came in or was put down.
    static func stranger(_ id: ThreadID, of subject: SubjectID, by way: ThreadWay, at now: Instant) -> ThreadRow {
        let prefix = way == .strangersLetter ? "M-" : "N-"
        return ThreadRow(
            subject: subject, id: id, number: 1, caseID: prefix + id.description.prefix(8).uppercased(), way: way,
            state: .waiting, since: now, assignee: nil, createdAt: now, lastAt: now, isUnread: false,
            isOfStranger: true)
    }
}

extension ThreadWay {
    /// Why somebody is looked for of whom something came by this way.
    fileprivate var reason: PersonFinder.Reason {
        switch self {
        case .telephone: .calls
        case .visit: .visits
        default: .wrote
        }
    }
}

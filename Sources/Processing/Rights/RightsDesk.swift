import Access
import Deadlines
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Where people ask what the law gives them about their data, and where that is answered in time.
package struct RightsDesk: Sendable {
    package let gate: Gate
    let registrar: Registrar
    /// Kinds, deadlines and grounds of refusal.
    package let law: LawPack
    /// What other rooms hold about a person, for a copy.
    let holdings: [HoldingStep]
    let archives: CopyArchives
    let ownAddresses: OwnAddresses
    let hasOrders: HasOrders
    let time: TimeSource
    let randomness: Randomness

    /// The digests under which a member of staff would confirm their own e-mail address as a person; the staffing room tells.
    package typealias OwnAddresses = @Sendable (SubjectID, any Transaction) throws -> [Bytes]

    /// Whether a person has an order that is not ended; the room of orders tells.
    package typealias HasOrders = @Sendable (SubjectID, any Transaction) throws -> Bool

    /// How many requests of one person may wait at once.
    static let mostOpen = 20

    package init(
        gate: Gate, registrar: Registrar, law: LawPack, holdings: [HoldingStep], archives: CopyArchives,
        ownAddresses: @escaping OwnAddresses, hasOrders: @escaping HasOrders, time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.registrar = registrar
        self.law = law
        self.holdings = holdings
        self.archives = archives
        self.ownAddresses = ownAddresses
        self.hasOrders = hasOrders
        self.time = time
        self.randomness = randomness
    }

    /// A request as it comes in.
    struct Incoming: Sendable {
        let kind: RequestKind
        let words: String?
        let way: RequestRow.Way
        let receivedOn: Day
        var evidence: OutsideRequestRow.Evidence?
    }

    var today: Day { Day(of: time.now, hoursEast: 5) }

    /// Enters a request; its clock begins with the day of receipt. Where it is not the person who does it, they are told at once.
    ///
    /// - Throws: ``RightsRefusal/contactDiffers`` where a message from their confirmed address is what tells who asks, and
    ///   they have confirmed none.
    func enter(_ incoming: Incoming, of subject: SubjectID, by actor: Actor) async throws -> RequestReference {
        try Self.checkLength(incoming.words)
        let sealer = try await gate.sealer(for: subject)
        let id = Identifier<RequestRow>(from: randomness)
        let words = try sealer.seal(incoming.words, as: .words, of: id)
        let (now, message) = (time.now, Identifier<MessageRow>(from: randomness))
        return try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let registrations = RegistrationStore(transaction)
            guard let registration = try registrations.find(subject) else { throw RightsRefusal.noCase }
            let contacts = try registrations.contacts(of: subject)
            guard incoming.evidence != .contact || contacts[.email]?.confirmedAt != nil else {
                throw RightsRefusal.contactDiffers
            }
            guard let term = try terms.term(of: incoming.kind, after: incoming.receivedOn, in: transaction) else {
                throw RightsRefusal.noSuchKind
            }
            let store = RequestStore(transaction)
            let earlier = try store.all(of: subject)
            guard earlier.count(where: \.state.isOpen) < Self.mostOpen else { throw RightsRefusal.tooMany }
            let row = RequestRow(
                subject: subject, id: id,
                reference: RequestReference(registration.number, (earlier.first?.reference.number ?? 0) + 1),
                kind: incoming.kind, state: .received, way: incoming.way, receivedOn: incoming.receivedOn,
                createdAt: now, term: term, ground: nil, closedAt: nil, evidence: incoming.evidence)
            let permit = try gate.permitToWrite(
                Ask(
                    .request, by: actor, on: subject, for: .rights, fields: words == nil ? [] : [.requestWords],
                    caseID: registration.number), sealer: sealer, in: transaction)
            try store.insert(row, words: words)
            try permit.note(row.note, in: transaction)
            if !actor.isOwn {
                try registrar.tell(
                    .requestEntered, about: registration, contacts: contacts, sealer: sealer, id: message,
                    in: transaction)
            }
            return row.reference
        }
    }

    /// Within what requests are answered.
    package var terms: RequestTerms { RequestTerms(gate: gate, law: law, calendars: registrar.calendars) }

    /// How a request stands today.
    func standing(of row: RequestRow, in transaction: any Transaction) throws -> RequestStanding {
        let calendar = try registrar.calendars.newest(in: transaction).calendar
        return RequestStanding(
            request: row, due: row.term.map { DueDay($0.due, from: today, in: calendar, counted: $0) },
            isBlocked: try SubjectStore(transaction).find(row.subject)?.state == .blocked,
            blockChange: row.blockChange(try RequestStore(transaction).block(of: row.subject)))
    }

    /// Nobody handles what they ask themselves: the person is another one, and has confirmed another e-mail address.
    ///
    /// - Throws: ``RightsRefusal/own``.
    func checkOthers(_ subject: SubjectID, _ actor: Actor, in transaction: any Transaction) throws {
        guard let officer = actor.person, !actor.isOwn else { return }
        guard officer != subject else { throw RightsRefusal.own }
        let email = try RegistrationStore(transaction).contacts(of: subject)[.email]
        guard let email, email.confirmedAt != nil else { return }
        guard try Set(ownAddresses(officer, transaction)).isDisjoint(with: email.digests.map(\.digest)) else {
            throw RightsRefusal.own
        }
    }

    static func checkLength(_ words: String?) throws(RightsRefusal) {
        guard (words ?? "").count <= RequestText.mostCharacters else { throw .longWords }
    }
}

/// A request as it stands today; nothing personal in it.
package struct RequestStanding: Sendable {
    package let request: RequestRow
    /// The last day to answer; nil for what was done at once.
    package let due: DueDay?
    /// The person's data are blocked.
    package let isBlocked: Bool
    /// What staff can do on it with a block: ``RequestKind/block``, ``RequestKind/unblock``, or nothing.
    package let blockChange: RequestKind?
}

extension RequestRow {
    /// What an entry tells of a request, in closed words.
    var note: [String: String] {
        var note = [
            "request": "\(reference.number)", "kind": kind.rawValue, "way": way.rawValue,
            "received": receivedOn.description,
        ]
        note["due"] = term?.due.description
        note["evidence"] = evidence?.rawValue
        return note
    }
}

extension Sealer {
    /// Seals what is written in a request; nil when nothing is.
    package func seal(_ words: String?, as text: RequestText, of id: Identifier<RequestRow>) throws -> Bytes? {
        guard let words, !words.isEmpty else { return nil }
        return try seal(Bytes(words.utf8), label: text.label(of: id), in: .record)
    }
}

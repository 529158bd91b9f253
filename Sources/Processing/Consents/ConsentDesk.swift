import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage

/// Where a person gives and withdraws consents one by one, after the first.
package struct ConsentDesk: Sendable {
    /// What follows from a withdrawal of some instant in other rooms, in its transaction.
    package typealias Aftermath = @Sendable (ConsentItem, Edition, SubjectID, Instant, any Transaction) throws -> Void

    let gate: Gate
    let operatorAddress: String?
    let withdrawn: Aftermath
    let time: TimeSource

    /// - Parameters:
    ///   - operatorAddress: the operator's postal address, where the policy leaves it to the configuration.
    ///   - withdrawn: what a withdrawal asks of staff.
    package init(
        gate: Gate, operatorAddress: String?, time: TimeSource, withdrawn: @escaping Aftermath = { _, _, _, _, _ in }
    ) {
        self.gate = gate
        self.operatorAddress = operatorAddress
        self.withdrawn = withdrawn
        self.time = time
    }

    /// All that a person has given and withdrawn, the oldest first; no text is opened.
    package func history(of subject: SubjectID) async throws -> [ConsentRow] {
        try await gate.look { try ConsentStore($0).history(of: subject) }
    }

    /// What is in force of it.
    package func standing(of subject: SubjectID) async throws -> [ConsentID: StandingConsent] {
        try await gate.look { [gate, time] in
            try ConsentStore($0).standing(of: subject, at: time.now, under: gate.book)
        }
    }

    /// The exact text that a person was shown when they gave or withdrew a consent: an act on record.
    ///
    /// - Throws: ``ConsentRefusal/unknown`` when there is no such row of theirs.
    package func shown(
        _ id: Identifier<ConsentRow>, of subject: SubjectID, session: Bytes
    ) async throws -> (row: ConsentRow, text: PersonalData<String>) {
        let row = try await history(of: subject).first { $0.id == id }
        guard let row else { throw ConsentRefusal.unknown }
        let ask = Ask(.readOwn, by: .subject(subject, session: session), on: subject, for: .rights)
        let texts = try await gate.read(ask) { _ in [row.shown] }
        return (row, texts[0].map { String(decoding: $0, as: UTF8.self) })
    }

    /// The policy in force.
    package func edition() async throws -> Edition {
        try await gate.look { [gate] in try gate.book.inForce(in: $0) }
    }

    /// The exact text of one consent, made out in the person's name.
    package func wording(
        _ edition: Edition, in language: Language, for registrant: Registrant
    ) -> ConsentWording {
        ConsentWording(edition: edition, language: language, address: operatorAddress, registrant: registrant)
    }

    /// Gives or withdraws one consent; what is so already stays as it is. A whole that is given channel by channel is given
    /// or withdrawn by each.
    ///
    /// A withdrawal takes effect with its transaction: the Gate refuses what rested on it, what waits to be sent by it is
    /// not sent, and what it asks of staff is there with its deadline.
    /// - Parameters:
    ///   - personName: stands in the text that is stored.
    ///   - shown: the edition whose text the person saw.
    /// - Throws: ``ConsentRefusal``.
    package func decide(
        _ id: ConsentID, give: Bool, language: Language, personName: String, shown: Int, of subject: SubjectID,
        session: Bytes
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { [self] transaction in
            try transaction.lock(subject, .exclusive)
            let edition = try gate.book.inForce(in: transaction)
            let standing = try ConsentStore(transaction).standing(of: subject, at: time.now, under: gate.book)
            let items = try items(id, give: give, standing[id], edition, in: transaction)
            guard !give || !items.contains(where: { edition.isVoid($0.clause) }) else {
                throw ConsentRefusal.unknown
            }
            guard edition.number == shown || !give else { throw ConsentRefusal.otherEdition }
            let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
            for item in items where (standing[item.id] != nil) != give {
                let text = wording(edition, in: language, for: registrant).text(of: item, personName: personName)
                let permit = try gate.permitToWrite(
                    Ask(
                        give ? .consent : .withdrawConsent, by: .subject(subject, session: session), on: subject,
                        for: .rights),
                    sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision(item.id, isGiven: give, language: language, shown: text),
                    in: transaction)
                if !give { try follow(item, edition, subject, at: time.now, in: transaction) }
            }
        }
    }

    /// What an identifier names: the parts of a whole, or one that the policy in force does not ask for any more and that
    /// the person can still take back.
    func items(
        _ id: ConsentID, give: Bool, _ standing: StandingConsent?, _ edition: Edition, in transaction: any Transaction
    ) throws -> [ConsentItem] {
        let policy = edition.document
        let isAsked = policy.askedConsents.contains { $0.id == id }
        if !give, !isAsked, let standing {
            guard let item = try gate.book.edition(standing.edition, in: transaction)?.document.consent(id) else {
                throw ConsentRefusal.unknown
            }
            return [item]
        }
        guard let item = policy.consent(id) else { throw ConsentRefusal.unknown }
        return isAsked ? [item] : item.parts(in: policy)
    }

    /// What a withdrawal brings about, in its transaction: what waits to be sent by the consent is not sent, and what it asks
    /// of staff is there with its deadline.
    ///
    /// - Parameter instant: when it was withdrawn, from which deadlines are counted.
    package func follow(
        _ item: ConsentItem, _ edition: Edition, _ subject: SubjectID, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        let queue = MessageQueue(transaction)
        if item.kind == .purposes, item.channel != .call {
            let way: MessageChannel? = item.channel.map { $0 == .email ? .email : .sms }
            // Codes and notices for the person's own rights go on: without them nobody could come back.
            for purpose in item.purposes where purpose != .contact {
                try queue.drop(purpose, by: way, to: subject, at: time.now)
            }
        }
        try withdrawn(item, edition, subject, instant, transaction)
    }
}

/// Why a consent cannot be given or withdrawn like this.
package enum ConsentRefusal: Refusal, Hashable {
    /// The policy in force asks for no such consent.
    case unknown
    /// The policy changed while the page was open: the new text must be shown.
    case otherEdition

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .otherEdition: .conflict
        }
    }
}

import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// A registration as a connected programme hands it over.
    package struct Application: Sendable {
        package let beginning: Beginning
        /// SHA-256 of the text of each consent that the person was shown and agreed to.
        package let shown: [ConsentID: Bytes]
        /// The addresses the person gave, normalised.
        package let addresses: [Channel: (shown: String, compared: String)]
        /// Those that the programme itself has seen to be the person's own.
        package let vouched: Set<Channel>
        /// The programme's own number for it.
        package let caseID: String

        package init(
            _ beginning: Beginning, shown: [ConsentID: Bytes],
            addresses: [Channel: (shown: String, compared: String)], vouched: Set<Channel>, caseID: String
        ) {
            self.beginning = beginning
            self.shown = shown
            self.addresses = addresses
            self.vouched = vouched
            self.caseID = caseID
        }
    }

    /// A person who was registered by a programme.
    package struct Registered: Sendable, Hashable {
        package let subject: SubjectID
        package let number: String
        package let language: Language

        package init(subject: SubjectID, number: String, language: Language) {
            self.subject = subject
            self.number = number
            self.language = language
        }
    }

    /// Registers a person whom a programme of the operator's has asked: names, consent and addresses in one transaction,
    /// or nothing is stored. The registration is a draft like any other, and the person goes on with it on the site.
    ///
    /// An address for which the programme vouches counts as confirmed, unless it belongs to an account: then its holder
    /// is told, as on the site, and the answer is the same. Where the programme vouches for none, the person comes in by a
    /// link; see ``linkToken(of:)``.
    /// - Parameter earlier: asked first in the transaction; what it answers is the answer, and nothing is done.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/otherEdition``,
    ///   ``RegistrationRefusal/otherText(_:)``, `GateRefusal` for what the programme may not do.
    package func register(
        _ application: Application, by client: Client,
        unless earlier: @escaping @Sendable (Registered, any Transaction) throws -> Registered?
    ) async throws -> Registered {
        let beginning = application.beginning
        try beginning.check()
        let actor = Actor(client)
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let registered = Registered(subject: subject, number: registrationNumber(), language: beginning.language)
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        let handingOver =
            try application.vouched.isEmpty
            ? handingOver(registered, application.addresses, sealer: sealer) : nil
        let given = try Channel.allCases.compactMap { channel in
            try application.addresses[channel].map {
                ($0.shown, channel, try addresses.digests(channel.field, $0.compared))
            }
        }
        return try await gate.perform { transaction in
            try gate.book.ask(in: transaction)
            if let done = try earlier(registered, transaction) { return done }
            let consents = try store(
                beginning, as: registered.number, by: actor, sealer: sealer, note: ["case": application.caseID],
                at: now, in: transaction)
            for consent in consents where application.shown[consent.consent] != consent.shown.hash {
                throw RegistrationRefusal.otherText(consent.consent)
            }
            if let unknown = application.shown.keys.first(where: { id in !consents.contains { $0.consent == id } }) {
                throw RegistrationRefusal.otherText(unknown)
            }
            for (shown, channel, digests) in given {
                let holders = try addresses.askHolder(
                    channel == .email ? digests.map(\.digest) : [], in: transaction)
                try put(
                    channel, shown, digests, by: actor, as: registered.number, sealer: sealer, in: transaction)
                if try AddressBook.holder(holders) != nil {
                    try MessageQueue(transaction).add(
                        .alreadyRegistered, by: .email, language: beginning.language,
                        [MessageRow.target: digests.first?.digest.hex ?? ""], sealer: sealer, id: message, at: now)
                } else if application.vouched.contains(channel) {
                    try confirm(
                        channel, digests, by: actor, as: registered.number, sole: false, note: ["vouched": "1"],
                        sealer: sealer,
                        at: now, in: transaction)
                }
            }
            if let handingOver {
                let draft = try gate.book.inForce(in: transaction).document.terms.draft.span
                try HandoverStore(transaction).insert(
                    handingOver.digest, of: subject, client: client.name, masks: handingOver.masks,
                    until: now + min(linksLast, draft))
            }
            return registered
        }
    }
}

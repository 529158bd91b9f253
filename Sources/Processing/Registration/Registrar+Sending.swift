import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Sends the registration to be reviewed. Sending it twice is sending it once.
    ///
    /// - Throws: ``RegistrationRefusal/incomplete(_:)``, ``RegistrationRefusal/alreadyRegistered`` when the confirmed
    ///   e-mail address belongs to another account by now.
    package func send(_ subject: SubjectID, session: Bytes) async throws {
        try await send(subject, by: .subject(subject, session: session))
    }

    /// The same by whoever acts: the person, or staff at the counter.
    package func send(_ subject: SubjectID, by actor: Actor) async throws {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            try transaction.lock(subject, .exclusive)
            guard let registration = try store.find(subject) else { throw RegistrationRefusal.none }
            guard registration.state == .draft || registration.state == .moreAsked else {
                if registration.state.awaitsReview { return }
                throw RegistrationRefusal.notNow(registration.state)
            }
            let edition = try gate.book.inForce(in: transaction)
            let contacts = try store.contacts(of: subject)
            let confirmed = contacts.values.filter { $0.confirmedAt != nil }
            var missing = try missingDocuments(subject, edition, transaction)
            // Whoever acts for a child is reached in their own account.
            let isChild = try SubjectStore(transaction).find(subject)?.registrant == .child
            // Whoever has signed on paper stood before staff, and need have no device to be reached at.
            let entry = try CounterStore(transaction).find(subject)
            let isOnPaper = entry?.way == .paper
            if !isChild, !isOnPaper, confirmed.count < edition.document.contacts.confirmAtLeast {
                missing.insert(.confirmedAddress, at: 0)
            }
            if try lacksConsent(subject, at: now, in: transaction) { missing.append(.representativeConsent) }
            guard missing.isEmpty else { throw RegistrationRefusal.incomplete(missing) }
            for contact in confirmed.sorted(by: { $0.target.lexicographicallyPrecedes($1.target) }) {
                guard
                    try addresses.enter(
                        contact.channel.field, contact.digests.map { ($0.version, $0.digest) }, of: subject,
                        sole: contact.channel == .email, at: now, in: transaction)
                else { throw RegistrationRefusal.alreadyRegistered }
            }
            let again = registration.state == .moreAsked
            let permit = try gate.permitToWrite(
                Ask(
                    .send, by: actor, on: subject, for: .identification,
                    caseID: registration.number), sealer: sealer, in: transaction)
            try permit.note(again ? ["again": "1"] : [:], in: transaction)
            _ = try store.move(subject, from: [.draft, .moreAsked], to: .sent, due: nil, at: now)
            if let entry, entry.state == .signed { try CounterStore(transaction).begin(entry) }
            try transaction.send(
                """
                UPDATE registration SET sent_at = \(now), resent = \(again), set_aside = 0
                WHERE subject_id = \(subject)
                """)
            try store.promise(try reviewTerm(edition, from: now, in: transaction), to: subject)
            // Whoever can come back by an e-mail code needs no session of days.
            if contacts[.email]?.confirmedAt != nil {
                try SessionStore(transaction).endRegistering(subject, at: now)
            }
            try tell(.received, about: registration, contacts: contacts, sealer: sealer, id: message, in: transaction)
        }
    }

    /// Ends a registration that is not decided yet, at the person's wish, and erases them like anybody else.
    ///
    /// - Parameter act: ``Act/decline`` for "I do not agree", ``Act/withdrawRegistration`` for taking it back.
    /// - Returns: the mark under which the erasure is certified.
    @discardableResult
    package func end(_ subject: SubjectID, by act: Act, session: Bytes) async throws -> Bytes {
        let registration = try await gate.look { try RegistrationStore($0).find(subject) }
        guard let registration else { throw RegistrationRefusal.none }
        guard !registration.state.isDecided else { throw RegistrationRefusal.notNow(registration.state) }
        return try await gate.erase(
            Ask(act, by: .subject(subject, session: session), on: subject, for: .rights, caseID: registration.number),
            steps: erasure)
    }
}

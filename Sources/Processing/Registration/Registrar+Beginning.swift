import Access
import Consents
import Ledger
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// What the first step sends: names and consent in one.
    package struct Beginning: Sendable {
        package let applicant: Applicant
        /// Whose the data are, and of what age the person is, as ``Registrant/declaration`` keeps it.
        package let isDeclared: Bool
        /// The consent that registration needs.
        package let isAgreed: Bool
        /// Consents given beyond it.
        package let optional: Set<ConsentID>
        package let language: Language
        /// The edition whose text was shown.
        package let edition: Int
        /// Made with the page, so that sending it again begins nothing new.
        package let submission: Bytes
        /// Whose registration the browser holds already; nil for a visitor.
        package let holder: SubjectID?
        /// Who acts for the applicant; nil when they act themselves.
        package let representing: Representing?

        package init(
            _ applicant: Applicant, isDeclared: Bool, isAgreed: Bool, optional: Set<ConsentID>, language: Language,
            edition: Int, submission: Bytes, holder: SubjectID? = nil, representing: Representing? = nil
        ) {
            self.applicant = applicant
            self.isDeclared = isDeclared
            self.isAgreed = isAgreed
            self.optional = optional
            self.language = language
            self.edition = edition
            self.submission = submission
            self.holder = holder
            self.representing = representing
        }

        /// A person of age, for themselves.
        package init(
            name: PersonName, isDeclared: Bool, isAgreed: Bool, optional: Set<ConsentID>, language: Language,
            edition: Int, submission: Bytes, holder: SubjectID? = nil
        ) {
            self.init(
                Applicant(name: name), isDeclared: isDeclared, isAgreed: isAgreed, optional: optional,
                language: language, edition: edition, submission: submission, holder: holder)
        }

        /// - Throws: ``RegistrationRefusal/fields(_:)`` when something is not ticked without which nothing is stored.
        func check() throws(RegistrationRefusal) {
            var problems: [FieldProblem] = []
            if !isDeclared { problems.append(FieldProblem("declaration", .notDeclared)) }
            if !isAgreed { problems.append(FieldProblem("consent", .notAgreed)) }
            guard problems.isEmpty else { throw .fields(problems) }
        }

        var registrant: Registrant { applicant.registrant }
    }

    /// A person whose registration has begun, and the token of their session.
    package struct Begun: Sendable {
        package let subject: SubjectID
        package let number: String
        package let token: Bytes
    }

    /// Begins a registration: the first names and the consent to them are stored in one transaction, or nothing is.
    ///
    /// The same form sent again answers with the registration that it began; see ``resumed(_:first:by:at:in:)``.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/otherEdition``.
    package func begin(_ beginning: Beginning) async throws -> Begun {
        try beginning.check()
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let token = randomness.bytes(32)
        let session = Session.digest(of: token)
        let submission = gate.mac("submission", over: beginning.submission)
        let number = registrationNumber()
        let now = time.now
        return try await gate.perform { transaction in
            if let row = try take(submission, for: subject, by: beginning.holder, at: now, in: transaction) {
                try beginSession(session, of: row.subject, for: beginning, by: nil, at: now, in: transaction)
                return Begun(subject: row.subject, number: row.number, token: token)
            }
            let actor = Actor(.visitor, person: subject, session: session)
            var representation: RepresentationRow?
            if beginning.registrant.isRepresented {
                guard let representing = beginning.representing,
                    let kind = RepresentationRow.Kind(beginning.registrant)
                else { throw RepresentationRefusal.registerFirst }
                guard let last = representing.until else { throw RepresentationRefusal.noTerm }
                guard beginning.registrant.mayBeRepresented(until: last, from: Day(of: now, hoursEast: 5)) else {
                    throw RepresentationRefusal.tooLong
                }
                representation = try enter(
                    representing, as: kind, for: subject, in: session, at: now, in: transaction)
            }
            _ = try store(beginning, as: number, by: actor, sealer: sealer, at: now, in: transaction)
            if let representation {
                try record(representation, number: number, by: actor, sealer: sealer, in: transaction)
            }
            try beginSession(session, of: subject, for: beginning, by: representation, at: now, in: transaction)
            return Begun(subject: subject, number: number, token: token)
        }
    }

    /// Begins the session in which the form is gone on with: the person's own, or one in which another acts for them.
    private func beginSession(
        _ digest: Bytes, of subject: SubjectID, for beginning: Beginning, by row: RepresentationRow?, at now: Instant,
        in transaction: any Transaction
    ) throws {
        let store = SessionStore(transaction)
        guard beginning.registrant.isRepresented else {
            return try store.begin(digest, kind: .registration, assurance: .browser, of: subject, at: now)
        }
        let rows = try row.map { [$0] } ?? RepresentationStore(transaction).all(of: subject)
        guard let session = beginning.representing?.session,
            let row = rows.first(where: { $0.representative == session.subject && $0.stands(at: now) })
        else { throw RepresentationRefusal.none }
        try store.begin(digest, kind: .account, assurance: session.assurance, of: subject, by: row.id, at: now)
    }

    /// Puts in a new person with names and the consent to them.
    ///
    /// - Parameters:
    ///   - way: staff enter it at the counter, and the person has agreed in this way; they are known already. nil when
    ///     nobody enters it for them.
    ///   - sealer: of the person.
    ///   - note: what the entry of the registration tells.
    /// - Returns: the consents that were stored.
    /// - Throws: ``RegistrationRefusal/otherEdition``.
    func store(
        _ beginning: Beginning, as number: String, by actor: Actor, atCounter way: CounterRow.Way? = nil,
        sealer: Sealer,
        note: [String: String] = [:], at now: Instant, in transaction: any Transaction
    ) throws -> [ConsentDecision] {
        let subject = sealer.subject
        let edition = try gate.book.inForce(in: transaction)
        guard edition.number == beginning.edition,
            edition.document.registrants.contains(beginning.registrant)
        else { throw RegistrationRefusal.otherEdition }
        if way != nil {
            try SubjectStore(transaction).setLanguage(beginning.language, of: subject)
        } else {
            try SubjectStore(transaction).insert(
                subject, kind: .person, as: beginning.registrant, language: beginning.language,
                isInvented: isDemo(edition.document), at: now)
        }
        try RegistrationStore(transaction).insert(
            subject, number: number, due: now + edition.document.terms.draft.span, at: now)
        let consents = consents(of: beginning, edition: edition)
        for consent in consents {
            let permit = try gate.permitToWrite(
                Ask(.consent, by: actor, on: subject, for: .rights), sealer: sealer, in: transaction)
            try permit.store(consent, by: way?.manner, in: transaction)
        }
        var values = beginning.applicant.values
        values[.declaration] = beginning.registrant.declaration
        if beginning.registrant != .person { values[.registrantKind] = beginning.registrant.rawValue }
        let permit = try gate.permitToWrite(
            Ask(
                .register, by: actor, on: subject, for: .service, fields: Array(values.keys), caseID: number),
            sealer: sealer, in: transaction)
        try permit.store(values, note: note, in: transaction)
        return consents
    }

    /// How it is kept that the data are the person's own, and that the person is of age.
    package static let declaration = "own,of_age"

    /// Makes a submission `subject`'s, unless it has begun a registration that may be gone on with.
    ///
    /// - Returns: that registration; nil when there is none.
    private func take(
        _ submission: Bytes, for subject: SubjectID, by holder: SubjectID?, at now: Instant,
        in transaction: any Transaction
    ) throws -> RegistrationRow? {
        // Whoever sends the same form at the same time waits here for the first.
        let taken = try transaction.row(
            """
            INSERT INTO submission (digest, subject_id, at) VALUES (\(submission), \(subject), \(now))
            ON CONFLICT (digest) DO UPDATE SET at = submission.at RETURNING subject_id, at
            """)
        guard let taken else { throw StorageError.unexpected("submission row") }
        let earlier: SubjectID = try taken.identifier(0)
        guard earlier != subject else { return nil }
        if let row = try resumed(earlier, first: try taken.instant(1), by: holder, at: now, in: transaction) {
            return row
        }
        try transaction.send(
            "UPDATE submission SET subject_id = \(subject), at = \(now) WHERE digest = \(submission)")
        return nil
    }

    /// The draft of `subject`, if whoever sends its first form once more may go on with it: in the browser that holds it,
    /// within ten minutes of the first time, or for as long as nothing was done with it. Then the answer to the first
    /// time was lost, and the draft holds no more than the form does.
    private func resumed(
        _ subject: SubjectID, first: Instant, by holder: SubjectID?, at now: Instant, in transaction: any Transaction
    ) throws -> RegistrationRow? {
        guard let row = try RegistrationStore(transaction).find(subject), row.state == .draft else { return nil }
        if subject == holder || now < first + .minutes(10) { return row }
        let acts = try ConsentStore(transaction).inForce(of: subject, at: now, under: gate.book).count + 1
        return try LedgerStore(transaction).historyCount(of: subject) == acts ? row : nil
    }

    private func consents(of beginning: Beginning, edition: Edition) -> [ConsentDecision] {
        let offered = Set(edition.offeredConsents.map(\.id))
        // Whoever names a consent that is given channel by channel names each of its channels.
        return edition.document.askedConsents.filter { item in
            item.required
                || offered.contains(item.id)
                    && (beginning.optional.contains(item.id) || beginning.optional.contains(item.id.whole))
        }.map { item in
            let text = ConsentWording(
                edition: edition, language: beginning.language, address: operatorAddress,
                registrant: beginning.registrant
            )
            .text(of: item, personName: beginning.applicant.shown)
            return ConsentDecision(
                item.id, isGiven: true, language: beginning.language, shown: text)
        }
    }

    /// A number that people can say aloud: `7K2M-9QXA`.
    package func registrationNumber() -> String {
        // Crockford's alphabet has no letters that are read as digits.
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let letters = randomness.bytes(8).map { alphabet[Int($0 & 31)] }
        return String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }
}

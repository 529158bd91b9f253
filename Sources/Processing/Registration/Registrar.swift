import Access
import Consents
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage

/// Takes a person from the first form to the registration that is sent, and back out again at any point.
package struct Registrar: Sendable {
    package let gate: Gate
    package let codes: OneTimeCodes
    package let addresses: AddressBook
    /// The working days in which the review is promised.
    package let calendar: WorkingCalendar
    let time: TimeSource
    let randomness: Randomness
    /// Registrations are marked invented until the operator has set region and address.
    let isDemo: Bool
    /// The operator's postal address, where the policy leaves it to the configuration.
    let operatorAddress: String?
    /// What the other rooms delete when a person is erased.
    let erasure: [ErasureStep]
    /// What is still missing among the documents before a registration can be sent.
    let missingDocuments: @Sendable (SubjectID, Edition, any Transaction) throws -> [RegistrationRefusal.Missing]

    package init(
        gate: Gate, codes: OneTimeCodes, calendar: WorkingCalendar, isDemo: Bool, operatorAddress: String?,
        erasure: [ErasureStep],
        missingDocuments:
            @escaping @Sendable (SubjectID, Edition, any Transaction) throws -> [RegistrationRefusal.Missing],
        time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.codes = codes
        addresses = AddressBook(gate)
        self.calendar = calendar
        self.time = time
        self.randomness = randomness
        self.isDemo = isDemo
        self.operatorAddress = operatorAddress
        self.erasure = erasure
        self.missingDocuments = missingDocuments
    }

    /// What the first step sends: names and consent in one.
    package struct Beginning: Sendable {
        package let name: PersonName
        /// The data are the person's own, and the person is of age.
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

        package init(
            name: PersonName, isDeclared: Bool, isAgreed: Bool, optional: Set<ConsentID>, language: Language,
            edition: Int,
            submission: Bytes
        ) {
            self.name = name
            self.isDeclared = isDeclared
            self.isAgreed = isAgreed
            self.optional = optional
            self.language = language
            self.edition = edition
            self.submission = submission
        }
    }

    /// A person whose registration has begun, and the token of their session.
    package struct Begun: Sendable {
        package let subject: SubjectID
        package let number: String
        package let token: Bytes
    }

    /// Begins a registration: the first names and the consent to them are stored in one transaction, or nothing is.
    ///
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/otherEdition``.
    package func begin(_ beginning: Beginning) async throws -> Begun {
        var problems: [FieldProblem] = []
        if !beginning.isDeclared { problems.append(FieldProblem("declaration", .notDeclared)) }
        if !beginning.isAgreed { problems.append(FieldProblem("consent", .notAgreed)) }
        guard problems.isEmpty else { throw RegistrationRefusal.fields(problems) }

        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let token = randomness.bytes(32)
        let session = Session.digest(of: token)
        let submission = gate.mac("submission", over: beginning.submission)
        let number = registrationNumber()
        let now = time.now
        return try await gate.perform { transaction in
            let edition = try gate.book.inForce(in: transaction)
            guard edition.number == beginning.edition else { throw RegistrationRefusal.otherEdition }
            if let begun = try resume(submission, token: token, session: session, at: now, in: transaction) {
                return begun
            }
            try transaction.run(
                "INSERT INTO submission (digest, subject_id, at) VALUES (\(submission), \(subject), \(now))")
            try SubjectStore(transaction).insert(
                subject, kind: .person, language: beginning.language, isInvented: isDemo, at: now)
            try RegistrationStore(transaction).insert(
                subject, number: number, due: now + edition.document.terms.draft.span, at: now)
            let actor = Actor(.visitor, person: subject, session: session)
            for consent in consents(of: beginning, edition: edition) {
                let permit = try gate.permitToWrite(
                    Ask(.consent, by: actor, on: subject, for: .rights), sealer: sealer, in: transaction)
                try permit.store(consent, in: transaction)
            }
            let permit = try gate.permitToWrite(
                Ask(
                    .register, by: actor, on: subject, for: .service,
                    fields: [.familyName, .givenName, .patronymic, .declaration], caseID: number),
                sealer: sealer, in: transaction)
            var values = beginning.name.values
            values[.declaration] = "own,of_age"
            try permit.store(values, in: transaction)
            try SessionStore(transaction).begin(
                session, kind: .registration, assurance: .browser, of: subject, at: now)
            return Begun(subject: subject, number: number, token: token)
        }
    }

    private func resume(
        _ submission: Bytes, token: Bytes, session: Bytes, at now: Instant, in transaction: any Transaction
    ) throws -> Begun? {
        guard
            let row = try transaction.row(
                "SELECT subject_id FROM submission WHERE digest = \(submission) AND at > \(now - .minutes(10))"),
            let registration = try RegistrationStore(transaction).find(try row.identifier(0)),
            registration.state == .draft
        else { return nil }
        try SessionStore(transaction).begin(
            session, kind: .registration, assurance: .browser, of: registration.subject, at: now)
        return Begun(subject: registration.subject, number: registration.number, token: token)
    }

    private func consents(of beginning: Beginning, edition: Edition) -> [ConsentDecision] {
        let policy = edition.document
        return policy.consents.filter { $0.required || beginning.optional.contains($0.id) }.map { item in
            let text = ConsentWording(edition: edition, language: beginning.language, address: operatorAddress)
                .text(of: item, personName: beginning.name.shown)
            return ConsentDecision(
                item.id, isGiven: true, language: beginning.language, text: text.text, textHash: text.hash)
        }
    }

    private func registrationNumber() -> String {
        // Crockford's alphabet has no letters that are read as digits.
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let letters = randomness.bytes(8).map { alphabet[Int($0 & 31)] }
        return String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }
}

extension PersonName {
    /// The name as fields of the record; an absent part removes what was there.
    var values: [FieldNumber: String?] {
        [.familyName: family, .givenName: given, .patronymic: patronymic]
    }

    package init(_ record: OpenRecord) {
        self.init(
            stored: record[.familyName]?.reveal(), record[.givenName]?.reveal(), record[.patronymic]?.reveal())
    }
}

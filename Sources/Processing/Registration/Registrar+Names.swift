import Consents
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Corrects the names of a draft; the consent is given anew with them, since it names the person.
    ///
    /// - Parameter shown: the edition whose text the person saw.
    /// - Throws: ``RegistrationRefusal/notNow(_:)`` once it was sent, ``RegistrationRefusal/otherEdition``.
    package func correctNames(
        _ applicant: Applicant, language: Language, shown: Int, of subject: SubjectID, session: Bytes
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { [self] transaction in
            guard let registration = try RegistrationStore(transaction).find(subject) else {
                throw RegistrationRefusal.none
            }
            guard registration.state == .draft else { throw RegistrationRefusal.notNow(registration.state) }
            let edition = try gate.book.inForce(in: transaction)
            guard edition.number == shown else { throw RegistrationRefusal.otherEdition }
            let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
            // What somebody is was said when they began, and is not changed by a name.
            guard registrant == applicant.registrant else { throw RegistrationRefusal.none }
            let actor = Actor.subject(subject, session: session)
            let given = try ConsentStore(transaction).inForce(of: subject, at: time.now, under: gate.book)
            for item in edition.document.askedConsents where item.required || given[item.id] != nil {
                let text = wording(edition, language, registrant).text(of: item, personName: applicant.shown)
                let permit = try gate.permitToWrite(
                    Ask(.consent, by: actor, on: subject, for: .rights), sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision(item.id, isGiven: true, language: language, shown: text),
                    in: transaction)
            }
            let permit = try gate.permitToWrite(
                Ask(
                    .correctOwn, by: actor, on: subject, for: .service,
                    fields: applicant.fields, caseID: registration.number),
                sealer: sealer, in: transaction)
            try permit.store(applicant.values, in: transaction)
        }
    }

    /// The exact text of consents as this operator asks them.
    package func wording(
        _ edition: Edition, _ language: Language, _ registrant: Registrant = .person
    ) -> ConsentWording {
        ConsentWording(edition: edition, language: language, address: operatorAddress, registrant: registrant)
    }

    /// The policy in force.
    package func edition() async throws -> Edition {
        try await gate.look { [gate] in try gate.book.inForce(in: $0) }
    }
}

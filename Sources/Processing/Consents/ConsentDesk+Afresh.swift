import Permits
import Policy
import Primitives
import Storage

extension ConsentDesk {
    /// The consents in force that were given under an earlier edition and that the one in force asks for too.
    ///
    /// What an edition widens does not apply to data collected before until the person agrees afresh (clause 5.4).
    package func outdated(of subject: SubjectID) async throws -> (edition: Edition, items: [ConsentItem]) {
        try await gate.look { [gate, time] transaction in
            let edition = try gate.book.inForce(in: transaction)
            let given = try ConsentStore(transaction).inForce(
                of: subject, at: time.now, under: gate.book)
            return (edition, edition.offeredConsents.filter { given[$0.id].map { $0 < edition.number } ?? false })
        }
    }

    /// Gives consents that are in force once more, under the edition in force.
    ///
    /// - Parameters:
    ///   - personName: stands in the text that is stored.
    ///   - shown: the edition whose text the person saw.
    /// - Throws: ``ConsentRefusal/otherEdition``.
    package func agreeAfresh(
        to chosen: Set<ConsentID>, language: Language, personName: String, shown: Int, of subject: SubjectID,
        session: Bytes
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { [self] transaction in
            try transaction.lock(subject, .exclusive)
            let edition = try gate.book.inForce(in: transaction)
            guard edition.number == shown else { throw ConsentRefusal.otherEdition }
            let given = try ConsentStore(transaction).inForce(of: subject, at: time.now, under: gate.book)
            let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
            for item in edition.offeredConsents where chosen.contains(item.id) {
                // Withdrawn meanwhile, or agreed to in another window.
                guard let before = given[item.id], before < edition.number else { continue }
                let text = wording(edition, in: language, for: registrant).text(of: item, personName: personName)
                let permit = try gate.permitToWrite(
                    Ask(.consent, by: .subject(subject, session: session), on: subject, for: .rights), sealer: sealer,
                    in: transaction)
                try permit.store(
                    ConsentDecision(item.id, isGiven: true, language: language, shown: text),
                    in: transaction)
            }
        }
    }
}

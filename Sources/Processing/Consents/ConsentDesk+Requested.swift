import Permits
import Policy
import Primitives
import Storage

extension ConsentDesk {
    /// A withdrawal that a person asked for by another way than their account.
    package struct Requested: Sendable {
        let consents: Set<ConsentID>
        let personName: String
        let actor: Actor
        let caseID: String
        /// The number of the request among the person's.
        let request: Int

        /// - Parameter personName: stands in the text that is stored.
        package init(_ consents: Set<ConsentID>, personName: String, by actor: Actor, caseID: String, request: Int) {
            self.consents = consents
            self.personName = personName
            self.actor = actor
            self.caseID = caseID
            self.request = request
        }
    }

    /// What a person can take back: their consents that stand, those of the policy in force first.
    package func standingItems(of subject: SubjectID) async throws -> [ConsentItem] {
        try await gate.look { [self] transaction in
            let standing = try ConsentStore(transaction).standing(of: subject, at: time.now, under: gate.book)
            let edition = try gate.book.inForce(in: transaction)
            let asked = edition.document.askedConsents.filter { standing[$0.id] != nil }
            let earlier = standing.keys.filter { id in !asked.contains { $0.id == id } }
                .sorted { $0.rawValue < $1.rawValue }
            return try asked
                + earlier.flatMap { try items($0, give: false, standing[$0], edition, in: transaction) }
        }
    }

    /// Withdraws consents of a person at their request, in an open transaction that has locked them; those that do not stand
    /// any more stay as they are. The text is in the language in which each was given.
    ///
    /// All that a withdrawal in the account brings about comes about.
    /// - Throws: ``ConsentRefusal/unknown``.
    package func withdraw(
        _ asked: Requested, of subject: SubjectID, sealer: Sealer, in transaction: any Transaction
    ) throws {
        let (edition, store) = (try gate.book.inForce(in: transaction), ConsentStore(transaction))
        let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
        let history = try store.history(of: subject)
        for id in asked.consents.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let standing = try store.standing(of: subject, at: time.now, under: gate.book)[id] else { continue }
            for item in try items(id, give: false, standing, edition, in: transaction) {
                let language = history.last { $0.consent == item.id && $0.isGiven }?.language ?? .ru
                let text = wording(edition, in: language, for: registrant).text(of: item, personName: asked.personName)
                let permit = try gate.permitToWrite(
                    Ask(.withdrawConsent, by: asked.actor, on: subject, for: .rights, caseID: asked.caseID),
                    sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision(item.id, isGiven: false, language: language, shown: text),
                    by: .request, note: ["request": "\(asked.request)"], in: transaction)
                try follow(item, edition, subject, at: time.now, in: transaction)
            }
        }
    }
}

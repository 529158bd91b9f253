import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage

extension TestHouse {
    /// A member of staff at work, who is not in any table.
    func worker(_ role: RoleID) -> Actor {
        Actor(role, person: SubjectID(from: .system), session: Randomness.system.bytes(32))
    }

    /// What a reviewer asks when opening a case.
    func opening(_ person: Person, by actor: Actor? = nil, fields: [FieldNumber] = [.familyName, .givenName]) -> Ask {
        Ask(
            .openCase, by: actor ?? worker(.reviewer), on: person.subject, for: .identification, fields: fields,
            caseID: person.number)
    }

    /// All entries about a person, the oldest first where times differ.
    func entries(_ subject: SubjectID) async throws -> [LedgerEntry] {
        try await gate.history(of: subject, limit: 10_000).reversed()
    }

    /// All entries that await the tree, whoever they are about.
    func pending() async throws -> [LedgerEntry] {
        try await database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at").map { row in
                try LedgerEntry(canonical: try row.bytes(0))
            }
        }
    }

    /// The refusals on record, with the reason of each.
    func refusals(of subject: SubjectID) async throws -> [(reason: String, entry: LedgerEntry)] {
        try await entries(subject).compactMap { entry in
            guard case .refused(let reason) = entry.outcome else { return nil }
            return (reason, entry)
        }
    }

    /// Gives or withdraws a consent, as the person does.
    func decide(_ consent: ConsentID, give: Bool, of person: Person) async throws {
        let sealer = try await gate.sealer(for: person.subject)
        let act: Act = give ? .consent : .withdrawConsent
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(act, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights),
                sealer: sealer, in: transaction)
            try permit.store(.sample(consent, isGiven: give), in: transaction)
        }
    }

    /// Blocks a person or lets work go on, under the lock that such a change takes.
    func setState(_ state: SubjectRow.State, of subject: SubjectID) async throws {
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            try SubjectStore(transaction).setState(state, of: subject)
        }
    }
}

extension ConsentDecision {
    static func sample(_ consent: ConsentID, isGiven: Bool) -> ConsentDecision {
        ConsentDecision(
            consent, isGiven: isGiven, language: .kk, shown: ShownText("text"))
    }
}

/// The reason of the refusal that `body` ends in; nil when it ends in none.
func reason(_ body: () async throws -> Void) async throws -> GateRefusal? {
    do {
        try await body()
        return nil
    } catch let refusal as GateRefusal {
        return refusal
    }
}

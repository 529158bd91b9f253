import Access
import Deadlines
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What may be known of a case without opening it.
package struct CaseStanding: Sendable {
    package let registration: RegistrationRow
    /// Fields for which a value as in the document was proposed and not yet answered.
    package let proposed: [FieldNumber]
    /// The day by which it was promised; nil when none was.
    package let due: DueDay?
    /// The registration of the reviewer who asks.
    package let isOwn: Bool
    /// Whether the reviewer may decide an objection.
    package let outlook: TwoPersonRule.Outlook
    /// All work with the person's data is stopped.
    package let isBlocked: Bool
    /// Nobody else works here.
    package let isSingleHanded: Bool
}

extension ReviewDesk {
    /// Where a case stands; nothing personal in it.
    /// - Throws: ``ReviewRefusal/noCase``.
    package func standing(of number: String, for reviewer: SubjectID) async throws -> CaseStanding {
        let now = time.now
        return try await gate.look { transaction in
            guard let row = try RegistrationStore(transaction).find(number: number) else { throw ReviewRefusal.noCase }
            let corrections = try CorrectionStore(transaction).all(of: row.subject)
            return CaseStanding(
                registration: row, proposed: corrections.filter { $0.state == .proposed }.map(\.field),
                due: due(row, at: now, in: try registrar.calendars.newest(in: transaction).calendar),
                isOwn: try isOwn(row, of: reviewer, in: transaction),
                outlook: try outlook(row, for: reviewer, in: transaction),
                isBlocked: try SubjectStore(transaction).find(row.subject)?.state == .blocked,
                isSingleHanded: try rule.isSingleHanded(in: transaction))
        }
    }

    /// Shows the e-mail address or telephone of a case that the reviewer holds: an act of its own.
    ///
    /// - Returns: nil when the person has not given it.
    package func reveal(_ field: FieldNumber, on number: String, by actor: Actor) async throws -> PersonalData<String>?
    {
        let row = try await gate.look { try held(number, by: actor, in: $0) }
        let record = try await gate.read(
            Ask(.reveal, by: actor, on: row.subject, for: .contact, fields: [field], caseID: number))
        return record[field]
    }
}

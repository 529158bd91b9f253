import Permits
import Policy
import Primitives
import Storage

extension RegistrationSchema {
    /// What is written about a case stands beside the record.
    package static let collectedFields: Set<FieldNumber> = [
        .decisionWords, .caseNote, .objectionWords, .proposedValue,
    ]

    /// Under which editions what is written about a case came: those in force at that time. When a note was written nobody
    /// knows; it came no earlier than the registration was sent.
    @Sendable package static func collected(_ ask: Ask, _ transaction: any Transaction) throws -> [CollectedDatum] {
        guard !collectedFields.isDisjoint(with: ask.fields) else { return [] }
        let texts = try transaction.rows(
            """
            SELECT CASE WHEN words IS NULL THEN 0 ELSE 1 END, CASE WHEN note IS NULL THEN 0 ELSE 1 END,
                   CASE WHEN objection IS NULL THEN 0 ELSE 1 END,
                   (SELECT MAX(number) FROM edition WHERE in_force_since <= decided_at),
                   (SELECT MAX(number) FROM edition WHERE in_force_since <= COALESCE(sent_at, created_at)),
                   (SELECT MAX(number) FROM edition WHERE in_force_since <= objected_at)
            FROM registration WHERE subject_id = \(ask.subject)
            """
        ).flatMap { row -> [CollectedDatum] in
            try [FieldNumber.decisionWords, .caseNote, .objectionWords].enumerated().compactMap {
                place, field -> CollectedDatum? in
                guard try row.bool(place), let edition = try row.intIfAny(place + 3) else { return nil }
                return CollectedDatum(field, edition: Int(edition))
            }
        }
        let proposals = try transaction.rows(
            """
            SELECT DISTINCT (SELECT MAX(number) FROM edition WHERE in_force_since <= at) FROM correction
            WHERE subject_id = \(ask.subject) AND state = 'proposed'
            """
        ).compactMap { try $0.intIfAny(0).map { CollectedDatum(.proposedValue, edition: Int($0)) } }
        return texts + proposals
    }
}

import Permits
import Policy
import Primitives
import Storage

extension AgreementsSchema {
    /// What is kept of orders stands beside the record.
    package static let collectedFields: Set<FieldNumber> = [.agreementAcceptance, .orderReason]

    /// Under which editions orders were placed: those in force at that time. The reason of one that was refused came with it.
    @Sendable package static func collected(_ ask: Ask, _ transaction: any Transaction) throws -> [CollectedDatum] {
        guard !collectedFields.isDisjoint(with: ask.fields) else { return [] }
        return try transaction.rows(
            """
            SELECT DISTINCT (SELECT MAX(number) FROM edition WHERE in_force_since <= placed_at) FROM service_order
            WHERE subject_id = \(ask.subject)
            """
        ).compactMap { row in try row.intIfAny(0).map { Int($0) } }.flatMap { edition in
            [CollectedDatum(.agreementAcceptance, edition: edition), CollectedDatum(.orderReason, edition: edition)]
        }
    }
}

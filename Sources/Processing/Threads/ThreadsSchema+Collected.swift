import Permits
import Policy
import Primitives
import Storage

extension ThreadsSchema {
    /// What is written in conversations stands beside the record.
    package static let collectedFields: Set<FieldNumber> = [.messageWords, .replyWords]

    /// Under which editions messages and answers were written: those in force at that time.
    @Sendable package static func collected(_ ask: Ask, _ transaction: any Transaction) throws -> [CollectedDatum] {
        guard !collectedFields.isDisjoint(with: ask.fields) else { return [] }
        return try transaction.rows(
            """
            SELECT DISTINCT by_staff, (SELECT MAX(number) FROM edition WHERE in_force_since <= at) FROM thread_message
            WHERE subject_id = \(ask.subject)
            """
        ).compactMap { row in
            let field = ThreadMessage.field(isByStaff: try row.bool(0))
            return try row.intIfAny(1).map { CollectedDatum(field, edition: Int($0)) }
        }
    }
}

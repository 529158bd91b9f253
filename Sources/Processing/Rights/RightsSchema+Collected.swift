import Permits
import Policy
import Primitives
import Storage

extension RightsSchema {
    /// What is written in requests stands beside the record.
    package static let collectedFields: Set<FieldNumber> = [.requestWords, .answerWords]

    /// Under which editions requests and their answers were written: those in force at that time.
    @Sendable package static func collected(_ ask: Ask, _ transaction: any Transaction) throws -> [CollectedDatum] {
        guard !collectedFields.isDisjoint(with: ask.fields) else { return [] }
        let own = try transaction.rows(
            """
            SELECT DISTINCT (SELECT MAX(number) FROM edition WHERE in_force_since <= created_at),
                   (SELECT MAX(number) FROM edition WHERE in_force_since <= closed_at)
            FROM subject_request WHERE subject_id = \(ask.subject)
            """
        ).flatMap { row in
            let (asked, answered) = (try row.intIfAny(0), try row.intIfAny(1))
            return [
                asked.map { CollectedDatum(.requestWords, edition: Int($0)) },
                answered.map { CollectedDatum(.answerWords, edition: Int($0)) },
            ].compactMap(\.self)
        }
        // Words that came without an account, of whom nobody has told yet whose they are.
        let outside = try transaction.rows(
            """
            SELECT (SELECT MAX(number) FROM edition WHERE in_force_since <= created_at) FROM outside_request
            WHERE subject_id = \(ask.subject)
            """
        ).compactMap { try $0.intIfAny(0).map { CollectedDatum(.requestWords, edition: Int($0)) } }
        return own + outside
    }
}

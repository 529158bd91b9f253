import Permits
import Policy
import Primitives
import Storage

extension ThreadsSchema {
    /// What was written between a person and the operator, and put down of what was said.
    @Sendable package static func holdings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [Holding] {
        let store = ThreadStore(transaction)
        return try store.all(of: subject).reversed().flatMap { thread in
            try store.messages(of: thread).map { message in
                Holding(
                    "messages",
                    [
                        "thread": "\(thread.number)", "way": message.way.rawValue, "at": message.at.description,
                        "direction": message.direction.rawValue, "put_down_by_staff": "\(message.isByStaff)",
                    ].merging(thread.order.map { ["order": "\($0)"] } ?? [:]) { $1 },
                    text: Holding.Text(ThreadMessage.field(isByStaff: message.isByStaff), message.sealed))
            }
        }
    }
}

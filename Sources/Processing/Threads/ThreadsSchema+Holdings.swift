import Documents
import Permits
import Policy
import Primitives
import Storage

extension ThreadsSchema {
    /// What was written between a person and the operator, and put down of what was said; of files, in which thread they came.
    @Sendable package static func holdings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [Holding] {
        let store = ThreadStore(transaction)
        let files = try DocumentStore(transaction).all(of: subject)
        return try store.all(of: subject).reversed().flatMap { thread in
            let words = try store.messages(of: thread).map { message in
                Holding(
                    "messages",
                    [
                        "thread": "\(thread.number)", "way": message.way.rawValue, "at": message.at.description,
                        "direction": message.direction.rawValue, "put_down_by_staff": "\(message.isByStaff)",
                    ].merging(thread.order.map { ["order": "\($0)"] } ?? [:]) { $1 },
                    text: Holding.Text(ThreadMessage.field(isByStaff: message.isByStaff), message.sealed))
            }
            return words
                + files.filter { $0.thread == thread.correspondence }.map { file in
                    Holding(
                        "message_files",
                        [
                            "thread": "\(thread.number)", "document": "\(file.id)",
                            "sent_by_operator": "\(file.isByStaff)",
                            "way": file.sender == .letter ? ThreadWay.letter.rawValue : nil,
                        ])
                }
        }
    }
}

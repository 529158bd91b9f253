import Primitives
import Storage

extension MessageQueue {
    /// The newest messages to one person; what stood in them is not opened.
    package func newest(of subject: SubjectID, limit: Int) throws(StorageError) -> [MessageRow] {
        try transaction.rows(
            """
            SELECT subject_id, id, channel, template, language, parameters, state, tries, created_at, next_at, sent_at,
                   problem
            FROM message WHERE subject_id = \(subject) ORDER BY created_at DESC LIMIT \(limit)
            """
        ).map(MessageRow.init(row:))
    }
}

import Permits
import Policy
import Primitives
import Storage

extension MessageQueue {
    /// Gives up what waits to go to a person for a purpose, because the consent to it was withdrawn.
    ///
    /// - Parameter channel: nil for all.
    package func drop(
        _ purpose: PurposeID, by channel: MessageChannel?, to subject: SubjectID, at now: Instant
    ) throws(StorageError) {
        for template in MessageTemplate.allCases where template.purpose == purpose {
            for way in MessageChannel.allCases where channel == nil || way == channel {
                try drop(template, by: way, to: subject, at: now)
            }
        }
    }

    /// Gives up what waits to go to a person by a channel, because they take back that they wished it.
    package func drop(
        _ template: MessageTemplate, by way: MessageChannel, to subject: SubjectID, at now: Instant
    ) throws(StorageError) {
        try transaction.run(
            """
            UPDATE message SET state = 'dropped', problem = 'withdrawn', sent_at = \(now), parameters = \(Bytes())
            WHERE subject_id = \(subject) AND state = 'queued' AND channel = \(way.rawValue)
                  AND template = \(template.rawValue)
            """)
    }

    /// When a message was taken over by the mail server or the gateway, by any channel; nil while it was by none.
    ///
    /// - Parameter name: the identifier of the message by the first channel; the next channel's differs in its last bit.
    package func sent(
        _ template: MessageTemplate, to subject: SubjectID, named name: Bytes
    ) throws(StorageError) -> Instant? {
        let rows = try transaction.rows(
            """
            SELECT id, sent_at FROM message
            WHERE subject_id = \(subject) AND template = \(template.rawValue) AND state = 'sent' ORDER BY sent_at
            """)
        for row in rows where try row.bytes(0).prefix(15) == name.prefix(15) { return try row.instantIfAny(1) }
        return nil
    }

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

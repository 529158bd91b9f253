import Foundation
import Permits
import Policy
import Primitives
import Storage

/// The way a message takes.
package enum MessageChannel: String, Sendable, CaseIterable {
    case email, sms
}

/// A message that waits to go out, or has gone.
package struct MessageRow: Sendable {
    package let subject: SubjectID
    package let id: Identifier<MessageRow>
    package let channel: MessageChannel
    package let template: MessageTemplate
    package let language: Language
    /// Sealed: a code may stand in it.
    let parameters: Bytes
    package let state: State
    package let tries: Int
    package let createdAt: Instant
    package let nextAt: Instant
    package let sentAt: Instant?
    /// A closed word for what went wrong; never an address.
    package let problem: String?

    /// The parameter that ties a message to one address: it goes to no other, whatever the record says by then.
    package static let target = "target"
    /// The parameter that holds an address other than the one in the record: one that is yet to be confirmed, or was until now.
    package static let address = "address"
    /// The parameter that names the legal representative of a child at whose own address the message goes out.
    package static let guardian = "guardian"

    package enum State: String, Sendable, CaseIterable {
        case queued, sent, unsent
        /// Not taken, and not tried again by itself.
        case failed
        /// Not to be sent any more: given up, or nobody is there to be told.
        case dropped
    }
}

/// What goes out, in an open transaction: a message is queued in the transaction of its cause.
package struct MessageQueue {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Queues a message to a person.
    ///
    /// - Parameter parameters: what stands in for `{name}` in the template; sealed until it is sent.
    package func add(
        _ template: MessageTemplate, by channel: MessageChannel, language: Language,
        _ parameters: [String: String] = [:],
        sealer: Sealer, id: Identifier<MessageRow>, at now: Instant
    ) throws {
        let plain = try JSONEncoder().encode(parameters)
        let sealed = try sealer.seal(Bytes(plain), label: "message \(id)", in: .messages)
        try transaction.send(
            """
            INSERT INTO message (subject_id, id, channel, template, language, parameters, state, tries, created_at, next_at)
            VALUES (\(sealer.subject), \(id), \(channel.rawValue), \(template.rawValue), \(language.rawValue), \(sealed),
                    'queued', 0, \(now), \(now))
            """)
    }

    /// Whether a message is due, of one kind or of any.
    func isDue(_ only: MessageTemplate? = nil, at now: Instant) throws(StorageError) -> Bool {
        guard let only else {
            return try transaction.row("SELECT id FROM message WHERE state = 'queued' AND next_at <= \(now) LIMIT 1")
                != nil
        }
        return try transaction.row(
            """
            SELECT id FROM message WHERE state = 'queued' AND next_at <= \(now) AND template = \(only.rawValue) LIMIT 1
            """) != nil
    }

    /// Takes messages that are due, the oldest first, for as long as `until`: no other process sends them meanwhile, and
    /// they are due again then unless something has become of them.
    ///
    /// - Parameter only: the messages of this kind alone; nil for all.
    func claim(
        _ only: MessageTemplate? = nil, at now: Instant, until end: Instant, limit: Int
    ) throws(StorageError) -> [MessageRow] {
        let rows =
            if let only {
                try transaction.claim(
                    """
                    SELECT subject_id, id, channel, template, language, parameters, state, tries, created_at, next_at,
                           sent_at, problem
                    FROM message WHERE state = 'queued' AND next_at <= \(now) AND template = \(only.rawValue)
                    ORDER BY next_at LIMIT \(limit)
                    """)
            } else {
                try transaction.claim(
                    """
                    SELECT subject_id, id, channel, template, language, parameters, state, tries, created_at, next_at,
                           sent_at, problem
                    FROM message WHERE state = 'queued' AND next_at <= \(now) ORDER BY next_at LIMIT \(limit)
                    """)
            }
        let due = try rows.map(MessageRow.init(row:))
        let taken = try transaction.run(
            due.map { row -> SQL in
                """
                UPDATE message SET next_at = \(end)
                WHERE subject_id = \(row.subject) AND id = \(row.id) AND state = 'queued' AND next_at <= \(now)
                """
            })
        return zip(due, taken).filter { $0.1 == 1 }.map(\.0)
    }

    /// The newest messages of all persons, for the administrator's page; nothing personal in them.
    package func newest(limit: Int) throws(StorageError) -> [MessageRow] {
        try transaction.rows(
            """
            SELECT subject_id, id, channel, template, language, parameters, state, tries, created_at, next_at, sent_at,
                   problem
            FROM message ORDER BY created_at DESC LIMIT \(limit)
            """
        ).map(MessageRow.init(row:))
    }

    /// How many messages are in a state.
    package func count(_ state: MessageRow.State) throws(StorageError) -> Int {
        Int(try transaction.row("SELECT COUNT(*) FROM message WHERE state = \(state.rawValue)")?.int(0) ?? 0)
    }

    /// - Parameter keeps: whether what stands in it is kept, sealed, so that it can be sent later.
    func settle(
        _ row: MessageRow, _ state: MessageRow.State, at now: Instant, problem: String?, keeps: Bool = false
    ) throws(StorageError) {
        try transaction.send(
            """
            UPDATE message SET state = \(state.rawValue), sent_at = \(now), tries = tries + 1, problem = \(problem),
                   parameters = \(keeps ? row.parameters : Bytes())
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND state = 'queued'
            """)
    }

    func retry(_ row: MessageRow, at next: Instant, problem: String) throws(StorageError) {
        try transaction.send(
            """
            UPDATE message SET tries = tries + 1, next_at = \(next), problem = \(problem)
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND state = 'queued'
            """)
    }
}

extension MessageRow {
    init(row: Row) throws(StorageError) {
        guard let channel = MessageChannel(rawValue: try row.text(2)),
            let template = MessageTemplate(rawValue: try row.text(3)), let state = State(rawValue: try row.text(6))
        else { throw .unexpected("message row") }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1), channel: channel, template: template,
            language: Language(rawValue: try row.text(4)) ?? .ru, parameters: try row.bytes(5), state: state,
            tries: Int(try row.int(7)), createdAt: try row.instant(8), nextAt: try row.instant(9),
            sentAt: try row.instantIfAny(10), problem: try row.textIfAny(11))
    }
}

import Permits
import Policy
import Primitives
import Storage

extension ThreadDesk {
    /// A person's threads, the one that was written in last first.
    package func own(_ subject: SubjectID) async throws -> [ThreadRow] {
        try await gate.look { try ThreadStore($0).all(of: subject) }
    }

    /// One of a person's threads, by its place among them, without opening it.
    ///
    /// - Throws: ``ThreadsRefusal/noThread``.
    package func find(_ number: Int, of subject: SubjectID) async throws -> ThreadRow {
        guard let row = try await own(subject).first(where: { $0.number == number }) else {
            throw ThreadsRefusal.noThread
        }
        return row
    }

    /// A person's threads about one of their orders, the one that was written in last first.
    package func threads(about order: Int, of subject: SubjectID) async throws -> [ThreadRow] {
        try await own(subject).filter { $0.order == order }
    }

    /// How many of a person's threads hold something that they have not read.
    package func unread(of subject: SubjectID) async throws -> Int {
        try await own(subject).count(where: \.isUnread)
    }

    /// A person writes, in a new thread or in one that there is; a closed one is open again then.
    ///
    /// - Parameter order: the order that a new thread is about, by its place among the person's.
    /// - Returns: the number of the thread.
    /// - Throws: ``ThreadsRefusal/noWords``, ``ThreadsRefusal/longWords``, ``ThreadsRefusal/tooMany``,
    ///   ``ThreadsRefusal/noThread``.
    @discardableResult
    package func write(
        _ words: String?, in number: Int? = nil, about order: Int? = nil, of subject: SubjectID, session: Bytes
    ) async throws -> Int {
        try await enter(
            Entry(words: words), in: number.map(Place.number) ?? .new(about: order), of: subject, as: .writeMessage,
            by: .subject(subject, session: session)
        ).number
    }

    /// A thread opened for the person: an act on record.
    package func read(
        _ number: Int, of subject: SubjectID, session: Bytes
    ) async throws -> (row: ThreadRow, messages: [OpenMessage]) {
        let (row, messages) = try await gate.look { transaction -> (ThreadRow, [ThreadMessage]) in
            let store = ThreadStore(transaction)
            guard let row = try store.all(of: subject).first(where: { $0.number == number }) else {
                throw ThreadsRefusal.noThread
            }
            return (row, try store.messages(of: row))
        }
        let ask = Ask(
            .readOwn, by: .subject(subject, session: session), on: subject, for: .rights,
            fields: [.messageWords, .replyWords], caseID: row.caseID)
        let opened = try await gate.read(ask) { _ in messages.map(\.sealed) }
        if row.isUnread { try await gate.perform { try ThreadStore($0).markRead(row) } }
        return (row, OpenMessage.opened(messages, opened))
    }
}

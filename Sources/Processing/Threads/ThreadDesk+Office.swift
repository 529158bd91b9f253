import Documents
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A thread that staff have open.
package struct OpenThread: Sendable {
    package let row: ThreadRow
    package let viewing: ViewingID
    package let messages: [OpenMessage]
    /// Files of it with the images of their pages, which can be opened within the viewing.
    package let files: [(file: DocumentRow, pages: [PageRow])]
    /// Whether files may be sent in it.
    package let takesFiles: Bool
    /// In which language the person reads.
    package let language: Language
    /// Whether an answer would come to the person.
    package let isAnswerable: Bool
}

extension ThreadDesk {
    /// What waits for the operator, longest first; nothing personal in it.
    package func queue() async throws -> [ThreadRow] {
        try await gate.look { try ThreadStore($0).waiting(most: 500) }
    }

    package func countWaiting() async throws -> Int { try await gate.look { try ThreadStore($0).countWaiting() } }

    /// Where a thread stands, without opening it.
    package func find(_ id: ThreadID) async throws -> ThreadRow {
        guard let row = try await gate.look({ try ThreadStore($0).find(id) }) else { throw ThreadsRefusal.noThread }
        return row
    }

    /// Takes a thread on oneself, also from a colleague.
    package func take(_ id: ThreadID, by actor: Actor) async throws {
        try await change(id, .takeThread, by: actor) { row, store in try store.assign(row, to: actor.person) }
    }

    /// Gives a thread to a colleague; the entry names both.
    ///
    /// - Parameter colleague: one of those who answer people; the caller has asked that.
    package func give(_ id: ThreadID, to colleague: SubjectID, by actor: Actor) async throws {
        let note = ["holder": gate.pseudonym(of: colleague)]
        try await change(id, .takeThread, by: actor, note: note) { row, store in
            guard row.state != .closed else { throw ThreadsRefusal.noThread }
            try store.assign(row, to: colleague)
        }
    }

    /// Closes a thread; it opens again when the person writes.
    package func close(_ id: ThreadID, by actor: Actor) async throws {
        let now = time.now
        try await change(id, .closeThread, by: actor) { row, store in
            try store.update(row, .closed, since: now, lastAt: row.lastAt, isUnread: row.isUnread)
        }
    }

    private func change(
        _ id: ThreadID, _ act: Act, by actor: Actor, note: [String: String] = [:],
        _ body: @escaping @Sendable (ThreadRow, ThreadStore) throws -> Void
    ) async throws {
        let subject = try await find(id).subject
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = ThreadStore(transaction)
            guard let row = try store.all(of: subject).first(where: { $0.id == id }) else {
                throw ThreadsRefusal.noThread
            }
            let permit = try gate.permitToWrite(
                Ask(act, by: actor, on: subject, for: row.purpose, caseID: row.caseID), sealer: sealer, in: transaction)
            try body(row, store)
            try permit.note(note.merging(["thread": "\(row.number)"]) { $1 }, in: transaction)
        }
    }

    /// Opens a thread for contact with the person: one act, durable before anything is shown.
    ///
    /// - Parameter viewing: one that the session has open already; then without a new act.
    package func open(_ id: ThreadID, by actor: Actor, viewing: ViewingID? = nil) async throws -> OpenThread {
        let row = try await find(id)
        let (messages, files, takesFiles, language, isAnswerable) = try await gate.look { transaction in
            let documents = DocumentStore(transaction)
            return (
                try ThreadStore(transaction).messages(of: row),
                try documents.files(in: row.correspondence, of: row.subject).map { file in
                    (file: file, pages: try documents.pages(of: file.id, of: row.subject))
                },
                try row.takesFiles && gate.book.inForce(in: transaction).document.documentKind(.attachment) != nil,
                try SubjectStore(transaction).find(row.subject)?.language ?? .ru,
                try Self.isAnswerable(row, in: transaction)
            )
        }
        let ask = Ask(
            .openThread, by: actor, on: row.subject, for: row.purpose, fields: [.messageWords, .replyWords],
            documents: files.isEmpty ? [] : [.attachment], caseID: row.caseID)
        let blobs = files.flatMap(\.pages).flatMap { [$0.image.bytes, $0.thumbnail.bytes] }
        let (id, _) = try await gate.openViewing(ask, blobs: blobs, orGoingOn: viewing)
        let opened = try await gate.items(in: id, of: row.subject, for: actor) { _ in messages.map(\.sealed) }
        return OpenThread(
            row: row, viewing: id, messages: OpenMessage.opened(messages, opened), files: files, takesFiles: takesFiles,
            language: language, isAnswerable: isAnswerable)
    }

    /// Answers; the answer waits in the account or behind a link, and a message says so.
    ///
    /// - Throws: ``ThreadsRefusal/noWords``, ``ThreadsRefusal/longWords``, ``ThreadsRefusal/tooMany``,
    ///   ``ThreadsRefusal/noAddress``.
    package func answer(_ id: ThreadID, words: String?, by actor: Actor) async throws {
        let row = try await find(id)
        guard try await gate.look({ try Self.isAnswerable(row, in: $0) }) else { throw ThreadsRefusal.noAddress }
        _ = try await enter(
            Entry(words: words, direction: .outgoing, isByStaff: true, asksAnswer: false, isTold: true),
            in: .number(row.number), of: row.subject, as: .answerMessage, by: actor)
    }

    /// Writes to a person about an order of theirs, in a new thread that waits in the account.
    ///
    /// - Throws: as ``answer(_:words:by:)``.
    package func write(
        _ words: String?, about order: Int, of subject: SubjectID, by actor: Actor
    ) async throws -> ThreadID {
        try await enter(
            Entry(words: words, direction: .outgoing, isByStaff: true, asksAnswer: false, isTold: true),
            in: .new(about: order), of: subject, as: .answerMessage, by: actor
        ).id
    }

    /// Puts down what was said on the telephone, by a messenger or at a visit: in the person's open thread, or in a new one.
    ///
    /// - Parameter asksAnswer: whether somebody has still to answer.
    /// - Throws: ``ThreadsRefusal/noCase``, as ``answer(_:words:by:)``.
    package func note(
        _ words: String?, by way: ThreadWay, _ direction: ThreadDirection, asksAnswer: Bool, of caseID: String,
        actor: Actor
    ) async throws -> ThreadID {
        guard let row = try await gate.look({ try RegistrationStore($0).find(number: caseID) }) else {
            throw ThreadsRefusal.noCase
        }
        return try await enter(
            Entry(words: words, way: way, direction: direction, isByStaff: true, asksAnswer: asksAnswer),
            in: .open, of: row.subject, as: .noteMessage, by: actor
        ).id
    }
}

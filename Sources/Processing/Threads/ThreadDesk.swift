import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Where persons and the operator write to each other (clauses 2.2.3 and 5.6).
package struct ThreadDesk: Sendable {
    package let gate: Gate
    let registrar: Registrar
    let time: TimeSource
    let randomness: Randomness

    /// How many threads of one person may be open at once.
    static let mostOpen = 20
    /// How much may be written in one thread.
    static let mostMessages = 500

    package init(gate: Gate, registrar: Registrar, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.registrar = registrar
        self.time = time
        self.randomness = randomness
    }

    /// Something to be written.
    struct Entry: Sendable {
        let words: String?
        var way: ThreadWay = .account
        var direction: ThreadDirection = .incoming
        /// Put down by staff.
        var isByStaff = false
        /// Whether the operator has to answer once it is written.
        var asksAnswer = true
        /// Whether the person is told by a message that it waits.
        var isTold = false
        var mostCharacters = ThreadMessage.mostCharacters
    }

    /// In which of a person's threads it is written.
    enum Place: Sendable {
        /// A new one; about an order by its place among the person's.
        case new(about: Int?)
        case number(Int)
        /// The open one that was written in last, or a new one.
        case open

        var order: Int? {
            if case .new(let order) = self { order } else { nil }
        }
    }

    /// Writes into a thread: sealed under the person's key, with an entry, in one transaction.
    ///
    /// - Parameter also: what is to be stored with it.
    func enter(
        _ entry: Entry, in place: Place, of subject: SubjectID, as act: Act, by actor: Actor,
        also: @escaping @Sendable (ThreadRow, any Transaction) throws -> Void = { _, _ in }
    ) async throws -> ThreadRow {
        let words = try Self.checked(entry.words, most: entry.mostCharacters)
        let sealer = try await gate.sealer(for: subject)
        let (id, notice) = (ThreadID(from: randomness), Identifier<MessageRow>(from: randomness))
        let message = Identifier<ThreadMessage>(from: randomness)
        let sealed = try sealer.seal(Bytes(words.utf8), label: ThreadMessage.label(of: message), in: .threads)
        let now = time.now
        return try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = ThreadStore(transaction)
            let earlier = try store.all(of: subject)
            let found = try Self.pick(place, among: earlier)
            let row =
                try found
                ?? begun(id, of: subject, entry.way, about: place.order, after: earlier, at: now, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(
                    act, by: actor, on: subject, for: row.purpose,
                    fields: [ThreadMessage.field(isByStaff: entry.isByStaff)], caseID: row.caseID),
                sealer: sealer, in: transaction)
            if found == nil { try store.insert(row) }
            let written = try store.messages(of: row).count
            guard written < Self.mostMessages else { throw ThreadsRefusal.tooMany }
            try store.insert(
                ThreadMessage(
                    id: message, way: entry.way, direction: entry.direction, isByStaff: entry.isByStaff, at: now,
                    words: sealed), as: written + 1, in: row)
            try also(row, transaction)
            try Self.move(row, after: entry, at: now, in: store)
            try permit.note(row.note(entry.way, entry.direction), in: transaction)
            if entry.isTold { try tell(of: row, sealer: sealer, id: notice, at: now, in: transaction) }
            return row
        }
    }

    /// A new thread of a person who is registered.
    private func begun(
        _ id: ThreadID, of subject: SubjectID, _ way: ThreadWay, about order: Int?, after earlier: [ThreadRow],
        at now: Instant, in transaction: any Transaction
    ) throws -> ThreadRow {
        guard let registration = try RegistrationStore(transaction).find(subject) else { throw ThreadsRefusal.noCase }
        guard earlier.count(where: { $0.state != .closed }) < Self.mostOpen else { throw ThreadsRefusal.tooMany }
        return ThreadRow(
            subject: subject, id: id, number: (earlier.map(\.number).max() ?? 0) + 1, caseID: registration.number,
            way: way, state: .answered, since: now, assignee: nil, createdAt: now, lastAt: now, isUnread: false,
            order: order)
    }

    /// Tells the person that something waits for them, and nothing of what it is.
    private func tell(
        of row: ThreadRow, sealer: Sealer, id: Identifier<MessageRow>, at now: Instant, in transaction: any Transaction
    ) throws {
        let registrations = RegistrationStore(transaction)
        guard let registration = try registrations.find(row.subject) else {
            return try tellOfAnswer(in: row, sealer: sealer, id: id, at: now, in: transaction)
        }
        try registrar.tell(
            .messageWaits, about: registration, contacts: try registrations.contacts(of: row.subject), sealer: sealer,
            id: id, in: transaction)
    }

    /// Whoever waits already goes on waiting since then.
    private static func move(_ row: ThreadRow, after entry: Entry, at now: Instant, in store: ThreadStore) throws {
        let state: ThreadRow.State = entry.asksAnswer ? .waiting : entry.isByStaff ? .answered : row.state
        try store.update(
            row, state, since: state == row.state && row.state == .waiting ? row.since : now, lastAt: now,
            isUnread: entry.isByStaff)
    }

    private static func pick(_ place: Place, among rows: [ThreadRow]) throws(ThreadsRefusal) -> ThreadRow? {
        switch place {
        case .new: return nil
        case .open:
            // What is not said to be about an order is not put under one.
            return rows.first { $0.state != .closed && $0.order == nil }
        case .number(let number):
            guard let row = rows.first(where: { $0.number == number }) else { throw .noThread }
            return row
        }
    }

    static func checked(
        _ words: String?, most: Int = ThreadMessage.mostCharacters
    ) throws(ThreadsRefusal) -> String {
        guard let words, !words.isEmpty else { throw .noWords }
        guard words.count <= most else { throw .longWords }
        return words
    }
}

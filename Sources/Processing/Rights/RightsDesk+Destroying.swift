import Access
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import Synchronization

/// That a person's data are about to be destroyed on their request: the first half, which another person completes.
package struct PreparedDestruction: Sendable, Hashable {
    /// The place of the request among the person's.
    package let number: Int
    package let by: SubjectID
    package let at: Instant

    /// As the first half of an act of two.
    package var firstHalf: TwoPersonRule.FirstHalf { TwoPersonRule.FirstHalf(.destruction, by: by, at: at) }
}

extension RightsDesk {
    /// Requests on which all data of a person can be destroyed.
    package static let destroying: Set<RequestKind> = [.destruction, .deletion]

    /// What was prepared about a person, and how its second half looks to an officer; nil when nothing was.
    package func destruction(
        on reference: RequestReference, for officer: SubjectID
    ) async throws -> (prepared: PreparedDestruction, outlook: TwoPersonRule.Outlook)? {
        let rule = TwoPersonRule(gate: gate, time: time)
        return try await gate.look { transaction in
            guard let row = try RequestStore(transaction).find(reference),
                let prepared = try RequestStore(transaction).destruction(of: row.subject)
            else { return nil }
            return (prepared, try rule.outlook(after: prepared.firstHalf, for: officer, in: transaction))
        }
    }

    /// Prepares to destroy everything held about a person, on their request, and tells them where the certificate of it will
    /// stand.
    ///
    /// - Throws: ``RightsRefusal/noRequest`` where none for that waits, ``RightsRefusal/unproven``, ``RightsRefusal/own``,
    ///   ``RightsRefusal/blockedAlready`` while the data are blocked, which stops destruction too;
    ///   ``RightsRefusal/held(article:)`` while they are held; ``RightsRefusal/preparedAlready``.
    package func prepareDestruction(on reference: RequestReference, by actor: Actor) async throws {
        let row = try await destroyable(reference)
        let sealer = try await gate.sealer(for: row.subject)
        let (now, message) = (time.now, Identifier<MessageRow>(from: randomness))
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            let store = RequestStore(transaction)
            guard let officer = actor.person, try store.find(reference)?.state.isOpen == true else {
                throw RightsRefusal.noRequest
            }
            guard try store.block(of: row.subject) == nil else { throw RightsRefusal.blockedAlready }
            try checkHolds(row.subject, in: transaction)
            guard try store.destruction(of: row.subject) == nil else { throw RightsRefusal.preparedAlready }
            let permit = try gate.permitToWrite(
                Ask(.prepareErasure, by: actor, on: row.subject, for: .rights, caseID: reference.caseID),
                sealer: sealer, in: transaction)
            try store.prepare(PreparedDestruction(number: reference.number, by: officer, at: now), of: row.subject)
            try permit.note(row.note, in: transaction)
            let registrations = RegistrationStore(transaction)
            guard let registration = try registrations.find(row.subject) else { return }
            try registrar.tell(
                .erasureComing, about: registration, contacts: try registrations.contacts(of: row.subject),
                ["mark": gate.erasureMark(of: row.subject).hex], sealer: sealer, id: message, in: transaction)
        }
    }

    /// Takes the first half back.
    package func keepAfterAll(on reference: RequestReference, by actor: Actor) async throws {
        // Also where it was not told who asked: that stops nobody who keeps.
        let row = try await standing(reference).request
        let sealer = try await gate.sealer(for: row.subject)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            guard try RequestStore(transaction).destruction(of: row.subject) != nil else { return }
            let permit = try gate.permitToWrite(
                Ask(.prepareErasure, by: actor, on: row.subject, for: .rights, caseID: reference.caseID),
                sealer: sealer, in: transaction)
            try RequestStore(transaction).endDestruction(of: row.subject)
            try permit.note(row.note.merging(["taken_back": "1"]) { $1 }, in: transaction)
        }
    }

    /// The second half: destroys key and data like any erasure, by another person than the one who prepared it.
    ///
    /// - Parameter code: of the second factor, for one who works alone.
    /// - Returns: the mark under which the erasure is certified; nil where a law has a part kept, which lies in the archive
    ///   until its term is over.
    /// - Throws: `TwoPersonRefusal`; as ``prepareDestruction(on:by:)``.
    package func destroy(on reference: RequestReference, code: String, by actor: Actor) async throws -> Bytes? {
        let row = try await destroyable(reference)
        guard let officer = actor.person else { throw RightsRefusal.noRequest }
        let rule = TwoPersonRule(gate: gate, time: time)
        let typed = code.isEmpty ? nil : try await rule.read(code, by: officer)
        let sealer = try await gate.sealer(for: row.subject)
        // Said by its name before the Gate refuses it.
        _ = try await gate.look { try prepared(row, by: actor, in: $0) }
        let outcome = Mutex<TwoPersonRule.Answer?>(nil)
        // The answer is an entry of the transaction that erases: either both are so or neither is.
        let isErased = try await gate.erase(
            Ask(.erase, by: actor, on: row.subject, for: .rights, caseID: reference.caseID), steps: registrar.erasure
        ) { transaction in
            let half = try prepared(row, by: actor, in: transaction)
            let answer = try rule.second(after: half.firstHalf, by: officer, typed, in: transaction)
            outcome.withLock { $0 = answer }
            if case .refused = answer { return false }
            let permit = try gate.permitToWrite(
                Ask(.answerRequest, by: actor, on: row.subject, for: .rights, caseID: reference.caseID),
                sealer: sealer, in: transaction)
            try permit.note(row.note.merging(["outcome": "erased"].merging(answer.note) { $1 }) { $1 }, in: transaction)
            return true
        }
        try outcome.withLock { try $0?.accept() }
        guard isErased else { throw RightsRefusal.noRequest }
        let mark = gate.erasureMark(of: row.subject)
        let isKept = try await gate.look { try SubjectStore($0).find(row.subject)?.state == .archived }
        return isKept ? nil : mark
    }

    /// The first half, while nothing keeps the second one from being done.
    ///
    /// - Throws: as ``prepareDestruction(on:by:)``.
    private func prepared(
        _ row: RequestRow, by actor: Actor, in transaction: any Transaction
    ) throws -> PreparedDestruction {
        try checkOthers(row.subject, actor, in: transaction)
        let store = RequestStore(transaction)
        guard let prepared = try store.destruction(of: row.subject), prepared.number == row.reference.number else {
            throw RightsRefusal.noRequest
        }
        guard try store.block(of: row.subject) == nil else { throw RightsRefusal.blockedAlready }
        try checkHolds(row.subject, in: transaction)
        return prepared
    }

    private func destroyable(_ reference: RequestReference) async throws -> RequestRow {
        let row = try await standing(reference).request
        guard Self.destroying.contains(row.kind), row.state.isOpen else { throw RightsRefusal.noRequest }
        guard row.isProven else { throw RightsRefusal.unproven }
        return row
    }
}

extension RequestStore {
    /// What was prepared about a person; nil when nothing was.
    func destruction(of subject: SubjectID) throws(StorageError) -> PreparedDestruction? {
        try transaction.row(
            "SELECT number, prepared_by, at FROM prepared_erasure WHERE subject_id = \(subject)"
        ).map { row throws(StorageError) in
            PreparedDestruction(
                number: Int(try row.int(0)), by: try row.identifier(1), at: try row.instant(2))
        }
    }

    func prepare(_ one: PreparedDestruction, of subject: SubjectID) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO prepared_erasure (subject_id, number, prepared_by, at)
            VALUES (\(subject), \(one.number), \(one.by), \(one.at))
            """)
    }

    func endDestruction(of subject: SubjectID) throws(StorageError) {
        try transaction.run("DELETE FROM prepared_erasure WHERE subject_id = \(subject)")
    }
}

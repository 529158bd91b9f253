import Ledger
import Policy
import Primitives
import Storage
import Vault

/// A look at a case that lasts a few minutes: one entry, then permits for the same things without new entries.
package enum Viewing {
    /// How long one lasts.
    package static let term = Span.minutes(5)
}

/// The name of a viewing.
package typealias ViewingID = Identifier<ViewingRow>

/// A viewing as stored.
package struct ViewingRow: Sendable {
    let ask: Ask
    let documents: Set<Bytes>
    let expiresAt: Instant
    let openings: Int

}

extension Gate {
    /// Opens a viewing: one entry naming fields and document kinds, durable before anything is opened.
    ///
    /// - Parameter blobs: the sealed objects (page images) that may be opened during the viewing.
    package func openViewing(_ ask: Ask, blobs: [Bytes]) async throws -> (id: ViewingID, record: OpenRecord) {
        guard let person = ask.actor.person, let session = ask.actor.session else {
            throw GateRefusal(.notAllowed, ask: ask)
        }
        let key = try await key(of: ask.subject, ask: ask)
        let sealer = Sealer(key: key, instance: ring.instance, randomness: randomness)
        let id = ViewingID(from: randomness)
        let end = time.now + Viewing.term
        let record = try await perform { [self] transaction in
            let standing = try check(ask, in: transaction)
            try append(
                ask, standing: standing, sealer: sealer, note: ["viewing": String(id.description.prefix(8))],
                in: transaction)
            try transaction.run(
                """
                INSERT INTO viewing (subject_id, id, actor, session, role, act, purpose, case_id, fields, documents,
                                     expires_at, openings)
                VALUES (\(ask.subject), \(id), \(person), \(session), \(ask.actor.role.rawValue), \(ask.act.rawValue),
                        \(ask.purpose.rawValue), \(ask.caseID),
                        \(ask.fields.map { "\($0.rawValue)" }.joined(separator: ",")),
                        \(blobs.flatMap { $0 }), \(end), 0)
                """)
            return standing.record
        }
        return (id, try open(ask, record: record, sealer: sealer))
    }

    /// The fields of a viewing that is still open, for the same session; the person's state is asked again.
    package func record(in viewing: ViewingID, of subject: SubjectID, for actor: Actor) async throws -> OpenRecord {
        let sealer = try await sealer(for: subject)
        let (ask, record) = try await perform { [self] transaction in
            let row = try draw(viewing, of: subject, for: actor, in: transaction)
            guard let person = try SubjectStore(transaction).find(subject) else { throw GateRefusal(.noSubject) }
            return (row.ask, try person.openable)
        }
        return try open(ask, record: record, sealer: sealer)
    }

    /// Leave to open one of the objects of a viewing that is still open.
    package func permit(
        in viewing: ViewingID, of subject: SubjectID, blob: Bytes, for actor: Actor
    ) async throws -> DocumentPermit {
        let sealer = try await sealer(for: subject)
        let ask = try await perform { [self] transaction in
            let row = try draw(viewing, of: subject, for: actor, in: transaction)
            guard row.documents.contains(blob) else { throw GateRefusal(.notAllowed, ask: row.ask) }
            return row.ask
        }
        return permitToOpen(ask, blob: blob, sealer: sealer)
    }

    /// Counts the openings of viewings that have ended into an entry each.
    /// - Returns: how many ended.
    package func endViewings() async throws -> Int {
        let now = time.now
        let ended = try await database.read { transaction in
            try transaction.rows(
                "SELECT subject_id, id FROM viewing WHERE expires_at < \(now) ORDER BY expires_at LIMIT 100"
            ).map { row in (try row.identifier(0) as SubjectID, try row.identifier(1) as ViewingID) }
        }
        for (subject, id) in ended {
            let sealer = try? await sealer(for: subject)
            try await database.write { [self] transaction in
                guard let row = try find(id, of: subject, in: transaction) else { return }
                try transaction.run("DELETE FROM viewing WHERE subject_id = \(subject) AND id = \(id)")
                guard let sealer else { return }
                let edition = try book.inForce(in: transaction)
                let ground = edition.permission(
                    role: row.ask.actor.role, act: row.ask.act, datum: .record, purpose: row.ask.purpose)
                try append(
                    row.ask, edition: edition.number, clause: ground?.clause, basis: ground?.basis.code, sealer: sealer,
                    note: ["viewing": String(id.description.prefix(8)), "openings": "\(row.openings)"], in: transaction)
            }
        }
        return ended.count
    }

    private func open(_ ask: Ask, record: SealedRecord, sealer: Sealer) throws -> OpenRecord {
        let held = Set(record.fields.map(\.field))
        let values = try record.open(
            ask.fields.map(\.rawValue).filter(held.contains), key: sealer.key, instance: sealer.instance)
        return OpenRecord(
            values: Dictionary(
                uniqueKeysWithValues: values.map {
                    (FieldNumber($0), PersonalData(String(decoding: $1, as: UTF8.self)))
                }))
    }

    private func draw(
        _ id: ViewingID, of subject: SubjectID, for actor: Actor, in transaction: any Transaction
    ) throws -> ViewingRow {
        try transaction.lock(subject, .shared)
        guard let row = try find(id, of: subject, in: transaction), row.expiresAt > time.now, row.ask.actor == actor
        else {
            throw GateRefusal(.viewingEnded)
        }
        guard let person = try SubjectStore(transaction).find(subject), person.state == .living else {
            throw GateRefusal(.blocked, ask: row.ask)
        }
        let edition = try book.inForce(in: transaction)
        guard
            let ground = edition.permission(
                role: actor.role, act: row.ask.act, datum: .record, purpose: row.ask.purpose)
        else {
            throw GateRefusal(.notAllowed, ask: row.ask)
        }
        if person.kind == .person, case .consent(let consent) = ground.basis,
            try ConsentStore(transaction).inForce(of: subject)[consent] == nil
        {
            throw GateRefusal(.noConsent, clause: ground.clause, ask: row.ask)
        }
        try transaction.run("UPDATE viewing SET openings = openings + 1 WHERE subject_id = \(subject) AND id = \(id)")
        return row
    }

    private func find(_ id: ViewingID, of subject: SubjectID, in transaction: any Transaction) throws -> ViewingRow? {
        let row = try transaction.row(
            """
            SELECT actor, session, role, act, purpose, case_id, fields, documents, expires_at, openings
            FROM viewing WHERE subject_id = \(subject) AND id = \(id)
            """)
        return try row.map { try ViewingRow(row: $0, subject: subject) }
    }
}

extension ViewingRow {
    init(row: Row, subject: SubjectID) throws {
        guard let act = Act(rawValue: try row.text(3)) else { throw StorageError.unexpected("viewing row") }
        let fields = try row.text(6).split(separator: ",").compactMap { Int($0) }.map { FieldNumber($0) }
        ask = Ask(
            act, by: Actor(RoleID(try row.text(2)), person: try row.identifier(0), session: try row.bytes(1)),
            on: subject,
            for: PurposeID(try row.text(4)), fields: fields, caseID: try row.textIfAny(5))
        let joined = try row.bytes(7)
        documents = Set(
            stride(from: 0, to: joined.count, by: 16).map { Bytes(joined[$0..<min($0 + 16, joined.count)]) })
        expiresAt = try row.instant(8)
        openings = Int(try row.int(9))
    }
}

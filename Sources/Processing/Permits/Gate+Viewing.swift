import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Opens a viewing: one entry naming fields and document kinds, durable before anything is opened.
    ///
    /// - Parameters:
    ///   - blobs: the sealed objects (page images) that may be opened during the viewing.
    ///   - term: how long it lasts; nil for the term of the policy.
    ///   - note: what the entry tells beside it, in closed words.
    package func openViewing(
        _ ask: Ask, blobs: [Bytes], lasting term: Span? = nil, note: [String: String] = [:]
    ) async throws -> (viewing: Viewing, record: OpenRecord) {
        let sealer = try await sealer(for: ask)
        let id = ViewingID(from: randomness)
        let (until, record) = try await perform { [self] transaction in
            guard let person = ask.actor.person, let session = ask.actor.session,
                blobs.isEmpty || !ask.documents.isEmpty, blobs.allSatisfy({ $0.count == 16 })
            else {
                throw GateRefusal(.notAllowed, ask: ask)
            }
            let standing = try check(ask, .shared, in: transaction)
            try append(
                ask, standing: standing, sealer: sealer, note: note.merging(Self.note(of: id)) { $1 }, in: transaction)
            let until = time.now + (term ?? standing.edition.document.terms.viewing.span)
            try ViewingStore(transaction).insert(
                id, ask, person: person, session: session, blobs: blobs, until: until)
            return (until, standing.record)
        }
        return (Viewing(id: id, until: until), try open(ask, record: record, sealer: sealer))
    }

    /// The fields of a viewing that is still open, for the same session; policy, consent and state are asked again.
    ///
    /// - Parameter blobs: sealed objects that are to be opened too; a viewing that did not name one of them is over,
    ///   as when a new scan has come since.
    package func record(
        in viewing: ViewingID, of subject: SubjectID, for actor: Actor, covering blobs: [Bytes] = []
    ) async throws -> OpenRecord {
        let sealer = try await sealer(for: subject)
        let (ask, record) = try await perform { [self] transaction in
            let (row, standing) = try draw(viewing, of: subject, for: actor, in: transaction)
            guard blobs.allSatisfy(row.blobs.contains) else { throw GateRefusal(.viewingEnded) }
            return (row.ask, standing.record)
        }
        return try open(ask, record: record, sealer: sealer)
    }

    /// Leave to open one of the objects of a viewing that is still open.
    package func permit(
        in viewing: ViewingID, of subject: SubjectID, blob: Bytes, for actor: Actor
    ) async throws -> DocumentPermit {
        let sealer = try await sealer(for: subject)
        let ask = try await perform { [self] transaction in
            let (row, standing) = try draw(viewing, of: subject, for: actor, in: transaction)
            guard row.blobs.contains(blob) else {
                throw GateRefusal(.notAllowed, clause: standing.permission.clause, ask: row.ask)
            }
            return row.ask
        }
        return permitToOpen(ask, blob: blob, sealer: sealer)
    }

    /// Opens sealed values within a viewing that is still open, without a new entry.
    package func items(
        in viewing: ViewingID, of subject: SubjectID, for actor: Actor,
        _ items: @escaping @Sendable (any Transaction) throws -> [SealedItem]
    ) async throws -> [PersonalData<Bytes>] {
        let sealer = try await sealer(for: subject)
        let sealed = try await perform { [self] transaction in
            _ = try draw(viewing, of: subject, for: actor, in: transaction)
            return try items(transaction)
        }
        return try sealed.map { PersonalData(try $0.opened(by: sealer)) }
    }

    /// Keeps what was found when a viewing was opened, nothing personal, for as long as the viewing lasts.
    package func keep(_ word: String, with viewing: ViewingID, of subject: SubjectID) async throws {
        try await database.write { try ViewingStore($0).keep(word, with: viewing, of: subject) }
    }

    /// What was kept with a viewing; nil when nothing was.
    package func kept(with viewing: ViewingID, of subject: SubjectID) async throws -> String? {
        try await database.read { try ViewingStore($0).kept(with: viewing, of: subject) }
    }

    /// Counts the openings of viewings that have ended into an entry each.
    /// - Returns: how many ended.
    package func endViewings() async throws -> Int {
        let now = time.now
        let ended = try await database.read { try ViewingStore($0).ended(before: now) }
        for (subject, id) in ended { try await endViewing(id, of: subject) }
        return ended.count
    }

    private func endViewing(_ id: ViewingID, of subject: SubjectID) async throws {
        let sealer: Sealer?
        do {
            sealer = try await self.sealer(for: subject)
        } catch is GateRefusal {
            sealer = nil
        }
        try await database.write { [self] transaction in
            try transaction.lock(subject, .shared)
            let store = ViewingStore(transaction)
            guard let row = try store.find(id, of: subject), try store.delete(id, of: subject), let sealer else {
                return
            }
            let edition = try book.inForce(in: transaction)
            let ground = edition.permission(
                role: row.ask.actor.role, act: row.ask.act, datum: .record, purpose: row.ask.purpose)
            var note = Self.note(of: id)
            note["openings"] = "\(row.openings)"
            let acting = try Self.askActing(row.ask, in: transaction)?.row().map(RepresentationRow.init(row:))
            note.merge(self.note(of: acting?.representative)) { $1 }
            try append(
                row.ask, edition: edition.number, clause: ground?.clause, basis: ground?.basis.code, sealer: sealer,
                note: note, in: transaction)
        }
    }

    private static func note(of id: ViewingID) -> [String: String] { ["viewing": String(id.description.prefix(8))] }

    func open(_ ask: Ask, record: SealedRecord, sealer: Sealer) throws -> OpenRecord {
        let held = Set(record.fields.map(\.field))
        return OpenRecord(
            try record.open(
                ask.fields.map(\.rawValue).filter(held.contains), key: sealer.key, instance: sealer.instance))
    }

    private func draw(
        _ id: ViewingID, of subject: SubjectID, for actor: Actor, in transaction: any Transaction
    ) throws -> (ViewingRow, Standing) {
        try transaction.lock(subject, .shared)
        guard let row = try ViewingStore(transaction).find(id, of: subject) else { throw GateRefusal(.viewingEnded) }
        guard row.expiresAt > time.now, row.ask.actor == actor else {
            let asked = row.ask
            throw GateRefusal(
                .viewingEnded,
                ask: Ask(
                    asked.act, by: actor, on: subject, for: asked.purpose, fields: asked.fields,
                    documents: asked.documents, caseID: asked.caseID))
        }
        try checkEvidence(at: time.now, ask: row.ask, in: transaction)
        let standing = try standing(for: row.ask, in: transaction)
        try ViewingStore(transaction).countOpening(id, of: subject)
        return (row, standing)
    }
}

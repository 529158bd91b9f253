import Ledger
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// What a change left behind: the new revision of a record or a document, and the digest of its sealed bytes.
    struct Change {
        let revision: Int
        let digest: Bytes
    }

    /// Writes the entry of an act into the transaction of the act.
    @discardableResult
    func append(
        _ ask: Ask, standing: Standing, sealer: Sealer, change: Change? = nil, note: [String: String] = [:],
        in transaction: any Transaction
    ) throws -> EntryID {
        try append(
            ask, edition: standing.edition.number, clause: standing.permission.clause,
            basis: standing.permission.basis.code, sealer: sealer, change: change, note: note, in: transaction)
    }

    @discardableResult
    func append(
        _ ask: Ask, edition: Int, clause: ClauseID?, basis: String?, sealer: Sealer?, change: Change? = nil,
        outcome: LedgerEntry.Outcome = .done, note: [String: String] = [:], in transaction: any Transaction
    ) throws -> EntryID {
        let nonce = randomness.bytes(16)
        var note = note
        if !ask.documents.isEmpty { note["documents"] = ask.documents.map(\.rawValue).joined(separator: ",") }
        let entry = LedgerEntry(
            nonce: nonce, role: ask.actor.role.rawValue, actor: pseudonym(of: ask.actor), act: ask.act.rawValue,
            whom: sealer.map { Whom.commitment(opening: $0.opening(nonce), subject: ask.subject) },
            fields: ask.fields.map(\.rawValue), purpose: ask.purpose.rawValue, basis: basis, clause: clause?.rawValue,
            edition: edition, caseID: ask.caseID, outcome: outcome, at: time.now, revision: change?.revision,
            digest: change?.digest, note: note)
        try LedgerStore(transaction).append(entry, subject: sealer == nil ? nil : ask.subject)
        return entry.id
    }

    /// Makes a refusal durable, in a transaction of its own.
    func record(_ refusal: GateRefusal) async throws {
        guard let ask = refusal.ask else { return }
        let sealer = try? await sealer(for: ask.subject)
        let edition = try await database.read { [book] in try book.inForce(in: $0).number }
        try await database.write { [self] transaction in
            try append(
                ask, edition: edition, clause: refusal.clause, basis: nil, sealer: sealer,
                outcome: .refused(refusal.reason.rawValue), in: transaction)
        }
    }

    /// A name for a member of staff that says nothing to outsiders and is the same in all entries; none for subjects.
    func pseudonym(of actor: Actor) -> String {
        guard !actor.isOwn, let person = actor.person else { return "" }
        return pseudonym(of: person)
    }

    package func pseudonym(of person: SubjectID) -> String {
        Bytes(ring.mac(purpose: "actors", over: person.bytes).prefix(8)).hex
    }
}

extension Gate {
    /// An entry about a person and its opening, for the receipt they take away.
    package func evidence(of id: EntryID, about subject: SubjectID) async throws -> (entry: Bytes, opening: Bytes) {
        let entry = try await database.read { try LedgerStore($0).entry(id, of: subject) }
        guard let entry else { throw LedgerError.malformed }
        return (try entry.canonical(), try await sealer(for: subject).opening(entry.nonce))
    }

    /// What was done with a person's data, the newest first.
    package func history(of subject: SubjectID, before: Instant? = nil, limit: Int) async throws -> [LedgerEntry] {
        try await database.read { try LedgerStore($0).history(of: subject, before: before, limit: limit) }
    }

    /// Writes the publication of an edition down; it names no person.
    func appendPublication(of edition: Edition, in transaction: any Transaction) throws {
        let entry = LedgerEntry(
            nonce: randomness.bytes(16), role: "operator", actor: "", act: "publish", whom: nil, fields: [],
            purpose: nil,
            basis: nil, clause: "5.4", edition: edition.number, caseID: nil, outcome: .done, at: time.now,
            revision: nil,
            digest: edition.hash, note: [:])
        try LedgerStore(transaction).append(entry, subject: nil)
    }
}

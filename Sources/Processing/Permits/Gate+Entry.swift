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
            basis: standing.permission.basis.code, sealer: sealer, change: change,
            note: note.merging(self.note(of: standing.representative)) { $1 }, in: transaction)
    }

    @discardableResult
    func append(
        _ ask: Ask, edition: Int, clause: ClauseID?, basis: String?, sealer: Sealer?, change: Change? = nil,
        outcome: LedgerEntry.Outcome = .done, note: [String: String] = [:], in transaction: any Transaction
    ) throws -> EntryID {
        try appended(
            ask, edition: edition, clause: clause, basis: basis, sealer: sealer, change: change, outcome: outcome,
            note: note, in: transaction
        ).id
    }

    /// Appends an entry, and gives it as it will stand in the tree.
    func appended(
        _ ask: Ask, edition: Int, clause: ClauseID?, basis: String?, sealer: Sealer?, change: Change? = nil,
        outcome: LedgerEntry.Outcome = .done, note: [String: String] = [:], in transaction: any Transaction
    ) throws -> LedgerEntry {
        let nonce = randomness.bytes(16)
        var note = note
        if let client = ask.actor.client { note["client"] = client.name }
        note["channel"] = note["channel"] ?? ask.channel?.rawValue
        note["recipient"] = note["recipient"] ?? ask.recipient?.rawValue
        if !ask.documents.isEmpty { note["documents"] = ask.documents.map(\.rawValue).joined(separator: ",") }
        let entry = LedgerEntry(
            nonce: nonce, role: ask.actor.role.rawValue, actor: pseudonym(of: ask), act: ask.act.rawValue,
            whom: sealer.map { Whom.commitment(opening: $0.opening(nonce), subject: ask.subject) },
            fields: ask.fields.map(\.rawValue), purpose: ask.purpose.rawValue, basis: basis, clause: clause?.rawValue,
            edition: edition, caseID: ask.caseID, outcome: outcome, at: time.now, revision: change?.revision,
            digest: change?.digest, note: note)
        try LedgerStore(transaction).append(entry, subject: sealer == nil ? nil : ask.subject)
        return entry
    }

    /// Makes a refusal durable, in a transaction of its own, and counts what was asked.
    ///
    /// - Returns: the refusal to throw, which names the clause of the purpose where it named none.
    func recorded(_ refusal: GateRefusal) async throws -> GateRefusal {
        guard let ask = refusal.ask else { return refusal }
        let sealer: Sealer?
        do {
            sealer = try await self.sealer(for: ask.subject)
        } catch is GateRefusal {
            sealer = nil
        }
        return try await database.write { [self] transaction in
            try transaction.lock(ask.subject, .shared)
            // Nothing is tied to a person who was erased meanwhile.
            let isThere = try SubjectStore(transaction).find(ask.subject).map { $0.state != .erased } ?? false
            let edition = try book.inForce(in: transaction)
            let clause = refusal.clause ?? edition.document.purpose(ask.purpose)?.clause
            try append(
                ask, edition: edition.number, clause: clause, basis: nil, sealer: isThere ? sealer : nil,
                outcome: .refused(refusal.reason.rawValue), in: transaction)
            // What the refused transaction had counted went with it; one over budget has been counted enough.
            if refusal.reason != .budget { try budgets.count(ask, at: time.now, ring: ring, in: transaction) }
            return GateRefusal(refusal.reason, clause: clause, ask: ask)
        }
    }

    /// A name for an actor that says nothing to outsiders and is the same in all entries; none for subjects on their own
    /// data.
    func pseudonym(of ask: Ask) -> String {
        guard let account = ask.actor.account, !ask.actor.isOwn || ask.actor.person != ask.subject else { return "" }
        return pseudonym(account)
    }

    package func pseudonym(of person: SubjectID) -> String { pseudonym(person.bytes) }

    private func pseudonym(_ account: Bytes) -> String {
        Bytes(ring.mac(purpose: "actors", over: account).prefix(8)).hex
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

    /// Writes down that one person works alone from now on, or that this has ended for good; names nobody.
    package func appendSingleHanded(_ begins: Bool, in transaction: any Transaction) throws {
        let edition = try book.inForce(in: transaction)
        try appendNaming(
            nobody: begins ? "begin_single_handed" : "end_single_handed", role: "operator", edition: edition.number,
            digest: edition.hash, in: transaction)
    }

    /// Writes down that keys were exchanged for new ones, on the command line of the server.
    ///
    /// - Parameters:
    ///   - kind: `root`, `epochs` or `index`.
    ///   - place: where the root key lies from now on, `file` or `service`; nil where it stays.
    package func recordKeyChange(_ kind: String, to place: String? = nil) async throws {
        var note = ["keys": kind, "by": "command_line"]
        note["place"] = place
        try await database.write { [self, note] transaction in
            try appendOperation("change_keys", note: note, in: transaction)
        }
    }

    /// Writes down what was done to the works of the house, about no one person.
    ///
    /// - Parameter actor: who does it; nil for the operator on the server itself.
    package func appendOperation(
        _ act: String, by actor: Actor? = nil, note: [String: String], in transaction: any Transaction
    ) throws {
        let edition = try book.inForce(in: transaction)
        try appendNaming(
            nobody: act, by: actor, role: "operator", edition: edition.number, digest: edition.hash, note: note,
            in: transaction)
    }

    /// Writes down an act that is about no one person.
    ///
    /// - Parameters:
    ///   - actor: who does it; nil for the house itself.
    ///   - role: that of the house, where nobody else acts.
    @discardableResult
    func appendNaming(
        nobody act: String, by actor: Actor? = nil, role: String, clause: String? = nil, edition: Int, digest: Bytes,
        note: [String: String] = [:], in transaction: any Transaction
    ) throws -> LedgerEntry {
        let entry = entryNaming(
            nobody: act, by: actor, role: role, clause: clause, edition: edition, digest: digest, note: note)
        try LedgerStore(transaction).append(entry, subject: nil)
        return entry
    }

    func entryNaming(
        nobody act: String, by actor: Actor? = nil, role: String, clause: String? = nil, edition: Int, digest: Bytes,
        note: [String: String]
    ) -> LedgerEntry {
        LedgerEntry(
            nonce: randomness.bytes(16), role: actor?.role.rawValue ?? role,
            actor: actor?.person.map(pseudonym(of:)) ?? "", act: act, whom: nil, fields: [], purpose: nil,
            basis: nil, clause: clause, edition: edition, caseID: nil, outcome: .done, at: time.now, revision: nil,
            digest: digest, note: note)
    }

    /// The first entry of a log that follows one whose end was lost: it names the last checkpoint of the old one.
    ///
    /// - Parameter witnessed: the last one that is known to be signed by witnesses too.
    package func entryOfRecovery(
        _ loss: LedgerRecovery.Loss, witnessed: Checkpoint? = nil
    ) async throws -> LedgerEntry {
        var note = ["log": loss.signed.origin, "entries": "\(loss.signed.size)", "kept": "\(loss.kept)"]
        note["witnessed"] = witnessed.map { "\($0.size)" }
        let edition = try await database.read { [book] in try book.inForce(in: $0).number }
        return entryNaming(
            nobody: "begin_again", role: "operator", edition: edition, digest: loss.signed.root,
            note: note)
    }
}

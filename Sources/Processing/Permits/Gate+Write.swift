import Ledger
import Policy
import Primitives
import Storage
import Vault

/// Leave to store something about one person, once, in the transaction in which it was made.
package struct WritePermit: ~Copyable {
    package let ask: Ask
    private let gate: Gate
    private let standing: Standing
    private let sealer: Sealer

    fileprivate init(ask: Ask, gate: Gate, standing: Standing, sealer: Sealer) {
        self.ask = ask
        self.gate = gate
        self.standing = standing
        self.sealer = sealer
    }

    /// Stores values in the person's record, under the edition in force; nil removes a field. The entry is written with it.
    ///
    /// What is put right by an accepted proposal is the datum that came before: it keeps the edition under which it came,
    /// unless the person has agreed to the one in force.
    ///
    /// - Throws: ``GateRefusal`` with `.notAllowed` for a field that the permit does not name, `.changedMeanwhile` when
    ///   the record has another revision by now.
    @discardableResult
    package consuming func store(
        _ values: [FieldNumber: String?], note: [String: String] = [:], in transaction: any Transaction
    ) throws -> EntryID {
        for field in values.keys where !ask.fields.contains(field) { throw GateRefusal(.notAllowed, ask: ask) }
        let row = standing.row
        let removed = values.filter { $0.value == nil }.map(\.key.rawValue)
        let added = values.compactMap { field, value in value.map { (field, $0) } }
            .sorted { $0.0.rawValue < $1.0.rawValue }
            .map { (field: $0.rawValue, edition: edition(of: $0), value: Bytes($1.utf8)) }
        let record = try standing.record.removing(removed)
            .setting(added, key: sealer.key, instance: sealer.instance)
        let updated = try SubjectStore(transaction).update(row.id, record: record.bytes, from: row.revision)
        // Only another permit of this transaction can have come in between: the person is locked.
        try transaction.ensure { [ask] in
            guard try updated.row() != nil else { throw GateRefusal(.changedMeanwhile, ask: ask) }
        }
        return try gate.append(
            ask, standing: standing, sealer: sealer,
            change: Gate.Change(revision: row.revision + 1, digest: record.digest), note: note, in: transaction)
    }

    /// Under which edition a value is stored.
    private borrowing func edition(of field: FieldNumber) -> Int {
        let inForce = standing.edition.number
        guard ask.act == .acceptCorrection, standing.agreed != inForce else { return inForce }
        return standing.record.edition(of: field.rawValue) ?? inForce
    }

    /// Destroys fields of the record; the entry names them.
    ///
    /// To destroy is not to use: it rests on the law, and asks for no purpose that the fields would still have.
    /// - Throws: ``GateRefusal`` with `.notAllowed` for another act than ``Act/destroyField``.
    package consuming func destroy(_ fields: [FieldNumber], in transaction: any Transaction) throws {
        guard ask.act == .destroyField else { throw GateRefusal(.notAllowed, ask: ask) }
        var ask = ask
        ask.fields = fields.sorted()
        let row = standing.row
        let record = standing.record.removing(fields.map(\.rawValue))
        let updated = try SubjectStore(transaction).update(row.id, record: record.bytes, from: row.revision)
        try transaction.ensure { [ask] in
            guard try updated.row() != nil else { throw GateRefusal(.changedMeanwhile, ask: ask) }
        }
        for field in fields { try AddressBook(gate).remove(field, of: row.id, in: transaction) }
        try gate.append(
            ask, standing: standing, sealer: sealer,
            change: Gate.Change(revision: row.revision + 1, digest: record.digest), in: transaction)
    }

    /// Stores a consent given or withdrawn, with the exact text shown. The entry names consent and hash of the text.
    ///
    /// - Parameters:
    ///   - manner: nil where the actor tells it.
    ///   - note: what the entry tells besides, in closed words.
    @discardableResult
    package consuming func store(
        _ consent: ConsentDecision, by manner: ConsentManner? = nil, note: [String: String] = [:],
        in transaction: any Transaction
    ) throws -> EntryID {
        if consent.isGiven, let clause = standing.edition.document.consent(consent.consent)?.clause,
            let void = standing.edition.declared(over: clause)
        {
            throw GateRefusal(.clauseVoid, clause: void, ask: ask)
        }
        let id = Identifier<ConsentRow>(from: gate.randomness)
        let text = try sealer.seal(Bytes(consent.shown.filler.utf8), label: "consent \(id)", in: .record)
        let hash = consent.shown.hash
        let now = gate.time.now
        let term = standing.edition.document.consentTerm.atMost.span
        try ConsentStore(transaction).append(
            ConsentRow(
                id: id, consent: consent.consent, isGiven: consent.isGiven, edition: standing.edition.number,
                language: consent.language, textHash: hash, text: text,
                wording: try gate.book.keep(consent.shown, at: now, in: transaction), at: now,
                endsAt: consent.isGiven ? now + term : nil, manner: manner ?? ConsentManner(ask.actor)),
            of: ask.subject)
        // They have decided anew; of whoever only begins nothing is kept in mind.
        if consent.consent == .main, ask.actor.role != .visitor, ask.actor.client == nil {
            try HoldStore(transaction).end(on: Hold.lostConsent, of: ask.subject, at: now)
        }
        return try gate.append(
            ask, standing: standing, sealer: sealer,
            note: [
                "consent": consent.consent.rawValue, "given": consent.isGiven ? "1" : "0", "text": hash.hex,
            ].merging(manner?.note ?? [:]) { $1 }.merging(note) { $1 },
            in: transaction)
    }

    /// Records the act itself, when what it changes is not personal or is sealed apart.
    @discardableResult
    package consuming func note(
        _ note: [String: String] = [:], digest: Bytes? = nil, in transaction: any Transaction
    ) throws -> EntryID {
        try gate.append(
            ask, standing: standing, sealer: sealer,
            change: digest.map { Gate.Change(revision: 0, digest: $0) }, note: note, in: transaction)
    }
}

extension Gate {
    /// Checks `ask` inside a write transaction and gives a permit to store; its entry commits with the change or not at all.
    ///
    /// The person is locked until the transaction ends: what others do on the same person is before it or after it.
    /// - Parameter revision: of the record that the change was made from, where somebody saw it meanwhile; nil where
    ///   the change does not depend on it.
    /// - Throws: ``GateRefusal``, with `.changedMeanwhile` when the record has another revision by now.
    package func permitToWrite(
        _ ask: Ask, from revision: Int? = nil, sealer: Sealer, in transaction: any Transaction
    ) throws -> WritePermit {
        guard sealer.subject == ask.subject else { throw GateRefusal(.notAllowed, ask: ask) }
        let standing = try check(ask, .exclusive, in: transaction)
        if let revision, standing.row.revision != revision { throw GateRefusal(.changedMeanwhile, ask: ask) }
        return WritePermit(ask: ask, gate: self, standing: standing, sealer: sealer)
    }
}

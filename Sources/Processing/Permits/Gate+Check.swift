import Ledger
import Policy
import Primitives
import Storage
import Vault

/// What a check found: the act may be done, on this ground.
struct Standing {
    let row: SubjectRow
    let record: SealedRecord
    let edition: Edition
    let permission: Permission
}

extension Gate {
    /// Asks whether `ask` may be done now, and counts it; reads only what the transaction has locked.
    ///
    /// - Parameter strength: exclusive where something is changed: then no act that rests on what was so before it can
    ///   become durable after it.
    func check(_ ask: Ask, _ strength: LockStrength, in transaction: any Transaction) throws -> Standing {
        try transaction.lock(ask.subject, strength)
        try admit(ask, in: transaction)
        return try standing(for: ask, in: transaction)
    }

    /// Counts an ask, whatever its answer will be, while acts can be put on record and the programme that asks is
    /// connected.
    func admit(_ ask: Ask, in transaction: any Transaction) throws {
        let now = time.now
        try checkEvidence(at: now, ask: ask, in: transaction)
        if let client = ask.actor.client {
            let isConnected = try transaction.findings.once("client \(client.id)") {
                try ClientStore(transaction).find(client.id)?.isConnected == true
            }
            guard isConnected else { throw GateRefusal(.clientEnded, ask: ask) }
        }
        try budgets.spend(ask, at: now, ring: ring, in: transaction)
    }

    /// Allowed when the edition in force **and** the one under which each datum was collected, or one that the person
    /// has agreed to since, allow it; when the consent on which it rests is in force; when the person is not blocked.
    func standing(for ask: Ask, in transaction: any Transaction) throws -> Standing {
        guard let row = try SubjectStore(transaction).find(ask.subject), row.state != .erased,
            // Staff are nobody's subjects to programmes.
            row.kind == .person || ask.actor.client == nil
        else { throw GateRefusal(.noSubject, ask: ask) }
        let edition = try book.inForce(in: transaction)
        let permission = try Self.ground(for: ask, under: edition)
        let consents = try ConsentStore(transaction).inForce(of: ask.subject)
        try checkBasis(permission, of: row, consents: consents, ask: ask)
        if row.state == .blocked, !ask.actor.isOwn {
            throw GateRefusal(.blocked, clause: permission.clause, ask: ask)
        }
        let standing = Standing(row: row, record: try row.openable, edition: edition, permission: permission)
        try checkCollected(ask, standing, consents: consents, in: transaction)
        return standing
    }

    /// The ground that an edition alone gives for the whole of an ask; what persons have decided comes on top.
    ///
    /// - Throws: ``GateRefusal`` with `.notTheirs` when a role for one's own data is used on another person's,
    ///   `.outsideBounds` when a programme asks for more than its key was made for, `.notAllowed`; with the clause of the
    ///   purpose.
    static func ground(for ask: Ask, under edition: Edition) throws(GateRefusal) -> Permission {
        let clause = edition.document.purpose(ask.purpose)?.clause
        if ask.actor.isForSelf, ask.actor.person != ask.subject {
            throw GateRefusal(.notTheirs, clause: clause, ask: ask)
        }
        if let client = ask.actor.client, !client.reaches(ask) {
            throw GateRefusal(.outsideBounds, clause: clause, ask: ask)
        }
        func ground(_ datum: Datum) -> Permission? {
            edition.permission(role: ask.actor.role, act: ask.act, datum: datum, purpose: ask.purpose)
        }
        guard let whole = ground(.record) else { throw GateRefusal(.notAllowed, clause: clause, ask: ask) }
        let data = ask.fields.map(Datum.field) + ask.documents.map(Datum.document)
        guard data.allSatisfy({ ground($0) != nil }) else {
            throw GateRefusal(.notAllowed, clause: whole.clause, ask: ask)
        }
        return whole
    }

    private func checkBasis(
        _ permission: Permission, of row: SubjectRow, consents: [ConsentID: Int], ask: Ask
    ) throws {
        // Staff are registered by the operator, not by consent; what they do on others' data rests on those persons'.
        guard row.kind == .person, case .consent(let consent) = permission.basis else { return }
        guard consents[consent] != nil else {
            throw GateRefusal(.noConsent, clause: permission.clause, ask: ask)
        }
    }

    func checkEvidence(at now: Instant, ask: Ask, in transaction: any Transaction) throws {
        if evidence.allows(evidenceMayWait, at: now) { return }
        let oldest = try LedgerStore(transaction).oldestPending()
        evidence.note(oldest, at: now)
        if let oldest, now - oldest > evidenceMayWait { throw GateRefusal(.noEvidence, ask: ask) }
    }
}

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
    /// Asks whether `ask` may be done now; reads only what the transaction has locked.
    ///
    /// Allowed when the edition in force **and** the one under which each datum was collected, or one that the person
    /// has agreed to since, allow it; when the consent on which it rests is in force; when the person is not blocked.
    func check(_ ask: Ask, in transaction: any Transaction) throws -> Standing {
        try transaction.lock(ask.subject, .shared)
        guard let row = try SubjectStore(transaction).find(ask.subject), row.state != .erased else {
            throw GateRefusal(.noSubject, ask: ask)
        }
        let now = time.now
        try checkEvidence(at: now, ask: ask, in: transaction)
        let edition = try book.inForce(in: transaction)
        let record = try row.openable
        let consents = try ConsentStore(transaction).inForce(of: ask.subject)

        let permission = try permission(ask, under: edition, otherwise: .notAllowed)
        try checkBasis(permission, of: row, consents: consents, ask: ask)
        if row.state == .blocked, !ask.actor.isOwn {
            throw GateRefusal(.blocked, clause: permission.clause, ask: ask)
        }
        let agreed = consents.values.map(\.edition)
        for field in ask.fields {
            guard let collected = record.edition(of: field.rawValue), collected != edition.number else { continue }
            let grounds = [collected] + agreed.filter { $0 > collected }
            let allowed = try grounds.contains { number in
                let earlier = try book.edition(number, in: transaction)
                return earlier?.permission(
                    role: ask.actor.role, act: ask.act, datum: .field(field), purpose: ask.purpose) != nil
            }
            guard allowed else {
                throw GateRefusal(.notAllowedWhenCollected, clause: permission.clause, ask: ask)
            }
        }
        try budgets.spend(ask, at: now, ring: ring, in: transaction)
        return Standing(row: row, record: record, edition: edition, permission: permission)
    }

    /// The ground that an edition gives for the whole of an ask.
    private func permission(_ ask: Ask, under edition: Edition, otherwise reason: GateRefusal.Reason) throws
        -> Permission
    {
        func ground(_ datum: Datum) -> Permission? {
            edition.permission(role: ask.actor.role, act: ask.act, datum: datum, purpose: ask.purpose)
        }
        guard let whole = ground(.record) else { throw GateRefusal(reason, ask: ask) }
        let data = ask.fields.map(Datum.field) + ask.documents.map(Datum.document)
        guard data.allSatisfy({ ground($0) != nil }) else {
            throw GateRefusal(reason, clause: whole.clause, ask: ask)
        }
        return whole
    }

    private func checkBasis(
        _ permission: Permission, of row: SubjectRow, consents: [ConsentID: ConsentRow], ask: Ask
    ) throws {
        // Staff are registered by the operator, not by consent; what they do on others' data rests on those persons'.
        guard row.kind == .person, case .consent(let consent) = permission.basis else { return }
        guard consents[consent] != nil else {
            throw GateRefusal(.noConsent, clause: permission.clause, ask: ask)
        }
    }

    private func checkEvidence(at now: Instant, ask: Ask, in transaction: any Transaction) throws {
        guard let oldest = try LedgerStore(transaction).oldestPending() else { return }
        if now - oldest > evidenceMayWait { throw GateRefusal(.noEvidence, ask: ask) }
    }
}

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
    /// Who acts for the person; nil when they act themselves.
    let representative: SubjectID?
    /// The edition under which the consent to registration stands; nil without one.
    let agreed: Int?
}

extension Gate {
    /// Asks whether `ask` may be done now, and counts it; reads only what the transaction has locked.
    ///
    /// - Parameter strength: exclusive where something is changed: then no act that rests on what was so before it can
    ///   become durable after it.
    func check(_ ask: Ask, _ strength: LockStrength, in transaction: any Transaction) throws -> Standing {
        try transaction.lock(ask.subject, strength)
        let admission = try askAdmission(of: ask, in: transaction)
        let situation = try Situation(ask, book, at: time.now, in: transaction)
        try admit(admission)
        return try standing(for: ask, situation, in: transaction)
    }

    /// What is asked before an act is admitted.
    private struct Admission {
        let ask: Ask
        /// Has a row while the programme that asks is connected; nil where none does.
        let client: Asked?
        let counted: Budgets.Counted?
    }

    /// What is asked about a person before an act on their data, answered together.
    private struct Situation {
        let row: Asked
        let consents: Asked
        let acting: Asked?
        /// Has a row while the person's data are held; nil for an act that destroys nothing.
        let holds: Asked?

        init(_ ask: Ask, _ book: PolicyBook, at now: Instant, in transaction: any Transaction) throws {
            try book.ask(in: transaction)
            row = try SubjectStore(transaction).ask(ask.subject)
            consents = try ConsentStore(transaction).askStanding(of: ask.subject)
            acting = try Gate.askActing(ask, in: transaction)
            holds =
                try ask.act.destroys
                ? HoldStore(transaction).askStanding(
                    of: ask.subject,
                    beyondLostConsent: ask.actor.isOwn || [.destroyDocument, .destroyField].contains(ask.act),
                    at: now) : nil
        }
    }

    /// Counts an ask, whatever its answer will be, while acts can be put on record and the programme that asks is
    /// connected.
    func admit(_ ask: Ask, in transaction: any Transaction) throws {
        try admit(try askAdmission(of: ask, in: transaction))
    }

    private func askAdmission(of ask: Ask, in transaction: any Transaction) throws -> Admission {
        let now = time.now
        try checkEvidence(at: now, ask: ask, in: transaction)
        let client = try ask.actor.client.map { client in
            try transaction.findings.once("client \(client.id)") {
                try ClientStore(transaction).askConnected(client.id)
            }
        }
        return Admission(
            ask: ask, client: client, counted: try budgets.count(ask, at: now, ring: ring, in: transaction))
    }

    private func admit(_ admission: Admission) throws {
        if let client = admission.client, try client.row() == nil {
            throw GateRefusal(.clientEnded, ask: admission.ask)
        }
        guard try admission.counted?.isWithin ?? true else { throw GateRefusal(.budget, ask: admission.ask) }
    }

    /// Allowed when the edition in force **and** the one under which each datum was collected, or one that the person
    /// has agreed to since, allow it; when the consent on which it rests is in force; when the person is not
    /// blocked, or the act is one of the few that go on then.
    func standing(for ask: Ask, in transaction: any Transaction) throws -> Standing {
        try standing(for: ask, try Situation(ask, book, at: time.now, in: transaction), in: transaction)
    }

    private func standing(for ask: Ask, _ situation: Situation, in transaction: any Transaction) throws -> Standing {
        guard let row = try SubjectStore.found(situation.row), row.state != .erased,
            // Staff are nobody's subjects to programmes.
            row.kind == .person || ask.actor.client == nil
        else { throw GateRefusal(.noSubject, ask: ask) }
        let edition = try book.inForce(in: transaction)
        let permission = try Self.ground(for: ask, under: edition)
        if row.state == .archived, !ask.act.reachesArchive {
            throw GateRefusal(.archived, clause: permission.clause, ask: ask)
        }
        let representative = try representative(situation.acting, of: row, for: ask)
        try checkAgreed(ask, of: row, on: permission, in: transaction)
        let consents = try ConsentStore(transaction).standing(situation.consents, at: time.now, under: book)
            .mapValues(\.edition)
        try checkBasis(permission, of: row, consents: consents, under: edition, ask: ask, in: transaction)
        try checkRecipients(of: ask, under: edition, consents: consents, clause: permission.clause, in: transaction)
        if row.state == .blocked, !ask.act.goesOnWhileBlocked(on: permission.basis, isOwn: ask.actor.isOwn) {
            throw GateRefusal(.blocked, clause: permission.clause, ask: ask)
        }
        if try situation.holds?.row() != nil {
            throw GateRefusal(.held, clause: permission.clause, ask: ask)
        }
        let standing = Standing(
            row: row, record: try row.openable, edition: edition, permission: permission,
            representative: representative, agreed: consents[.main])
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
        func refusal(_ datum: Datum, clause: ClauseID?) -> GateRefusal {
            let void = edition.voidClause(
                stopping: ask.act, role: ask.actor.role, datum: datum, purpose: ask.purpose)
            guard let void else { return GateRefusal(.notAllowed, clause: clause, ask: ask) }
            return GateRefusal(.clauseVoid, clause: void, ask: ask)
        }
        guard let whole = ground(.record) else { throw refusal(.record, clause: clause) }
        let data = ask.fields.map(Datum.field) + ask.documents.map(Datum.document)
        if let closed = data.first(where: { ground($0) == nil }) { throw refusal(closed, clause: whole.clause) }
        // Where the policy names nobody of the kind, the operator carries it.
        if let carrier = ask.carrier, edition.document.recipients.contains(where: { $0.kind == carrier }),
            !data.allSatisfy({ edition.document.recipient(carrier, of: $0, for: ask.purpose) != nil })
        {
            throw GateRefusal(.notAllowed, clause: whole.clause, ask: ask)
        }
        return whole
    }

    private func checkBasis(
        _ permission: Permission, of row: SubjectRow, consents: [ConsentID: Int], under edition: Edition, ask: Ask,
        in transaction: any Transaction
    ) throws {
        // Staff are registered by the operator, not by consent; what they do on others' data rests on those persons'.
        guard row.kind == .person, case .consent(let consent) = permission.basis else { return }
        let policy = edition.document
        guard let item = policy.consent(consent) else {
            throw GateRefusal(.noConsent, clause: permission.clause, ask: ask)
        }
        // What was given by a clause that was declared void since is given no more.
        let standing = try consents.filter { id, given in
            guard id.whole == item.id else { return true }
            return try given == edition.number
                || book.underlying(given, in: transaction)?.isVoid(item.clause) == false
        }
        guard item.stands(for: ask, standing, under: policy) else {
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

import Deadlines
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What withdrawals, corrections and transfers ask of staff, each with the deadline of the law; made in the transaction of
/// its cause.
package struct DisclosureDuties: Sendable {
    let gate: Gate
    let calendars: CalendarBook
    package let law: LawPack
    let time: TimeSource
    let randomness: Randomness

    package init(gate: Gate, calendars: CalendarBook, law: LawPack, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.calendars = calendars
        self.law = law
        self.time = time
        self.randomness = randomness
    }

    /// A consent was withdrawn: who has data by it is to be told, and copies are to be deleted. With the consent to the
    /// registration begins the term of its scans.
    ///
    /// Nothing is left to do for staff where nothing was handed on and the consent kept no copies, as with advertising: that
    /// has stopped by then.
    /// - Parameter instant: when it was withdrawn, long ago where a restore does it again; the days of the law run from then.
    package func withdrawn(
        _ item: ConsentItem, _ edition: Edition, of subject: SubjectID, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        if item.id == .main {
            try Registrar.consentWithdrawn(by: subject, at: instant, under: gate.book, in: transaction)
        }
        guard let registration = try RegistrationStore(transaction).find(subject) else { return }
        let store = DisclosureStore(transaction)
        let policy = edition.document
        let told = try recipients(of: item, edition, having: try store.disclosures(of: subject), in: transaction)
        // A copy abroad is there only where a country was named.
        let hasCopies = item.kind == .publication || !policy.scope(of: item).countries.isEmpty
        guard !told.isEmpty || item.required || hasCopies else { return }
        let term = try term("consent_withdrawal_stop", of: policy, after: instant, in: transaction)
        let withdrawal = Withdrawal(
            id: Identifier(from: randomness), subject: subject, caseID: registration.number, consent: item.id,
            edition: edition.number, at: instant, term: term, state: .open, closedAt: nil, ground: nil,
            explanation: nil, order: nil, isOutside: false, keepUntil: nil, reopenedAt: nil, erasesAt: nil)
        try store.insert(withdrawal)
        for recipient in told {
            try store.insert(
                Telling(
                    id: Identifier(from: randomness), subject: subject, caseID: registration.number, kind: .withdrawal,
                    about: withdrawal.id.bytes, recipient: recipient, at: instant, term: term, toldOn: nil, way: nil))
        }
    }

    /// Who is to be told of a withdrawal, whether or not the edition in force still names them: the consent's own recipient;
    /// of the consent to the registration all who were given data; of the one to transfers abroad those who are there.
    private func recipients(
        of item: ConsentItem, _ edition: Edition, having disclosures: [Disclosure], in transaction: any Transaction
    ) throws -> [RecipientID] {
        let given: [Disclosure] =
            switch item.kind {
            case .recipient, .publication: []
            case .crossBorder: try disclosures.filter { try isAbroad($0, in: transaction) }
            case .purposes:
                disclosures.filter { one in
                    item.required
                        || (item.channel == nil
                            && edition.document.scope(of: item).purposes.contains { $0.id == one.purpose })
                }
            }
        let told = Set(given.map(\.recipient) + (item.kind == .recipient ? [item.recipient].compactMap { $0 } : []))
        return told.sorted { $0.rawValue < $1.rawValue }
    }

    private func isAbroad(_ one: Disclosure, in transaction: any Transaction) throws -> Bool {
        guard let policy = try gate.book.edition(one.edition, in: transaction)?.document else { return true }
        return policy.recipient(one.recipient)?.country != policy.region
    }

    /// A datum was corrected: whoever was given it is to be told.
    package func corrected(_ field: FieldNumber, of subject: SubjectID, in transaction: any Transaction) throws {
        let store = DisclosureStore(transaction)
        let given = try store.disclosures(of: subject).filter { $0.fields.contains(field) }
        guard let caseID = given.last?.caseID else { return }
        let now = time.now
        let policy = try gate.book.inForce(in: transaction).document
        let term = try term("rectify", of: policy, after: now, in: transaction)
        for recipient in Set(given.map(\.recipient)).sorted(by: { $0.rawValue < $1.rawValue }) {
            try store.insert(
                Telling(
                    id: Identifier(from: randomness), subject: subject, caseID: caseID, kind: .correction,
                    about: Bytes("\(field)".utf8), recipient: recipient, at: now, term: term, toldOn: nil, way: nil))
        }
    }

    /// The person is to be told of a transfer (Law 94-V, art. 19(1)); nil where the policy does not promise it, or where an
    /// exception of the law holds (art. 19(2)).
    func telling(
        of disclosure: Disclosure, to recipient: Recipient, under policy: PolicyDocument,
        in transaction: any Transaction
    ) throws -> Telling? {
        guard recipient.notifyOnTransfer == true,
            recipient.noticeException.flatMap(law.noticeException) == nil
        else { return nil }
        return Telling(
            id: Identifier(from: randomness), subject: disclosure.subject, caseID: disclosure.caseID, kind: .transfer,
            about: disclosure.id.bytes, recipient: nil, at: disclosure.at,
            term: try term("third_party_notice", of: policy, after: disclosure.at, in: transaction), toldOn: nil,
            way: nil)
    }

    /// A deadline as the policy promises it, or as the law sets it where the policy says nothing.
    func term(
        _ id: String, of policy: PolicyDocument, after now: Instant, in transaction: any Transaction
    ) throws -> CountedTerm {
        let days = policy.deadline(id)?.amount ?? law.duty(id)?.amount
        guard let days else { throw StorageError.unexpected("the law pack has no deadline \(id)") }
        return try calendars.newest(in: transaction).term(days, .workingDay, after: Day(of: now, hoursEast: 5))
    }
}

extension DisclosureDuties {
    /// The deadlines that run, by the number of the registration.
    package static func runningTerms(_ transaction: any Transaction) throws -> [CalendarDesk.RunningTerm] {
        let store = DisclosureStore(transaction)
        return try store.openWithdrawals(limit: 10_000).map { CalendarDesk.RunningTerm($0.caseID, $0.term) }
            + store.openTellings(limit: 10_000).map { CalendarDesk.RunningTerm($0.caseID, $0.term) }
    }

    /// Counts again what was promised by an older version of the calendar; where the last day changes, the ledger has an
    /// entry, and the person sees it. - Returns: how many were counted again, at most two hundred in one go.
    package func recount() async throws -> Int {
        let (withdrawals, tellings) = try await gate.look { [calendars] transaction in
            let newest = try calendars.newest(in: transaction).number
            return (
                try transaction.rows(
                    Withdrawal.selection
                        + "WHERE state = 'open' AND calendar < \(newest) ORDER BY due, id LIMIT 100"
                ).map(Withdrawal.init(row:)),
                try transaction.rows(
                    Telling.selection
                        + "WHERE told_on IS NULL AND calendar < \(newest) ORDER BY due, id LIMIT 100"
                ).map(Telling.init(row:))
            )
        }
        for one in withdrawals {
            try await calendars.recount(one.subject, caseID: one.caseID, through: gate) { transaction in
                let found = try DisclosureStore(transaction).withdrawals(of: one.subject).first { $0.id == one.id }
                return found?.state == .open ? found?.term : nil
            } keep: { term, transaction in
                try DisclosureStore(transaction).promise(term, for: one)
            }
        }
        for one in tellings {
            try await calendars.recount(one.subject, caseID: one.caseID, through: gate) { transaction in
                let found = try DisclosureStore(transaction).tellings(of: one.subject).first { $0.id == one.id }
                return found?.toldOn == nil ? found?.term : nil
            } keep: { term, transaction in
                try DisclosureStore(transaction).promise(term, for: one)
            }
        }
        return withdrawals.count + tellings.count
    }
}

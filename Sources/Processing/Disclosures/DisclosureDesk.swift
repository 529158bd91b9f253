import Access
import Deadlines
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Where transfers are put on record, and where staff work off what withdrawals, corrections and transfers ask of them.
package struct DisclosureDesk: Sendable {
    let gate: Gate
    let registrar: Registrar
    package let duties: DisclosureDuties
    let orders: StandingOrders
    let time: TimeSource
    let randomness: Randomness

    /// - Parameter orders: on which a refusal of a withdrawal may rest.
    package init(
        gate: Gate, registrar: Registrar, duties: DisclosureDuties, orders: @escaping StandingOrders, time: TimeSource,
        randomness: Randomness
    ) {
        self.gate = gate
        self.registrar = registrar
        self.duties = duties
        self.orders = orders
        self.time = time
        self.randomness = randomness
    }

    /// What waits for staff.
    package struct Tasks: Sendable {
        package let withdrawals: [Withdrawal]
        package let tellings: [Telling]
        package let edition: Edition
        package let newest: [Disclosure]
    }

    package func tasks() async throws -> Tasks {
        try await gate.look { [gate] transaction in
            let store = DisclosureStore(transaction)
            return Tasks(
                withdrawals: try store.openWithdrawals(limit: 200), tellings: try store.openTellings(limit: 200),
                edition: try gate.book.inForce(in: transaction), newest: try store.newestDisclosures(limit: 50))
        }
    }

    /// A withdrawal that waits for staff, as it stands today.
    package struct WithdrawalStanding: Sendable {
        package let withdrawal: Withdrawal
        package let due: DueDay
        /// The person's data are blocked.
        package let isBlocked: Bool
    }

    /// The withdrawals that wait for staff, the nearest deadline first.
    package func withdrawalQueue() async throws -> [WithdrawalStanding] {
        let today = Day(of: time.now, hoursEast: 5)
        return try await gate.look { [duties] transaction in
            let calendar = try duties.calendars.newest(in: transaction).calendar
            return try DisclosureStore(transaction).openWithdrawals(limit: 500).map { one in
                WithdrawalStanding(
                    withdrawal: one, due: DueDay(one.term.due, from: today, in: calendar, counted: one.term),
                    isBlocked: try SubjectStore(transaction).find(one.subject)?.state == .blocked)
            }
        }
    }

    /// How many withdrawals are due by the end of the next working day, or overdue.
    package func pressing() async throws -> Int {
        let today = Day(of: time.now, hoursEast: 5)
        return try await gate.look { [duties] transaction in
            let next = try duties.calendars.newest(in: transaction).term(1, .workingDay, after: today).due
            return try DisclosureStore(transaction).countWithdrawals(dueBy: next)
        }
    }

    package func countOpen() async throws -> Int { try await gate.look { try DisclosureStore($0).countOpen() } }

    /// What concerns one person.
    package struct Own: Sendable {
        package let disclosures: [Disclosure]
        package let withdrawals: [Withdrawal]
        package let tellings: [Telling]
        /// Who was given data and is named no more by the edition in force, as the edition of the transfer names them.
        package let former: [Recipient]
    }

    package func own(_ subject: SubjectID) async throws -> Own {
        try await gate.look { [gate] transaction in
            let store = DisclosureStore(transaction)
            let disclosures = try store.disclosures(of: subject)
            let policy = try gate.book.inForce(in: transaction).document
            var former: [RecipientID: Recipient] = [:]
            for one in disclosures where policy.recipient(one.recipient) == nil {
                let then = try gate.book.edition(one.edition, in: transaction)?.document
                former[one.recipient] = then?.recipient(one.recipient)
            }
            return Own(
                disclosures: disclosures, withdrawals: try store.withdrawals(of: subject),
                tellings: try store.tellings(of: subject),
                former: former.values.sorted { $0.id.rawValue < $1.id.rawValue })
        }
    }

    /// The orders on which the refusal of a withdrawal may rest now.
    package func orders(on withdrawal: Withdrawal) async throws -> [StandingOrder] {
        try await gate.look { [orders] in try orders(withdrawal.subject, $0) }
    }

    /// What staff say of a refusal, for the person it was given to.
    package func explanation(
        of withdrawal: Withdrawal, session: Bytes
    ) async throws -> PersonalData<String>? {
        guard let sealed = withdrawal.explanation else { return nil }
        let ask = Ask(
            .readOwn, by: .subject(withdrawal.subject, session: session), on: withdrawal.subject, for: .rights)
        let opened = try await gate.read(ask) { _ in [SealedItem(sealed, label: withdrawal.label, in: .record)] }
        return opened[0].map { String(decoding: $0, as: UTF8.self) }
    }

    /// To whom data of a case could be handed now, and by what: each recipient of the policy, and whether the consents that it
    /// needs stand.
    package func recipients(ofCase number: String) async throws -> [(recipient: Recipient, isOpen: Bool)] {
        try await gate.look { [gate, time] transaction in
            guard let row = try RegistrationStore(transaction).find(number: number) else {
                throw DisclosureRefusal.noCase
            }
            let policy = try gate.book.inForce(in: transaction).document
            let given = try ConsentStore(transaction).inForce(of: row.subject, at: time.now, under: gate.book)
            return policy.recipients.map { one in
                (one, policy.consents(to: one).allSatisfy { given[$0.id] != nil })
            }
        }
    }

    /// Puts a transfer on record, and tells the person where they are to be told (Law 94-V, art. 19(1)).
    ///
    /// - Throws: ``DisclosureRefusal``; `GateRefusal` for a field that the policy does not let the recipient have, and where
    ///   the consent is missing.
    package func record(
        _ fields: [FieldNumber], to recipient: RecipientID, for purpose: PurposeID, ofCase number: String,
        by actor: Actor
    ) async throws {
        guard !fields.isEmpty else { throw DisclosureRefusal.noFields }
        let registration = try await gate.look { try RegistrationStore($0).find(number: number) }
        guard let registration else { throw DisclosureRefusal.noCase }
        let subject = registration.subject
        let sealer = try await gate.sealer(for: subject)
        let ids = (Identifier<Disclosure>(from: randomness), Identifier<MessageRow>(from: randomness))
        try await gate.perform { [self] transaction in
            let ask = Ask(
                .disclose, by: actor, on: subject, for: purpose, fields: fields, caseID: number, recipient: recipient)
            let permit = try gate.permitToWrite(ask, sealer: sealer, in: transaction)
            let edition = try gate.book.inForce(in: transaction)
            guard let named = edition.document.recipient(recipient) else { throw DisclosureRefusal.noCase }
            let disclosure = Disclosure(
                id: ids.0, subject: subject, caseID: number, recipient: recipient, fields: ask.fields,
                purpose: purpose, edition: edition.number,
                consent: edition.document.consents(to: named).first?.id, at: time.now)
            try DisclosureStore(transaction).insert(disclosure)
            try permit.note(in: transaction)
            guard
                let telling = try duties.telling(of: disclosure, to: named, under: edition.document, in: transaction)
            else { return }
            try DisclosureStore(transaction).insert(telling)
            let contacts = try RegistrationStore(transaction).contacts(of: subject)
            // Under the telling's own name, so that it is known when the message has gone.
            guard let message = Identifier<MessageRow>(telling.id.bytes) else { return }
            try registrar.tell(
                .transferred, about: registration, contacts: contacts, sealer: sealer, id: message, in: transaction)
        }
    }
}

import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// An order that staff have open.
package struct OpenOrder: Sendable {
    package let standing: OrderDesk.Standing
    package let viewing: ViewingID
    /// ``Registrant/nameFields``.
    package let record: OpenRecord
    package let texts: OrderTexts
}

extension OrderDesk {
    /// What waits for staff, the oldest first; nothing personal in it.
    package func queue() async throws -> [Standing] {
        try await gate.look { transaction in
            try OrderStore(transaction).open(most: 500).map { try Self.standing(of: $0, in: transaction) }
        }
    }

    /// How many orders nobody has taken up yet.
    package func countPlaced() async throws -> Int { try await gate.look { try OrderStore($0).countPlaced() } }

    /// Where an order stands, without opening it.
    package func standing(_ reference: OrderReference) async throws -> Standing {
        try await gate.look { transaction in
            guard let row = try OrderStore(transaction).find(reference) else { throw OrderRefusal.noOrder }
            return try Self.standing(of: row, in: transaction)
        }
    }

    /// Opens an order with the name and what was accepted: one act, durable before anything is shown.
    ///
    /// - Parameter viewing: one that the session has open already; then without a new act.
    package func open(
        _ reference: OrderReference, by actor: Actor, viewing: ViewingID? = nil
    ) async throws -> OpenOrder {
        let standing = try await standing(reference)
        let row = standing.row
        let (texts, registrant) = try await gate.look { transaction in
            (
                try OrderStore(transaction).texts(of: row),
                try SubjectStore(transaction).find(row.subject)?.registrant ?? .person
            )
        }
        func ask(_ names: [FieldNumber]) -> Ask {
            Ask(
                .openOrder, by: actor, on: row.subject, for: .service, fields: names + texts.map(\.text.field),
                caseID: reference.caseID)
        }
        let (id, record): (ViewingID, OpenRecord)
        do {
            (id, record) = try await gate.openViewing(ask(registrant.nameFields), orGoingOn: viewing)
        } catch let refusal as GateRefusal
            where registrant == .organisation
            && [.notAllowed, .notAllowedWhenCollected].contains(refusal.reason)
        {
            // Under an edition that did not give the name of an organisation for it yet, the order goes on without.
            (id, record) = try await gate.openViewing(ask([]), orGoingOn: viewing)
        }
        let opened = try await gate.items(in: id, of: row.subject, for: actor) { _ in texts.map(\.sealed) }
        return OpenOrder(standing: standing, viewing: id, record: record, texts: try OrderTexts(opened))
    }

    /// Leads an order one step on.
    ///
    /// - Parameter state: where it leads; the page that was sent may be older than the order.
    /// - Throws: ``OrderRefusal/notNow``.
    package func advance(_ reference: OrderReference, to state: OrderRow.State, by actor: Actor) async throws {
        guard let event = OrderStep.Event(rawValue: state.rawValue) else { throw OrderRefusal.notNow }
        try await work(reference, .workOrder, for: .service, by: actor) { row, _, now, transaction in
            guard row.state.next == state, try OrderStore(transaction).move(row, to: state, event, at: now) else {
                throw OrderRefusal.notNow
            }
            return ["state": state.rawValue]
        }
    }

    /// Notes that an order is paid; the money itself goes another way.
    ///
    /// - Throws: ``OrderRefusal/paidAlready``; ``OrderRefusal/notNow`` for one that was refused or withdrawn.
    package func markPaid(_ reference: OrderReference, by actor: Actor) async throws {
        try await work(reference, .workOrder, for: .service, by: actor, tells: false) { row, _, now, transaction in
            guard row.state != .refused, row.state != .withdrawn else { throw OrderRefusal.notNow }
            guard try OrderStore(transaction).pay(row, at: now) else { throw OrderRefusal.paidAlready }
            return ["paid": "1"]
        }
    }

    /// Refuses an order that was placed, with the reason in words, which the person reads in the account.
    ///
    /// - Throws: ``OrderRefusal/noReason``, ``OrderRefusal/longReason``, ``OrderRefusal/notNow``.
    package func refuse(_ reference: OrderReference, reason: String?, by actor: Actor) async throws {
        guard let reason, !reason.isEmpty else { throw OrderRefusal.noReason }
        guard reason.count <= Self.longestReason else { throw OrderRefusal.longReason }
        try await work(reference, .workOrder, for: .service, by: actor, fields: [.orderReason]) {
            row, sealer, now, transaction in
            let sealed = try sealer.seal(Bytes(reason.utf8), label: OrderText.reason.label(of: row.id), in: .record)
            guard row.state == .placed,
                try OrderStore(transaction).move(row, to: .refused, .refused, reason: sealed, at: now)
            else { throw OrderRefusal.notNow }
            return ["state": OrderRow.State.refused.rawValue]
        }
    }

    /// Ends a service. A law that has agreements kept counts from here, and what was paid for from the payment, as the
    /// policy's `legal_retentions` say; nothing is destroyed or put away by it. It needs no consent, so that what was begun
    /// under one that was withdrawn since does not stay open for ever.
    ///
    /// - Throws: ``OrderRefusal/notNow``.
    package func end(_ reference: OrderReference, by actor: Actor) async throws {
        try await work(reference, .endService, for: .rights, by: actor) { row, _, now, transaction in
            guard row.state.isOpen, try OrderStore(transaction).move(row, to: .ended, .ended, at: now) else {
                throw OrderRefusal.notNow
            }
            return ["state": OrderRow.State.ended.rawValue]
        }
    }

    private typealias Work = @Sendable (OrderRow, Sealer, Instant, any Transaction) throws -> [String: String]

    private func work(
        _ reference: OrderReference, _ act: Act, for purpose: PurposeID, by actor: Actor, fields: [FieldNumber] = [],
        tells: Bool = true, _ work: @escaping Work
    ) async throws {
        let subject = try await standing(reference).row.subject
        let sealer = try await gate.sealer(for: subject)
        let message = Identifier<MessageRow>(from: randomness)
        let now = time.now
        try await gate.perform { [self] transaction in
            let permit = try gate.permitToWrite(
                Ask(act, by: actor, on: subject, for: purpose, fields: fields, caseID: reference.caseID),
                sealer: sealer, in: transaction)
            guard let row = try OrderStore(transaction).find(reference) else { throw OrderRefusal.noOrder }
            var note = row.note.merging(try work(row, sealer, now, transaction)) { $1 }
            if row.state.isOpen, try OrderStore(transaction).find(reference)?.state.isOpen == false {
                note.merge(try closed(row, transaction)) { $1 }
            }
            try permit.note(note, in: transaction)
            let registrations = RegistrationStore(transaction)
            guard tells, let registration = try registrations.find(subject) else { return }
            try registrar.tell(
                .orderChanged, about: registration, contacts: try registrations.contacts(of: subject),
                sealer: sealer, id: message, in: transaction)
        }
    }
}

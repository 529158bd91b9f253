import Access
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

extension ReviewDesk {
    /// Sends a case back to the person: something more is needed, by a day.
    ///
    /// - Parameter change: what the other rooms mark in the same transaction (a scan to send again, a value to accept).
    func askMore(
        _ number: String, by actor: Actor, _ act: Act, fields: [FieldNumber] = [], note: [String: String],
        change: @escaping @Sendable (any Transaction, Sealer) throws -> Void
    ) async throws {
        let subject = try await subject(of: number)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            let row = try held(number, by: actor, in: transaction)
            guard row.state.awaitsReview || row.state == .moreAsked, row.pending == nil else {
                throw ReviewRefusal.notNow
            }
            let permit = try gate.permitToWrite(
                Ask(act, by: actor, on: subject, for: .identification, fields: fields, caseID: number), sealer: sealer,
                in: transaction)
            try permit.note(note, in: transaction)
            try change(transaction, sealer)
            guard row.state != .moreAsked else { return }
            let store = RegistrationStore(transaction)
            let due = now + (try gate.book.inForce(in: transaction)).document.terms.moreAsked.span
            _ = try store.move(subject, from: [.sent, .inReview], to: .moreAsked, due: due, at: now)
            try registrar.tell(
                .moreAsked, about: row, contacts: try store.contacts(of: subject),
                ["due": Day(of: due, hoursEast: 5).description], sealer: sealer, id: message, in: transaction)
        }
    }

    /// Proposes the value of a field as it stands in the document; the person accepts it, the reviewer never edits.
    package func propose(_ value: String, for field: FieldNumber, on number: String, by actor: Actor) async throws {
        let id = Identifier<CorrectionRow>(from: randomness)
        let now = time.now
        let subject = try await subject(of: number)
        try await askMore(
            number, by: actor, .proposeCorrection, fields: [.proposedValue], note: ["field": "\(field)"]
        ) { transaction, sealer in
            try CorrectionStore(transaction).propose(
                CorrectionRow(
                    id: id, field: field,
                    value: try sealer.seal(Bytes(value.utf8), label: CorrectionRow.label(id), in: .record),
                    state: .proposed,
                    at: now),
                of: subject)
        }
    }

    /// Puts a case aside with a note that the next reviewer reads.
    package func putAside(_ number: String, note: String, by actor: Actor) async throws {
        let subject = try await subject(of: number)
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            let row = try held(number, by: actor, in: transaction)
            guard row.state.awaitsReview, row.pending == nil else { throw ReviewRefusal.notNow }
            let sealed = try sealer.seal(note, as: .note, of: number)
            let permit = try gate.permitToWrite(
                Ask(
                    .putAside, by: actor, on: subject, for: .identification, fields: [.caseNote], caseID: number),
                sealer: sealer, in: transaction)
            try permit.note(in: transaction)
            try transaction.run(
                """
                UPDATE registration SET set_aside = 1, note = \(sealed), lease_by = NULL, lease_until = NULL
                WHERE subject_id = \(subject)
                """)
        }
    }
}

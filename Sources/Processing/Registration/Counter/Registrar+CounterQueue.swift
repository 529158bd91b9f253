import Access
import Permits
import Policy
import Primitives
import Storage

/// What is not finished at the counter, and who is to be told how theirs stands.
package struct CounterQueue: Sendable {
    /// To be gone on with, the newest first; of others too, who may have left.
    package let unfinished: [(row: CounterRow, registration: RegistrationRow)]
    /// Decided, of persons whom no message reaches, the oldest first.
    package let untold: [(row: CounterRow, registration: RegistrationRow)]
}

extension Registrar {
    /// What waits at the counter; nothing personal in it.
    package func counterQueue() async throws -> CounterQueue {
        try await gate.look { transaction in
            let (store, registrations) = (CounterStore(transaction), RegistrationStore(transaction))
            func found(_ rows: [CounterRow]) throws -> [(CounterRow, RegistrationRow)] {
                try rows.compactMap { row in try registrations.find(row.subject).map { (row, $0) } }
            }
            return CounterQueue(unfinished: try found(store.unfinished()), untold: try found(store.untold()))
        }
    }

    /// Takes over what somebody else has entered, and goes on with it. None of those who had it in hand decides it.
    ///
    /// - Throws: ``RegistrationRefusal/none`` when it has ended, or changed hands meanwhile; `GateRefusal`.
    package func takeOver(_ id: Identifier<CounterRow>, by actor: Actor) async throws {
        guard let staff = actor.person else { throw RegistrationRefusal.none }
        let row = try await openEntry(id)
        guard row.staff != staff else { return }
        try await note(row, "taken_over", by: actor) { transaction in
            let store = CounterStore(transaction)
            guard let state = try RegistrationStore(transaction).find(row.subject)?.state,
                state == .draft || state == .moreAsked, let now = try store.find(row.subject), now.staff == row.staff,
                now.former == row.former, try store.move(now, to: staff)
            else { throw RegistrationRefusal.none }
        }
    }

    /// Notes that the person was told, face to face or by telephone, how their registration stands.
    ///
    /// - Throws: ``RegistrationRefusal/none``; `GateRefusal`.
    package func told(_ id: Identifier<CounterRow>, by actor: Actor) async throws {
        let (row, now) = (try await openEntry(id), time.now)
        try await note(row, "told", by: actor) { try CounterStore($0).setTold(row, at: now) }
    }

    private func openEntry(_ id: Identifier<CounterRow>) async throws -> CounterRow {
        let row = try await gate.look { try CounterStore($0).find(id: id) }
        guard let row, row.state != .asked, row.endsAt.map({ $0 > time.now }) ?? true else {
            throw RegistrationRefusal.none
        }
        return row
    }

    private func note(
        _ row: CounterRow, _ step: String, by actor: Actor,
        _ change: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        let sealer = try await gate.sealer(for: row.subject)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            let permit = try gate.permitToWrite(
                Ask(.assist, by: actor, on: row.subject, for: .rights, caseID: row.number), sealer: sealer,
                in: transaction)
            try change(transaction)
            try permit.note(["step": step], in: transaction)
        }
    }
}

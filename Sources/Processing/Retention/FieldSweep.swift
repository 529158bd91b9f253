import Ledger
import Permits
import Policy
import Primitives
import Storage

/// Destroys single fields of people whose record stays: those whose own term is over, and those that serve nothing any
/// more since the last consent to one of their purposes has ended (Law 94-V, art. 12(2), 18(1); clause 5.4).
///
/// Nothing is destroyed since no row was found: a term is counted from the entry with which the datum came, and a consent
/// has ended only when it was given.
package struct FieldSweep: Sendable {
    let gate: Gate
    /// Whether something keeps a person's data all the same.
    let isKept: @Sendable (SubjectID, any Transaction) throws -> Bool
    /// What other rooms forget with a field, in the transaction of its destruction.
    let forget: @Sendable (FieldNumber, SubjectID, any Transaction) throws -> Void
    let time: TimeSource

    package init(
        gate: Gate, isKept: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool,
        forget: @escaping @Sendable (FieldNumber, SubjectID, any Transaction) throws -> Void, time: TimeSource
    ) {
        self.gate = gate
        self.isKept = isKept
        self.forget = forget
        self.time = time
    }

    /// Looks at everybody once. - Returns: how many fields were destroyed.
    package func sweep() async throws -> Int {
        // An edition from before there was this act gives nobody leave.
        let mayDestroy = try await gate.look { [gate] transaction in
            try gate.book.inForce(in: transaction).permission(
                role: .sweep, act: .destroyField, datum: .record, purpose: .rights) != nil
        }
        guard mayDestroy else { return 0 }
        var (destroyed, last) = (0, Bytes())
        while true {
            let from = last
            let page = try await gate.look { try Self.page(after: from, in: $0) }
            guard let next = page.last else { return destroyed }
            for subject in page { destroyed += try await destroy(of: subject) }
            last = next.bytes
        }
    }

    private static func page(after last: Bytes, in transaction: any Transaction) throws -> [SubjectID] {
        try transaction.rows(
            """
            SELECT id FROM subject WHERE state = 'living' AND kind = 'person' AND id > \(last)
                   AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.subject_id = subject.id AND hold.ended_at IS NULL)
            ORDER BY id LIMIT 200
            """
        ).map { row in try row.identifier(0) }
    }

    private func destroy(of subject: SubjectID) async throws -> Int {
        guard try await !gate.look({ try due(of: subject, in: $0) }).isEmpty else { return 0 }
        do {
            let sealer = try await gate.sealer(for: subject)
            return try await gate.perform { transaction in
                try transaction.lock(subject, .exclusive)
                // Asked again under the lock: what was agreed to, corrected or held meanwhile counts.
                let due = try due(of: subject, in: transaction)
                guard !due.isEmpty else { return 0 }
                let permit = try gate.permitToWrite(
                    Ask(.destroyField, by: Actor(.sweep), on: subject, for: .rights), sealer: sealer, in: transaction)
                for field in due { try forget(field, subject, transaction) }
                try permit.destroy(due, in: transaction)
                return due.count
            }
        } catch let refusal as GateRefusal where refusal.kind != .unavailable {
            return 0
        }
    }

    /// The fields of a person that are to go by now.
    private func due(of subject: SubjectID, in transaction: any Transaction) throws -> [FieldNumber] {
        guard let row = try SubjectStore(transaction).find(subject), row.state == .living, row.kind == .person else {
            return []
        }
        let held = try row.fieldsHeld
        guard !held.isEmpty, try !isKept(subject, transaction) else { return [] }
        let consents = ConsentStore(transaction)
        let history = try consents.history(of: subject)
        let inForce = try gate.book.inForce(in: transaction)
        let agreed = try consents.newestGiven(.main, of: subject)
        let other = try agreed.flatMap { $0 == inForce.number ? nil : try gate.book.edition($0, in: transaction) }
        let grounds = FieldGrounds(
            policies: [inForce.document] + (other.map { [$0.document] } ?? []),
            standing: Set(try consents.standing(of: subject, at: time.now, under: gate.book).keys.map(\.whole)),
            given: Set(history.filter(\.isGiven).map(\.consent.whole)))
        let termed = held.filter { grounds.term(of: $0) != nil }
        let came = termed.isEmpty ? [:] : try Self.came(termed, of: subject, in: transaction)
        return held.filter { field in
            if let term = grounds.term(of: field), let at = came[field], at + term.span <= time.now { return true }
            return grounds.haveEnded(for: field)
        }
    }

    /// When the newest value of each field came, by the entry of it.
    private static func came(
        _ fields: [FieldNumber], of subject: SubjectID, in transaction: any Transaction
    ) throws -> [FieldNumber: Instant] {
        var (found, before): ([FieldNumber: Instant], Instant?) = ([:], nil)
        while found.count < fields.count {
            let page = try LedgerStore(transaction).history(of: subject, before: before, limit: 200)
            guard let oldest = page.map(\.at).min() else { break }
            for entry in page where entry.revision ?? 0 > 0 && entry.outcome == .done {
                for field in fields where entry.fields.contains(field.rawValue) {
                    found[field] = max(found[field] ?? entry.at, entry.at)
                }
            }
            before = oldest
        }
        return found
    }
}

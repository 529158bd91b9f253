import Permits
import Policy
import Primitives
import Storage

/// Erases people whose data nobody may keep any longer: the term of the consent to them is over, or it was withdrawn and staff
/// have ended the processing, and it was not given anew (Law 94-V, art. 8(2), 8(5), 8(7), 12(2), 18(1)).
///
/// It goes by rows of consents whose end is past or that withdraw. Of whom there is no such row, nothing is destroyed.
package struct ConsentEndSweep: Sendable {
    let gate: Gate
    /// What the rooms delete of a person who is erased.
    let erasure: [ErasureStep]
    /// Whether staff have answered a person's withdrawal of the consent by ending the processing: neither open nor refused.
    let isAnswered: @Sendable (SubjectID, any Transaction) throws -> Bool
    /// Whether something keeps a person's data all the same, as a withdrawal that was refused on an article.
    let isKept: @Sendable (SubjectID, any Transaction) throws -> Bool
    let time: TimeSource

    package init(
        gate: Gate, erasure: [ErasureStep],
        isAnswered: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool,
        isKept: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool, time: TimeSource
    ) {
        self.gate = gate
        self.erasure = erasure
        self.isAnswered = isAnswered
        self.isKept = isKept
        self.time = time
    }

    /// What a night's work did.
    package struct Swept: Sendable, Hashable {
        package var erased = 0
        /// Persons left as they are since something keeps their data, or because of what came meanwhile.
        package var left = 0
    }

    /// Looks at everybody once.
    package func sweep() async throws -> Swept {
        var swept = Swept()
        var last = Bytes()
        while true {
            let page = try await ended(after: last)
            guard let next = page.last else { return swept }
            for subject in page {
                if try await erase(subject) { swept.erased += 1 } else { swept.left += 1 }
            }
            last = next.bytes
        }
    }

    /// Persons who are not blocked, one of whose consents to the registration has ended by itself or was withdrawn; some of
    /// them have given another one since.
    private func ended(after last: Bytes) async throws -> [SubjectID] {
        let now = time.now
        return try await gate.look { transaction in
            try transaction.rows(
                """
                SELECT DISTINCT subject_id FROM consent
                WHERE consent = \(ConsentID.main.rawValue) AND (given = 0 OR ends_at <= \(now)) AND subject_id > \(last)
                      AND EXISTS (SELECT 1 FROM subject WHERE subject.id = consent.subject_id AND subject.state = 'living')
                ORDER BY subject_id LIMIT 200
                """
            ).map { row in try row.identifier(0) }
        }
    }

    /// - Returns: false when the person stays.
    private func erase(_ subject: SubjectID) async throws -> Bool {
        guard try await gate.look({ try isOver(for: subject, in: $0) }) else { return false }
        do {
            // Asked again under the lock: what was agreed to or refused meanwhile counts.
            return try await gate.erase(
                Ask(.expire, by: Actor(.sweep), on: subject, for: .rights), steps: erasure,
                if: { try isOver(for: subject, in: $0) })
        } catch let refusal as GateRefusal where refusal.kind != .unavailable {
            return false
        }
    }

    private func isOver(for subject: SubjectID, in transaction: any Transaction) throws -> Bool {
        let (consents, now) = (ConsentStore(transaction), time.now)
        guard try consents.standing(of: subject, at: now, under: gate.book)[.main] == nil,
            try !isKept(subject, transaction)
        else { return false }
        // What was withdrawn lasts no longer than it would have, whatever became of the withdrawal.
        let given = try consents.history(of: subject).last { $0.consent == .main && $0.isGiven }
        if let end = given?.endsAt, end <= now { return true }
        return try consents.withdrawnAt(.main, of: subject) != nil && isAnswered(subject, transaction)
    }
}

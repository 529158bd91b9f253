import Permits
import Policy
import Primitives
import Storage

/// Erases people whose data nobody may keep any longer: the term of the consent to them is over, and it was not given anew
/// (Law 94-V, art. 8(5), 12(2), 18(1)).
///
/// It goes by rows of consents whose end is past. Of whom there is no such row, nothing is destroyed.
package struct ConsentEndSweep: Sendable {
    let gate: Gate
    /// What the rooms delete of a person who is erased.
    let erasure: [ErasureStep]
    /// Whether something keeps a person's data all the same, as a withdrawal that was refused on an article.
    let isKept: @Sendable (SubjectID, any Transaction) throws -> Bool
    let time: TimeSource

    package init(
        gate: Gate, erasure: [ErasureStep],
        isKept: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool, time: TimeSource
    ) {
        self.gate = gate
        self.erasure = erasure
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

    /// Persons who are not blocked, one of whose consents to the registration has ended by itself; some of them have given
    /// another one since.
    private func ended(after last: Bytes) async throws -> [SubjectID] {
        let now = time.now
        return try await gate.look { transaction in
            try transaction.rows(
                """
                SELECT DISTINCT subject_id FROM consent
                WHERE consent = \(ConsentID.main.rawValue) AND given = 1 AND ends_at <= \(now) AND subject_id > \(last)
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
            try await gate.erase(
                Ask(.expire, by: Actor(.sweep), on: subject, for: .rights),
                // Asked again under the lock: what was agreed to or refused meanwhile counts.
                steps: [{ if try !isOver(for: $0, in: $1) { throw Kept() } }] + erasure)
            return true
        } catch is Kept {
            return false
        } catch let refusal as GateRefusal where refusal.kind != .unavailable {
            return false
        }
    }

    private func isOver(for subject: SubjectID, in transaction: any Transaction) throws -> Bool {
        let standing = try ConsentStore(transaction).standing(of: subject, at: time.now, under: gate.book)
        return try standing[.main] == nil && !isKept(subject, transaction)
    }

    private struct Kept: Error {}
}

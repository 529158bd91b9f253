import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Scans of a registration that have to go by now.
    package struct ScansDue: Sendable {
        package let registration: RegistrationRow
        /// After an approval only those whose own term is over; nil for all of them.
        package let kinds: Set<DocumentKindID>?
        /// When others go; nil when none is left.
        let next: Instant?
    }

    /// Scans whose term is over: all of a registration that was refused or has lapsed, and of an approved one those of
    /// the kinds whose own term is over.
    package func scansDue() async throws -> [ScansDue] {
        let now = time.now
        return try await gate.look { transaction in
            let policy = try gate.book.inForce(in: transaction).document
            let rows = try RegistrationStore(transaction).all(
                "WHERE scans_until <= \(now) ORDER BY scans_until LIMIT 100")
            return rows.map { row in
                guard row.state == .approved, let approved = row.decidedAt else {
                    return ScansDue(registration: row, kinds: nil, next: nil)
                }
                return ScansDue(
                    registration: row, kinds: policy.kindsEnded(by: now, approved: approved),
                    next: policy.scansEnd(after: now, approved: approved))
            }
        }
    }

    /// Notes that they are destroyed.
    package func scansDestroyed(_ due: ScansDue) async throws {
        try await gate.perform {
            try $0.run(
                """
                UPDATE registration SET scans_until = \(due.next) WHERE subject_id = \(due.registration.subject)
                """)
        }
    }
}

extension PolicyDocument {
    /// When the next scans of an approved registration are destroyed; nil when the rest is kept for the purpose.
    package func scansEnd(after moment: Instant, approved: Instant) -> Instant? {
        documentKinds.compactMap { $0.end(approved: approved) }.filter { $0 > moment }.min()
    }

    func kindsEnded(by moment: Instant, approved: Instant) -> Set<DocumentKindID> {
        Set(documentKinds.filter { $0.end(approved: approved).map { $0 <= moment } ?? false }.map(\.id))
    }
}

extension DocumentKind {
    fileprivate func end(approved: Instant) -> Instant? {
        if case .term(let term) = keep { approved + term.span } else { nil }
    }
}

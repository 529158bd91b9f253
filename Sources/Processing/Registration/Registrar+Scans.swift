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
            let rows = try RegistrationStore(transaction).going(
                "AND scans_until <= \(now) ORDER BY scans_until LIMIT 100")
            return try rows.map { row in
                guard row.state == .approved, let approved = row.decidedAt else {
                    return ScansDue(registration: row, kinds: nil, next: nil)
                }
                let keeping = try keeping(of: row.subject, in: transaction)
                return ScansDue(
                    registration: row, kinds: keeping.kindsEnded(by: now, approved: approved),
                    next: keeping.scansEnd(after: now, approved: approved))
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

extension Registrar {
    /// How long scans of a person are kept, asked inside the transaction that decides.
    package func keeping(of subject: SubjectID, in transaction: any Transaction) throws -> Keeping {
        let inForce = try gate.book.inForce(in: transaction)
        // Also what was withdrawn since: to take a consent back is not to agree to a longer term.
        let agreed = try ConsentStore(transaction).newestGiven(.main, of: subject)
        let other = try agreed.flatMap { $0 == inForce.number ? nil : try gate.book.edition($0, in: transaction) }
        return Keeping(policies: [inForce.document] + (other.map { [$0.document] } ?? []))
    }
}

/// The shorter of the terms of the edition in force and of the one that the person has agreed to last: a longer term
/// does not apply to what was collected before, without a fresh consent (clause 5.4).
package struct Keeping: Sendable {
    fileprivate let policies: [PolicyDocument]

    /// How long scans of a registration that was refused or has lapsed are kept.
    package var endedScans: Span { policies.map(\.terms.endedScans).min()?.span ?? .seconds(0) }

    /// When the next scans of an approved registration are destroyed; nil when the rest is kept for the purpose.
    package func scansEnd(after moment: Instant, approved: Instant) -> Instant? {
        kinds.compactMap { $0.end(approved: approved) }.filter { $0 > moment }.min()
    }

    func kindsEnded(by moment: Instant, approved: Instant) -> Set<DocumentKindID> {
        Set(kinds.filter { $0.end(approved: approved).map { $0 <= moment } ?? false }.map(\.id))
    }

    /// How long what was sent with a request is kept after that was closed; nil where it is kept for the purpose.
    package var proof: Span? {
        policies.compactMap { policy -> Span? in
            guard case .term(let term)? = policy.documentKind(.proof)?.keep else { return nil }
            return term.span
        }.min()
    }

    /// Those that come with a registration.
    private var kinds: [DocumentKind] { policies.flatMap(\.documentKinds).filter { $0.id != .proof } }
}

extension DocumentKind {
    fileprivate func end(approved: Instant) -> Instant? {
        if case .term(let term) = keep { approved + term.span } else { nil }
    }
}

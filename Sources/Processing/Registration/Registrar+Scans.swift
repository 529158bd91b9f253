import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Scans of a registration that have to go by now.
    package struct ScansDue: Sendable {
        package let registration: RegistrationRow
        /// Those whose own term is over, while the registration goes on or is approved; nil for all of them.
        package let kinds: Set<DocumentKindID>?
        /// When others go; nil when none is left.
        let next: Instant?
    }

    /// Scans whose term is over: all of a registration that was refused or has lapsed, or the consent to which was withdrawn
    /// so long ago; and of an approved one those of the kinds whose own term is over.
    package func scansDue() async throws -> [ScansDue] {
        let now = time.now
        return try await gate.look { transaction in
            let rows = try RegistrationStore(transaction).going(
                "AND scans_until <= \(now) ORDER BY scans_until LIMIT 100")
            return try rows.map { row in
                let keeping = try keeping(of: row.subject, in: transaction)
                if [.refused, .lapsed].contains(row.state) || keeping.withdrawalEnd.map({ $0 <= now }) == true {
                    return ScansDue(registration: row, kinds: nil, next: nil)
                }
                guard row.state == .approved, let approved = row.decidedAt else {
                    // The consent was given again, or withdrawn later than that.
                    return ScansDue(registration: row, kinds: [], next: keeping.withdrawalEnd)
                }
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
        try Keeping(of: subject, under: gate.book, in: transaction)
    }

    /// The consent to the registration was withdrawn: from now on its scans have the term of ended ones, where they have no
    /// shorter one.
    package static func consentWithdrawn(
        by subject: SubjectID, at now: Instant, under book: PolicyBook, in transaction: any Transaction
    ) throws {
        let end = now + (try Keeping(of: subject, under: book, in: transaction)).endedScans
        try transaction.run(
            """
            UPDATE registration SET scans_until = \(end)
            WHERE subject_id = \(subject) AND (scans_until IS NULL OR scans_until > \(end))
            """)
    }
}

/// The shorter of the terms of the edition in force and of the one that the person has agreed to last: a longer term
/// does not apply to what was collected before, without a fresh consent (clause 5.4).
package struct Keeping: Sendable {
    private let policies: [PolicyDocument]
    /// When the consent to the registration was withdrawn; nil while it was not.
    private let withdrawnAt: Instant?

    init(of subject: SubjectID, under book: PolicyBook, in transaction: any Transaction) throws {
        let (inForce, consents) = (try book.inForce(in: transaction), ConsentStore(transaction))
        // Also what was withdrawn since: to take a consent back is not to agree to a longer term.
        let agreed = try consents.newestGiven(.main, of: subject)
        let other = try agreed.flatMap { $0 == inForce.number ? nil : try book.edition($0, in: transaction) }
        policies = [inForce.document] + (other.map { [$0.document] } ?? [])
        withdrawnAt = try consents.withdrawnAt(.main, of: subject)
    }

    /// How long scans are kept of a registration that was refused or has lapsed, or the consent to which was withdrawn.
    package var endedScans: Span { policies.map(\.terms.endedScans).min()?.span ?? .seconds(0) }

    /// When all scans go since the consent was withdrawn; nil while it was not.
    var withdrawalEnd: Instant? { withdrawnAt.map { $0 + endedScans } }

    /// When the scans of a registration go that is refused or lapses at `moment`.
    package func scansEnd(ended moment: Instant) -> Instant {
        min(moment + endedScans, withdrawalEnd ?? moment + endedScans)
    }

    /// When the next scans of an approved registration are destroyed; nil when the rest is kept for the purpose.
    package func scansEnd(after moment: Instant, approved: Instant) -> Instant? {
        (kinds.compactMap { $0.end(approved: approved) }.filter { $0 > moment } + [withdrawalEnd].compactMap(\.self))
            .min()
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

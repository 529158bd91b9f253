import Permits
import Policy
import Primitives
import Storage

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

    /// What a registration has come to, which its scans follow.
    package enum Ending: Sendable {
        case approved(Instant)
        /// - Parameter isFinal: it was objected to already, and cannot be again.
        case refused(Instant, isFinal: Bool)
        case lapsed(Instant)

        /// - Returns: nil while it is not decided.
        init?(_ row: RegistrationRow) {
            switch (row.state, row.decidedAt) {
            case (.approved, let at?): self = .approved(at)
            case (.refused, let at?): self = .refused(at, isFinal: row.objectedAt != nil)
            case (.lapsed, _): self = .lapsed(row.since)
            default: return nil
            }
        }
    }

    /// When the first scans go; nil when all are kept for the purpose.
    /// - Parameter moment: after which; nil for the first of all.
    package func scansEnd(_ ending: Ending?, after moment: Instant? = nil) -> Instant? {
        let ends = kinds.compactMap { end(of: $0, ending) } + [allEnd(ending)].compactMap(\.self)
        return ends.filter { end in moment.map { $0 < end } ?? true }.min()
    }

    /// When whatever is left goes; nil while nothing says so.
    func allEnd(_ ending: Ending?) -> Instant? {
        let ended: Instant? =
            switch ending {
            case .refused(let at, _)?, .lapsed(let at)?: at + endedScans
            case .approved?, nil: nil
            }
        return [ended, withdrawalEnd].compactMap(\.self).min()
    }

    func kindsEnded(by moment: Instant, _ ending: Ending?) -> Set<DocumentKindID> {
        Set(kinds.filter { end(of: $0, ending).map { $0 <= moment } ?? false }.map(\.id))
    }

    /// When the scans of one kind go before the rest.
    private func end(of kind: DocumentKind, _ ending: Ending?) -> Instant? {
        switch (kind.keep, ending) {
        case (.term(let term), .approved(let at)?): at + term.span
        case (.decision, .approved(let at)?), (.decision, .lapsed(let at)?),
            (.decision, .refused(let at, isFinal: true)?):
            at
        // Whoever decides on an objection looks at them again.
        case (.decision, .refused(let at, isFinal: false)?): at + objection
        default: nil
        }
    }

    /// How long a refusal can be objected to.
    private var objection: Span { policies.first?.terms.objection.span ?? .seconds(0) }

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

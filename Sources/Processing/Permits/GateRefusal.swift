import Policy
import Primitives

/// Why the Gate said no.
package struct GateRefusal: Refusal, Hashable {
    package let reason: Reason
    /// The clause that does not allow it, where there is one.
    package let clause: ClauseID?
    /// What was asked; nil when nobody was named.
    package let ask: Ask?

    package init(_ reason: Reason, clause: ClauseID? = nil, ask: Ask? = nil) {
        self.reason = reason
        self.clause = clause
        self.ask = ask
    }

    package enum Reason: String, Sendable, CaseIterable {
        /// The policy gives this role no such act for this purpose or field.
        case notAllowed = "not_allowed"
        /// The one clause that allowed it was declared void.
        case clauseVoid = "clause_void"
        /// The programme's key was not made for this purpose or field.
        case outsideBounds = "outside_bounds"
        /// The programme is connected no longer.
        case clientEnded = "client_ended"
        /// The edition under which the datum was collected does not allow it.
        case notAllowedWhenCollected = "not_allowed_when_collected"
        /// The person has not given, or has withdrawn, the consent on which it rests.
        case noConsent = "no_consent"
        /// There is no such person, or their data are destroyed.
        case noSubject = "no_subject"
        /// Processing of the person's data is stopped.
        case blocked
        /// The person's data are held from destruction.
        case held
        /// The purposes have ended; what a law has kept is in the archive, which no other purpose opens.
        case archived
        /// The actor has used up what may be read in a minute or a day.
        case budget
        /// A reviewer's own case, or somebody else's lease.
        case notTheirs = "not_theirs"
        /// An organisation or a child does nothing of the kind themselves; a representative acts for them.
        case needsRepresentative = "needs_representative"
        /// The consent of the legal representative of somebody from 14 to 17 has ended.
        case needsConsent = "needs_consent"
        /// The viewing has ended.
        case viewingEnded = "viewing_ended"
        /// Evidence cannot be made durable in time.
        case noEvidence = "no_evidence"
        /// A permit was used after its 30 seconds.
        case permitExpired = "permit_expired"
        /// The record changed meanwhile.
        case changedMeanwhile = "changed_meanwhile"
    }

    package var kind: RefusalKind {
        switch reason {
        case .notAllowed, .clauseVoid, .outsideBounds, .notAllowedWhenCollected, .noConsent, .blocked, .held, .archived,
            .notTheirs, .needsRepresentative, .needsConsent:
            .forbidden
        case .clientEnded: .unauthenticated
        case .noSubject: .notFound
        case .viewingEnded, .permitExpired: .gone
        case .budget: .tooMany
        case .noEvidence: .unavailable
        case .changedMeanwhile: .conflict
        }
    }
}

/// An act that takes two persons: what one has done, another confirms or looks at again.
///
/// The raw values are the keys of the waiting times in policy.yml.
package enum ActOfTwo: String, Sendable, CaseIterable {
    /// A refusal that was objected to is decided again.
    case objection
    /// A draft of the policy becomes the edition in force.
    case publication
    /// Everything held about a person is destroyed on their request.
    case destruction
    /// A registration that somebody entered at the counter is decided.
    case assistance
    /// What a law has kept of a person in the archive is opened.
    case opening
}

/// How long one person who works alone waits after the first half of an act of two before doing the second.
///
/// None goes without a wait. The law wants unlawfully processed data destroyed within one working day (94-V, art. 25(2)(8)),
/// so that this wait is a short one.
package struct SingleHandedWaits: Hashable, Sendable, Codable {
    package let objection: Term
    package let publication: Term
    /// Nil in policies from before there was this act: an hour then.
    package let destruction: Term?
    /// Nil in policies from before registrations were entered at the counter: an hour then.
    package let assistance: Term?
    /// Nil in policies from before the archive was opened: an hour then.
    package let opening: Term?

    package init(
        objection: Term, publication: Term, destruction: Term? = nil, assistance: Term? = nil, opening: Term? = nil
    ) {
        self.objection = objection
        self.publication = publication
        self.destruction = destruction
        self.assistance = assistance
        self.opening = opening
    }

    package subscript(act: ActOfTwo) -> Term {
        switch act {
        case .objection: objection
        case .publication: publication
        case .destruction: destruction ?? Term(seconds: 3_600)
        case .assistance: assistance ?? Term(seconds: 3_600)
        case .opening: opening ?? Term(seconds: 3_600)
        }
    }
}

extension PolicyDocument {
    /// How long one person waits before the second half of `act`; nil where the policy lets nobody act alone.
    package func singleHandedWait(_ act: ActOfTwo) -> Term? {
        staffing.singleHanded ? terms.singleHanded?[act] : nil
    }
}

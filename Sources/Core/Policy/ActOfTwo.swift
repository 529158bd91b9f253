/// An act that takes two persons: what one has done, another confirms or looks at again.
///
/// The raw values are the keys of the waiting times in policy.yml.
package enum ActOfTwo: String, Sendable, CaseIterable {
    /// A refusal that was objected to is decided again.
    case objection
    /// A draft of the policy becomes the edition in force.
    case publication
}

/// How long one person who works alone waits after the first half of an act of two before doing the second.
///
/// None of these acts serves a duty that the law wants done within a day, so none goes without a wait.
package struct SingleHandedWaits: Hashable, Sendable, Codable {
    package let objection: Term
    package let publication: Term

    package subscript(act: ActOfTwo) -> Term {
        switch act {
        case .objection: objection
        case .publication: publication
        }
    }
}

extension PolicyDocument {
    /// How long one person waits before the second half of `act`; nil where the policy lets nobody act alone.
    package func singleHandedWait(_ act: ActOfTwo) -> Term? {
        staffing.singleHanded ? terms.singleHanded?[act] : nil
    }
}

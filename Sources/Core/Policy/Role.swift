import Primitives

/// A part that somebody plays towards personal data.
package struct Role: Hashable, Sendable, Codable, Identifiable {
    package let id: RoleID
    package let kind: Kind
    package let title: Phrase
    package let grants: [Grant]

    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// Whoever uses the site, for themselves.
        case user
        /// Whoever works for the operator; needs a confidentiality undertaking and a second factor.
        case staff
        /// An automatic actor, never a decision about a person.
        case system
    }
}

/// What a role may do, for which purposes, with which data.
package struct Grant: Hashable, Sendable, Codable {
    package let acts: [Act]
    package let purposes: [PurposeID]
    /// Fields the acts may touch; each must have one of the purposes.
    package let fields: [FieldNumber]
    /// Document kinds the acts may touch; each must have one of the purposes.
    package let documents: [DocumentKindID]
    /// The clause to name; the purpose's own where nil.
    package let clause: ClauseID?
}

/// What an act touches.
package enum Datum: Hashable, Sendable {
    /// The person's record as such: no field and no document is opened or written.
    case record
    case field(FieldNumber)
    case document(DocumentKindID)
}

/// The policy's answer that an act is allowed; whether the consent is in force is for the gate to find out.
package struct Permission: Hashable, Sendable {
    /// The clause that a refusal or an entry names.
    package let clause: ClauseID
    package let basis: Basis
    /// Every clause the answer rests on; one of them void ends the permission.
    package let reliesOn: Set<ClauseID>
}

import Primitives

/// A part of what is kept about a person; each has a key of its own, derived from the subject key.
///
/// The raw values are bound into everything sealed and never change.
package enum Compartment: String, Sendable, CaseIterable {
    /// The fields of the registration form, consents, secrets of sign-in.
    case record
    /// Scans, and what is read off them.
    case documents
    case messages
    /// What a law makes the operator keep, after the purposes have ended.
    case archive
    /// The openings of ledger entries.
    case history
}

import Primitives

/// A datum that the operator may hold about a person; what no field names cannot be stored.
package struct Field: Hashable, Sendable, Codable, Identifiable {
    package let number: FieldNumber
    /// The name in code and in the API, such as `family_name`.
    package let code: String
    package let title: Phrase
    package let dataClass: DataClass
    package let source: Source
    package let purposes: [PurposeID]
    /// Why the purposes need it, for the person to read.
    package let reason: Phrase
    package let clause: ClauseID
    package let keep: Retention
    /// Whose registrations hold it; nil for everybody’s.
    package let askedOf: [Registrant]?

    package var id: FieldNumber { number }

    /// Who or what a datum comes from.
    package enum Source: String, Sendable, CaseIterable, Codable {
        /// Typed or ticked by the person.
        case form
        /// Read by the machine off a document that the person sent.
        case document
        /// Comes with every visit: technical data.
        case device
        /// Given by a member of staff about themselves.
        case staff
        /// Written by reviewers in the course of a case.
        case office
    }
}

/// The class of a datum after clauses 1.4 and 1.5; it decides sealing, masking, logging and retention.
package enum DataClass: String, Sendable, CaseIterable, Codable {
    /// Personal data of restricted access: sealed, masked, absent from logs.
    case personal
    /// Data that say nothing about a person by themselves: kept for a short term and never joined to a name.
    case other
    /// Public by the policy and by the person's own consent to publication.
    case `public`
}

/// How long something is kept.
package enum Retention: Hashable, Sendable {
    /// Until the purposes end or the consent does.
    case purpose
    /// As long as the document it was read from.
    case document
    /// Until the registration it came with is decided, and cannot be objected to any more; scans alone.
    case decision
    /// A fixed term, counted from the instant the datum came or, for documents, from the decision.
    case term(Term)
}

extension Retention: Codable {
    /// Reads `purpose`, `document`, `decision` or a term such as `30 days`.
    package init?(_ text: String) {
        switch text {
        case "purpose": self = .purpose
        case "document": self = .document
        case "decision": self = .decision
        default:
            guard let term = Term(text) else { return nil }
            self = .term(term)
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Retention(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a retention")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .purpose: try container.encode("purpose")
        case .document: try container.encode("document")
        case .decision: try container.encode("decision")
        case .term(let term): try container.encode(term.description)
        }
    }
}

import Policy
import Primitives

/// Why a service or an agreement is not saved.
package enum ServiceRefusal: Refusal, Hashable {
    /// Only administrators do it.
    case notAdministrator
    /// There is no such service.
    case notFound
    /// Somebody saved it since it was looked at.
    case changedMeanwhile
    /// A name that cannot stand in an address: small Latin letters, figures and hyphens, 2 to 40.
    case wrongName
    /// There is a service of that name already.
    case nameTaken
    /// A text is missing in a language.
    case incomplete(Part, Language)
    /// A text longer than ``ServiceDesk/longest`` octets.
    case tooLong
    /// A price below zero or above ``ServiceCard/Price/most``.
    case wrongPrice
    /// A kind of document that the policy does not know.
    case unknownDocument(DocumentKindID)
    /// A recipient that the policy does not know, or not for services.
    case unknownRecipient(RecipientID)
    /// Nothing is offered without an agreement in force.
    case noAgreement
    /// The agreement says what it said before.
    case unchanged

    package enum Part: String, Sendable, Hashable {
        case title, description, term, agreement
    }

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .notFound: .notFound
        case .changedMeanwhile, .nameTaken, .noAgreement, .unchanged: .conflict
        case .tooLong: .tooLarge
        case .wrongName, .incomplete, .wrongPrice, .unknownDocument, .unknownRecipient: .invalid
        }
    }
}

import Crypto
import Permits
import Policy
import Primitives

/// The permanent name of a service, which stands in its address.
package typealias ServiceID = Code<ServiceCard>

/// What the catalogue says of a service.
package struct ServiceCard: Hashable, Sendable, Codable {
    package let title: Phrase
    /// Markdown.
    package let description: Phrase
    /// Nil where it is agreed on for each order.
    package let price: Price?
    /// How long it takes, in words.
    package let term: Phrase
    /// Kinds of the policy that the service needs.
    package let documents: [DocumentKindID]
    /// Recipients of the policy that the service needs; which data each may get is said there alone (clause 3.5.2).
    package let recipients: [RecipientID]

    package struct Price: Hashable, Sendable, Codable {
        /// Whole tenge.
        package let tenge: Int
        /// It costs that at least.
        package let isFrom: Bool

        package init(tenge: Int, isFrom: Bool) {
            self.tenge = tenge
            self.isFrom = isFrom
        }

        /// In whole tenge.
        package static let most = 1_000_000_000
    }

    package init(
        title: Phrase, description: Phrase, price: Price?, term: Phrase, documents: [DocumentKindID],
        recipients: [RecipientID]
    ) {
        self.title = title
        self.description = description
        self.price = price
        self.term = term
        self.documents = documents
        self.recipients = recipients
    }
}

/// A service as it was saved; every saving is a version of its own.
package struct ServiceVersion: Sendable {
    package let service: ServiceID
    /// Counts from 1.
    package let revision: Int
    package let state: State
    package let card: ServiceCard
    /// Nil for somebody who is no more.
    package let savedBy: SubjectID?
    package let savedAt: Instant

    /// The raw values stand in the database and in entries.
    package enum State: String, Sendable, CaseIterable {
        /// Nobody but the staff sees it.
        case prepared
        case offered
        /// No longer offered; orders that there are go on.
        case ended
    }

    /// What tells whether the service is as it was shown.
    package var mark: Bytes {
        get throws { try Self.mark(of: card, state) }
    }

    static func mark(of card: ServiceCard, _ state: State) throws -> Bytes {
        Bytes(SHA256.hash(data: Bytes(state.rawValue.utf8) + [0x20] + (try CanonicalJSON.encode(card))))
    }
}

/// A text of the agreement for a service, never changed once it is in force.
package struct AgreementEdition: Sendable, Hashable {
    package let service: ServiceID
    /// Counts from 1.
    package let number: Int
    /// Markdown.
    package let text: Phrase
    /// SHA-256 of the canonical JSON of all three texts.
    package let hash: Bytes
    package let inForceSince: Instant
    /// Nil for somebody who is no more.
    package let publishedBy: SubjectID?

    /// SHA-256 of the text in one language, as a person is shown it.
    package func textHash(in language: Language) -> Bytes { Bytes(SHA256.hash(data: Bytes(text[language].utf8))) }
}

/// A service that can be ordered, and the agreement for it.
package struct OfferedService: Sendable {
    package let version: ServiceVersion
    package let agreement: AgreementEdition

    /// SHA-256 of all that the catalogue says of the service, in all languages: what somebody orders is what they were
    /// shown.
    package var mark: Bytes {
        get throws { try version.mark }
    }
}

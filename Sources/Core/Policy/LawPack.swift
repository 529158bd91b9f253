import Primitives

/// The duties that the law of one country lays on operators, as data.
package struct LawPack: Hashable, Sendable {
    package let id: String
    package let title: Phrase
    /// Where the primary stores must be, ISO 3166-1 alpha-2.
    package let region: String
    /// The article that says so.
    package let regionArticle: String
    /// IANA name of the time zone, such as `Asia/Almaty`.
    package let timeZone: String
    package let calendar: WorkingCalendar
    package let deadlines: [Duty]
    package let consentContents: [ConsentContent]
    package let refusalGrounds: [RefusalGround]
    /// On what a person's data are held from destruction.
    package let holdGrounds: [RefusalGround]
    /// On what the archive is opened.
    package let openingGrounds: [RefusalGround]
    /// When a person need not be told of a transfer (Law 94-V, art. 19(2)).
    package let noticeExceptions: [RefusalGround]
    package let requests: [RequestRule]
    package let promises: [Promise]
    /// What laws have kept after the purposes have ended.
    package let retentions: [RetentionRule]
    /// The article that forbids prints of identity documents.
    package let identityPrintArticle: String
    /// The article on transfer across the border.
    package let crossBorderArticle: String
    /// The article on the contents of a consent.
    package let consentArticle: String
    /// The article that keeps consents apart from each other.
    package let separateConsentArticle: String
    /// The article on decisions by machine alone.
    package let automatedDecisionArticle: String

    /// A deadline that the law sets.
    package struct Duty: Hashable, Sendable, Identifiable {
        package let id: String
        package let trigger: String
        package let amount: Int
        package let unit: Deadline.Unit
        package let limit: Limit
        /// Whether a policy must promise it.
        package let required: Bool
        package let article: String
        /// When it applies, where it does not always.
        package let condition: String?

        package enum Limit: String, Sendable, CaseIterable {
            /// To be done within the term.
            case atMost = "at_most"
            /// To be kept for the term.
            case atLeast = "at_least"
        }
    }

    /// One item that a consent must contain.
    package struct ConsentContent: Hashable, Sendable, Identifiable {
        package let id: ConsentText.Item
        package let article: String
    }

    /// A ground on which the law lets a duty be left undone.
    package struct RefusalGround: Hashable, Sendable, Identifiable {
        package let id: String
        package let article: String
        package let title: Phrase
    }

    /// Words by which a text promises what the law does not allow, unless other words stand beside them.
    package struct Promise: Hashable, Sendable, Identifiable {
        package let id: String
        package let article: String
        package let message: Phrase
        /// Lower-case fragments, per language; one of them found makes the promise.
        package let says: [Language: [String]]
        /// Lower-case fragments, per language; all of them found make it lawful again.
        package let unless: [Language: [String]]
    }

    /// The ground of a refusal that rests on an order of the person's that is not ended.
    package static let unfulfilledObligation = "unfulfilled_obligation"
    /// The ground of a refusal that rests on a law which has data kept.
    package static let keptByLaw = "kept_by_law"

    package func holdGround(_ id: String) -> RefusalGround? { holdGrounds.first { $0.id == id } }

    /// The ground of that name on which the archive is opened; nil when the pack has none.
    package func openingGround(_ id: String) -> RefusalGround? { openingGrounds.first { $0.id == id } }

    package func noticeException(_ id: String) -> RefusalGround? { noticeExceptions.first { $0.id == id } }

    package func duty(_ id: String) -> Duty? { deadlines.first { $0.id == id } }
}

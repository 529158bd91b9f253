import Crypto
import Permits
import Policy
import Primitives

/// A page of the site whose text the operator writes.
package enum SitePage: String, Sendable, CaseIterable {
    case home, contacts, help
}

/// The text of a page as it was saved; every saving is a revision of its own.
package struct PageText: Sendable {
    package let page: SitePage
    /// Counts from 1.
    package let revision: Int
    /// Markdown; nothing in any language where the page shows again what it shows by itself.
    package let text: Phrase
    /// Nil for somebody who is no more.
    package let savedBy: SubjectID?
    package let savedAt: Instant

    package var isEmpty: Bool { Language.allCases.allSatisfy { text[$0].isEmpty } }

    /// What tells whether a text is as it was shown.
    package static func mark(of text: Phrase?) throws -> Bytes {
        guard let text else { return [] }
        return Bytes(SHA256.hash(data: try CanonicalJSON.encode(text)))
    }
}

/// Why a page is not saved.
package enum PageTextRefusal: Refusal, Hashable {
    /// Only administrators do it.
    case notAdministrator
    /// Somebody saved it since it was looked at.
    case changedMeanwhile
    /// A page has a text in every language, or in none.
    case incomplete(Language)
    /// A text longer than ``PageDesk/longest`` octets.
    case tooLong

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .changedMeanwhile: .conflict
        case .incomplete: .invalid
        case .tooLong: .tooLarge
        }
    }
}

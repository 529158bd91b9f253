import Ledger
import Policy
import Primitives
import Storage

/// What laws have kept of one person, found in the transaction in which the person would be erased.
package struct LegalKeep: Sendable {
    /// Which fields of the record, in ascending order, each once.
    let fields: [FieldNumber]
    /// By which articles of law.
    let articles: String
    /// How long, in years from the end of the tax year.
    let years: Int
    /// What the laws need beside fields of the record, as the facts of paid orders.
    package let holdings: [Holding]
    /// The first day on which it is kept no more.
    package let destruction: Day
    /// The number of the person's registration.
    package let caseID: String

    package init(_ retentions: [LegalRetention], holdings: [Holding], destruction: Day, caseID: String) {
        var articles: [String] = []
        // One article may have things kept for more than one reason.
        for article in retentions.map(\.article) where !articles.contains(article) { articles.append(article) }
        self.init(
            fields: Set(retentions.flatMap(\.fields)).sorted { $0.rawValue < $1.rawValue },
            articles: articles.joined(separator: "; "),
            years: retentions.map(\.years).max() ?? 0, holdings: holdings, destruction: destruction, caseID: caseID)
    }

    init(
        fields: [FieldNumber], articles: String, years: Int, holdings: [Holding], destruction: Day, caseID: String
    ) {
        self.fields = fields
        self.articles = articles
        self.years = years
        self.holdings = holdings
        self.destruction = destruction
        self.caseID = caseID
    }
}

/// Tells what laws have kept of a person who would be erased at this instant, under the edition in force; nil where nothing is.
package typealias LegalRetentionStep =
    @Sendable (SubjectID, PolicyDocument, Instant, any Transaction) throws -> LegalKeep?

/// What lies in the archive of one person, before it is sealed and after it was opened.
package struct ArchivedContent: Codable, Sendable, Hashable {
    /// Values by the numbers of their fields.
    package let fields: [String: String]
    package let things: [Thing]

    package struct Thing: Codable, Sendable, Hashable {
        /// As ``Holding`` names it.
        package let kind: String
        package let facts: [String: String]
        /// What was sealed of it.
        package let text: String?
    }
}

/// A row of the archive; it names no person.
package struct ArchivedRow: Sendable, Hashable {
    package let subject: SubjectID
    /// The number of the registration that it comes from.
    package let caseID: String
    /// The articles of law by which it is kept.
    package let articles: String
    /// How long, in years from the end of the tax year.
    package let years: Int
    package let archivedAt: Instant
    package let destroyAt: Instant
    /// The entry that says so.
    package let entry: EntryID
}

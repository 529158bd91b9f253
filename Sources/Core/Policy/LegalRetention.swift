import Primitives

/// What a named law makes the operator keep of a person whose purposes have ended (clause 3.3.a), as policy.yml declares it:
/// these fields go to the archive, all the rest is destroyed at once.
package struct LegalRetention: Hashable, Sendable, Codable, Identifiable {
    /// The name under which the law pack knows it.
    package let law: String
    /// The article of that law, as the law pack has it; entries name it.
    package let article: String
    package let trigger: Trigger
    /// Counted from the end of the tax year of the trigger.
    package let years: Int
    package let clause: ClauseID
    package let fields: [FieldNumber]

    package var id: String { law }

    /// What makes the law apply to a person. The raw values stand in law packs and policies.
    package enum Trigger: String, Sendable, CaseIterable, Codable {
        /// Staff marked an order as paid.
        case paidOrder = "paid_order"
        /// An order was accepted, so that an agreement was concluded; counted from the end of the service.
        case concludedAgreement = "concluded_agreement"
    }

    /// The day on which the archive is destroyed, of something that came about on `day`: the first one after the term.
    package func destruction(after day: Day) -> Day {
        // 1 January exists in every year.
        Day(year: day.year + 1 + years, month: 1, day: 1) ?? day
    }
}

extension LawPack {
    /// A law that has some data kept after the purposes have ended.
    package struct RetentionRule: Hashable, Sendable, Identifiable {
        package let id: String
        package let article: String
        package let title: Phrase
        package let trigger: LegalRetention.Trigger
        /// How long the law has them kept, in years from the end of the tax year; no policy keeps them longer by it.
        package let years: Int
    }

    package func retention(_ id: String) -> RetentionRule? { retentions.first { $0.id == id } }
}

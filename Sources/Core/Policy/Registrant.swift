import Primitives

/// Whose registration it is, and whether they fill it in themselves. The raw values are the codes of policy.yml and of rows.
package enum Registrant: String, Sendable, CaseIterable, Codable {
    /// A natural person of age, for themselves.
    case person
    /// The same, in business under their own name and IIN.
    case soleProprietor = "sole_proprietor"
    /// A legal entity; a representative always acts for it.
    case organisation
    /// Somebody under 14; the legal representative acts for them (Civil Code, art. 23).
    case child
    /// Somebody from 14 to 17, for themselves, with the consent of the legal representative (Civil Code, art. 22).
    case minor
    /// A natural person of age for whom another acts by a document of authority.
    case represented

    /// How old whoever shows a document is, in years: the registrant, or for an organisation who acts for it (Civil Code,
    /// art. 17, 22, 23).
    package var ages: ClosedRange<Int> {
        switch self {
        case .person, .soleProprietor, .organisation, .represented: 18...150
        case .minor: 14...17
        case .child: 0...13
        }
    }

    /// Somebody else fills the form in.
    package var isRepresented: Bool { self == .organisation || self == .child || self == .represented }

    /// Cannot act themselves at all: another always acts for them.
    package var isActedFor: Bool { self == .organisation || self == .child }

    /// For how many years from today another may act for them at most; nil where the law sets no limit that is known here.
    /// Of a power of attorney it does (Civil Code, art. 168(1)); a child's representative acts until the 14th birthday.
    private var longestTerm: Int? {
        switch self {
        case .child: 14
        case .represented: 3
        case .person, .soleProprietor, .organisation, .minor: nil
        }
    }

    /// Whether another may act for them until the end of a day.
    package func mayBeRepresented(until last: Day, from today: Day) -> Bool {
        longestTerm.map { last <= today.adding(months: 12 * $0) } ?? true
    }

    /// Somebody else has to act or to agree.
    package var needsRepresentative: Bool { isRepresented || self == .minor }
}

extension Field {
    /// Whether such a registration holds it.
    package func isAsked(of registrant: Registrant) -> Bool { askedOf?.contains(registrant) ?? true }
}

extension DocumentKind {
    /// Whether such a registration has scans of it.
    package func isAsked(of registrant: Registrant) -> Bool { askedOf?.contains(registrant) ?? true }
}

extension PolicyDocument {
    /// Who may register. A person may always; others where the policy has the field that says what they are.
    package var registrants: [Registrant] {
        [.person] + (field(code: "registrant_kind")?.askedOf ?? []).filter { $0 != .person }
    }

    /// The kinds of documents of such a registration.
    package func documentKinds(of registrant: Registrant) -> [DocumentKind] {
        documentKinds.filter { $0.isAsked(of: registrant) }
    }
}

extension Registrant {
    /// As a choice and as a mark on a case.
    package var title: Phrase {
        switch self {
        case .person: Phrase(ru: "Человек от 18 лет", kk: "18 жасқа толған адам", en: "A person of 18 or older")
        case .soleProprietor:
            Phrase(ru: "Индивидуальный предприниматель", kk: "Жеке кәсіпкер", en: "Sole proprietor")
        case .organisation: Phrase(ru: "Организация", kk: "Ұйым", en: "Organisation")
        case .child: Phrase(ru: "Ребёнок до 14 лет", kk: "14 жасқа толмаған бала", en: "A child under 14")
        case .minor: Phrase(ru: "Подросток 14–17 лет", kk: "14–17 жастағы жасөспірім", en: "A person of 14–17")
        case .represented:
            Phrase(
                ru: "Взрослый через представителя", kk: "Өкілі арқылы ересек адам",
                en: "An adult through a representative")
        }
    }
}

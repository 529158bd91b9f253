import Primitives

/// What data are collected and used for.
package struct Purpose: Hashable, Sendable, Codable, Identifiable {
    package let id: PurposeID
    package let clause: ClauseID
    package let ground: Ground
    /// The article, where the ground is the law; nil where it is consent.
    package let article: String?
    /// Whether nobody can be registered without it.
    package let required: Bool
    package let title: Phrase
    package let description: Phrase

    /// What makes a purpose lawful (Law 94-V, art. 7 and 9).
    package enum Ground: String, Sendable, CaseIterable, Codable {
        case consent, law
    }
}

/// What makes one act lawful, as the ledger records it.
package enum Basis: Hashable, Sendable {
    /// The person's consent, which must be in force when the act happens.
    case consent(ConsentID)
    /// A duty or right that a law lays down, by its article.
    case law(String)

    /// `consent:main`, `law:94-V 24(1)`.
    package var code: String {
        switch self {
        case .consent(let id): "consent:\(id)"
        case .law(let article): "law:\(article)"
        }
    }
}

/// One thing that a person agrees to or not, withdrawable on its own.
package struct ConsentItem: Hashable, Sendable, Codable, Identifiable {
    package let id: ConsentID
    package let kind: Kind
    package let clause: ClauseID
    /// Whether registration needs it. One that is not required is off until the person turns it on.
    package let required: Bool
    /// The channels for each of which it is given by itself (see ``parts(in:)``); nil where it is given as a whole.
    package let channels: [ConsentChannel]?
    /// What it covers; empty for `recipient`, which has the purposes of the third party.
    package let purposes: [PurposeID]
    /// Which data of its purposes it covers; all of them where nil. Nil for `recipient`.
    package let fields: [FieldNumber]?
    /// For `recipient`: to whom.
    package let recipient: RecipientID?
    package let title: Phrase
    /// The sentence beside the box.
    package let statement: Phrase

    /// The separate permissions of Law 94-V, art. 7(6) and 24(1)(5), (6).
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case purposes, recipient
        case crossBorder = "cross_border"
        case publication
    }
}

/// Somebody outside the operator's house who receives data; every vendor is one (Law 94-V, art. 1(17)).
package struct Recipient: Hashable, Sendable, Codable, Identifiable {
    package let id: RecipientID
    package let kind: Kind
    package let name: Phrase
    /// By which clause it gets data; nil in editions that do not say.
    package let clause: ClauseID?
    /// ISO 3166-1 alpha-2, such as `KZ`.
    package let country: String
    package let fields: [FieldNumber]
    package let documents: [DocumentKindID]
    package let purposes: [PurposeID]
    /// Whether the service cannot be given without it; an optional one needs a consent of its own.
    package let required: Bool
    /// Whether a person is told of each transfer to it (Law 94-V, art. 19(1)); nil in editions that do not say.
    package let notifyOnTransfer: Bool?
    /// Which exception of the law pack holds for it (art. 19(2)); nil for none.
    package let noticeException: String?
    package let reason: Phrase

    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// Holds the database, documents or backups.
        case hosting
        /// Carries e-mail.
        case mail
        /// Carries text messages.
        case sms
        /// Anyone else.
        case partner
    }
}

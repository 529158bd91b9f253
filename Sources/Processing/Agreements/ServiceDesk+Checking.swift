import Permits
import Policy
import Primitives

extension ServiceDesk {
    /// Whether a name can stand in an address.
    static func isName(_ name: String) -> Bool {
        (2...40).contains(name.utf8.count)
            && name.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
            && !name.hasPrefix("-") && !name.hasSuffix("-")
    }

    /// What is only prepared may still lack texts, but for its title.
    static func check(_ card: ServiceCard, isOffered: Bool) throws(ServiceRefusal) {
        try check(card.title, .title)
        if isOffered {
            try check(card.description, .description)
            try check(card.term, .term)
        }
        let octets = Language.allCases.map { card.title[$0].utf8.count + card.description[$0].utf8.count }
        guard octets.allSatisfy({ $0 <= longest }) else { throw .tooLong }
        if let price = card.price, !(0...ServiceCard.Price.most).contains(price.tenge) { throw .wrongPrice }
    }

    static func check(_ text: Phrase, _ part: ServiceRefusal.Part) throws(ServiceRefusal) {
        for language in Language.allCases {
            guard !text[language].allSatisfy(\.isWhitespace) else { throw .incomplete(part, language) }
            guard text[language].utf8.count <= longest else { throw .tooLong }
        }
    }

    /// Recipients are bound in the policy: a service names those that get data for services there, and no others.
    static func check(_ card: ServiceCard, under policy: PolicyDocument) throws(ServiceRefusal) {
        for kind in card.documents where policy.documentKind(kind) == nil { throw .unknownDocument(kind) }
        for recipient in card.recipients
        where policy.recipient(recipient)?.purposes.contains(.service) != true {
            throw .unknownRecipient(recipient)
        }
    }
}

import Permits
import Policy
import Primitives
import Storage

/// The evidence that somebody accepted an agreement (clause 1.8): what they were shown, when, and how they did it. It is
/// sealed under the person's own key; its digest stands in the entry.
package struct AgreementAcceptance: Hashable, Sendable, Codable {
    package let service: String
    package let title: String
    package let price: ServiceCard.Price?
    /// How long it takes, in words, as it was shown; nil in what was kept by earlier programmes, as the next three.
    package let term: String?
    /// Kinds of documents that the service needs.
    package let documents: [String]?
    /// Which version of the catalogue's entry.
    package let version: Int?
    /// ``OfferedService/mark`` of it, in hexadecimal.
    package let offer: String?
    package let agreement: Int
    /// SHA-256 of the agreement in all languages, in hexadecimal.
    package let agreementHash: String
    package let language: Language
    /// As it was shown.
    package let text: String
    /// SHA-256 of ``text``, in hexadecimal.
    package let textHash: String
    /// Microseconds since 1970.
    package let at: Int64
    package let manner: Manner

    /// How it was accepted. Another way, as an electronic signature, is another case.
    package enum Manner: String, Sendable, Codable {
        /// The box under the text was ticked in the person's own account.
        case tick
    }

    init(_ offered: OfferedService, in language: Language, _ manner: Manner, at now: Instant) throws {
        let (version, edition) = (offered.version, offered.agreement)
        service = version.service.rawValue
        title = version.card.title[language]
        price = version.card.price
        term = version.card.term[language]
        documents = version.card.documents.map(\.rawValue)
        self.version = version.revision
        offer = try offered.mark.hex
        agreement = edition.number
        agreementHash = edition.hash.hex
        self.language = language
        text = edition.text[language]
        textHash = edition.textHash(in: language).hex
        at = now.microseconds
        self.manner = manner
    }

    package var acceptedAt: Instant { Instant(microseconds: at) }
}

/// What is sealed of an order; each text on its own, under the person's key.
enum OrderText: String, Sendable {
    case acceptance, reason

    var field: FieldNumber { self == .acceptance ? .agreementAcceptance : .orderReason }

    /// What is bound into the sealed text.
    func label(of id: Identifier<OrderRow>) -> String { "order \(rawValue) \(id)" }
}

/// An order's sealed texts, opened.
package struct OrderTexts: Sendable {
    package let acceptance: PersonalData<AgreementAcceptance>
    /// Why it was refused.
    package let reason: PersonalData<String>?

    init(_ opened: [PersonalData<Bytes>]) throws {
        guard let first = opened.first else { throw OrderRefusal.noOrder }
        let read = try first.map { try CanonicalJSON.decode(AgreementAcceptance.self, from: $0) }
        acceptance = read
        reason = opened.count > 1 ? opened[1].map { String(decoding: $0, as: UTF8.self) } : nil
    }
}

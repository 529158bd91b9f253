import Foundation
import Permits
import Policy
import Primitives

/// What a receipt says: the fields of ISO/IEC TS 27560 that this system fills, written with sorted keys.
package struct ReceiptContent: Codable, Sendable, Hashable {
    /// `saqta-receipt-1`
    package let schema: String
    /// The registration's number.
    package let record: String
    package let language: String
    /// RFC 3339, UTC.
    package let issuedAt: String
    package let controller: Controller
    package let policy: Policy
    package let consents: [Given]
    /// Codes of the fields given.
    package let data: [String]
    /// The kinds of documents sent; earlier programmes did not name them.
    package let documents: [String]?
    package let recipients: [Recipient]

    /// Who answers for the data.
    package struct Controller: Codable, Sendable, Hashable {
        package let name: String
        package let iinOrBin: String
        package let address: String
        package let email: String
        package let telephone: String
        package let site: String
    }

    /// What was in force.
    package struct Policy: Codable, Sendable, Hashable {
        package let edition: Int
        /// SHA-256 of its canonical form, hexadecimal.
        package let sha256: String
        package let inForceSince: String
    }

    /// One consent: what was shown, what was agreed, when.
    package struct Given: Codable, Sendable, Hashable {
        package let id: String
        package let title: String
        package let state: String
        package let purposes: [String]
        /// What it covered besides; nil in receipts of earlier programmes.
        package let scope: Scope?
        package let edition: Int
        /// SHA-256 of the canonical form of that edition, hexadecimal; earlier programmes did not name it.
        package let editionSHA256: String?
        package let givenAt: String
        /// When it ends by itself; nil for a withdrawal, and in receipts of earlier programmes.
        package let endsAt: String?
        /// `email`, `sms` or `call`, where it is given for one channel.
        package let channel: String?
        /// `form`, `account`, `programme`, `staff`, `request`, `counter`, `paper` or `ledger`, as ``ConsentManner`` names
        /// them; earlier programmes did not name it.
        package let manner: String?
        /// SHA-256 of the exact text shown, hexadecimal.
        package let textSHA256: String
        /// The exact text shown.
        package let text: String
    }

    /// What one consent covered, by its own edition: the items (3) to (7) of Law 94-V, art. 8(4).
    package struct Scope: Codable, Sendable, Hashable {
        package let term: String
        /// Codes of fields.
        package let data: [String]
        /// Codes of kinds of documents.
        package let documents: [String]
        /// Who gets data, each for those of the consent’s purposes that it serves.
        package let recipients: [Recipient]
        /// Countries across the border, ISO 3166-1 alpha-2.
        package let countries: [String]
        /// Where data may be published; nil when nowhere.
        package let publication: String?
    }

    /// Who else receives data: without whom there is no service, or with a consent that is in force.
    package struct Recipient: Codable, Sendable, Hashable {
        package let name: String
        package let country: String
        package let purposes: [String]
        /// Codes of the fields; earlier programmes did not name them.
        package let data: [String]?
    }

    /// JSON with sorted keys; what the receipt's entry in the ledger holds the SHA-256 of.
    package func canonical() throws -> Bytes {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Bytes(try encoder.encode(self))
    }

    package init(canonical octets: Bytes) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(octets))
    }

    /// - Parameter editions: those to which consents were given, by number.
    init(
        of registrant: Registrant, record: String, language: Language, at now: Instant, edition: Edition,
        address: String?,
        consents: [(row: ConsentRow, text: String)], editions: [Int: Edition], fields: [FieldNumber],
        documents: [DocumentKindID]
    ) {
        let policy = edition.document
        let unset = Phrase(
            ru: "почтовый адрес ещё не указан", kk: "пошталық мекенжай әлі көрсетілмеген",
            en: "the postal address is not set yet")
        schema = "saqta-receipt-1"
        self.record = record
        self.language = language.rawValue
        issuedAt = now.description
        controller = Controller(
            name: policy.operatorRecord.name[language], iinOrBin: policy.operatorRecord.iinOrBin,
            address: address ?? unset[language],
            email: policy.operatorRecord.email, telephone: policy.operatorRecord.telephone,
            site: policy.operatorRecord.site)
        self.policy = Policy(
            edition: edition.number, sha256: edition.hash.hex, inForceSince: edition.inForceSince.description)
        self.consents = consents.map { row, text in
            let shown = (editions[row.edition] ?? edition).document
            let item = shown.consent(row.consent)
            let scope = item.map { shown.scope(of: $0, for: registrant) }
            return Given(
                id: row.consent.rawValue, title: item?.title[language] ?? row.consent.rawValue,
                state: row.isGiven ? "given" : "withdrawn", purposes: scope?.purposes.map(\.id.rawValue) ?? [],
                scope: scope.map { Scope($0, of: shown, language: language) }, edition: row.edition,
                editionSHA256: editions[row.edition]?.hash.hex, givenAt: row.at.description,
                endsAt: row.endsAt?.description, channel: item?.channel?.rawValue, manner: row.manner?.rawValue,
                textSHA256: row.textHash.hex, text: text)
        }
        data = fields.compactMap { policy.field($0)?.code }
        self.documents = documents.map(\.rawValue)
        // The rows are in the order of time: the newest of each consent says whether it is in force.
        let inForce = consents.reduce(into: [:]) { state, one in
            state[one.row.consent] = one.row.isGiven && one.row.endsAt.map { $0 > now } != false
        }
        recipients = policy.recipients.filter { recipient in
            recipient.required
                || policy.consents.contains { $0.recipient == recipient.id && inForce[$0.id] == true }
        }.map { recipient in
            Recipient(
                name: recipient.name[language], country: recipient.country,
                purposes: recipient.purposes.map(\.rawValue),
                data: recipient.fields.compactMap(policy.field).filter { $0.source != .staff }.map(\.code))
        }
    }
}

extension ReceiptContent.Scope {
    fileprivate init(_ scope: ConsentScope, of policy: PolicyDocument, language: Language) {
        term = policy.consentTerm.text[language]
        data = scope.fields.map(\.code)
        documents = scope.documents.map(\.id.rawValue)
        recipients = scope.recipients.map { one in
            ReceiptContent.Recipient(
                name: one.name[language], country: one.country,
                purposes: scope.purposes.map(\.id).filter(one.purposes.contains).map(\.rawValue),
                data: scope.fields.filter { one.fields.contains($0.number) }.map(\.code))
        }
        countries = scope.countries
        publication = scope.isPublished ? policy.operatorRecord.site : nil
    }
}

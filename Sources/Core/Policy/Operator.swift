import Primitives

/// Who collects, processes and protects the data (Law 94-V, art. 1(10)).
package struct Operator: Hashable, Sendable, Codable {
    package let name: Phrase
    package let kind: Kind
    /// IIN of a sole proprietor, BIN of a legal entity; 12 digits.
    package let iinOrBin: String
    /// A postal address, or ``addressFromConfiguration``.
    package let address: String
    /// Host name of the site, such as `www.cantra.kz`.
    package let site: String
    package let email: String
    /// As printed: `8 777 206 07 77`.
    package let telephone: String
    /// Keys of this block, and names of recipients, whose values are placeholders until the operator sets them; demo
    /// mode lasts as long.
    package let toBeSet: [String]

    /// What ``address`` says when the server's configuration gives the address.
    package static let addressFromConfiguration = "from configuration"

    /// The postal address; nil when neither the policy nor the server's configuration gives one.
    package func postalAddress(configured: String?) -> String? {
        address == Self.addressFromConfiguration ? configured : address
    }

    package enum Kind: String, Sendable, CaseIterable, Codable {
        case soleProprietor = "sole_proprietor"
        case legalEntity = "legal_entity"

        /// What the number of such an operator is called.
        package var numberLabel: Phrase {
            switch self {
            case .soleProprietor: Phrase(ru: "ИИН", kk: "ЖСН", en: "IIN")
            case .legalEntity: Phrase(ru: "БИН", kk: "БСН", en: "BIN")
            }
        }
    }
}

import Crypto
import Policy
import Primitives

/// The exact text of a consent as it is shown to one person and stored with their answer.
package struct ConsentWording: Sendable {
    let edition: Edition
    let language: Language
    let address: String?

    /// - Parameter address: the operator's postal address, where the policy leaves it to the configuration.
    package init(edition: Edition, language: Language, address: String?) {
        self.edition = edition
        self.language = language
        self.address = address
    }

    /// The main consent, item by item after article 8(4).
    package func main(personName: String) -> ConsentText {
        ConsentText.make(edition: edition, language: language, personName: personName, address: address)
    }

    /// The text of one consent and its SHA-256.
    ///
    /// A consent that is given apart is its own sentence with the complete items of article 8(4) below it.
    package func text(of item: ConsentItem, personName: String) -> (text: String, hash: Bytes) {
        let complete = main(personName: personName).plainText
        let text =
            item.id == ConsentID("main")
            ? "\(complete)\n\(item.statement[language])\n"
            : "\(item.title[language])\n\n\(item.statement[language])\n\n\(complete)"
        return (text, Bytes(SHA256.hash(data: Bytes(text.utf8))))
    }
}

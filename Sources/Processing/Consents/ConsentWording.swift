import Policy
import Primitives

/// The exact text of a consent as it is shown to one person and stored with their answer.
package struct ConsentWording: Sendable {
    let edition: Edition
    let language: Language
    let address: String?
    let registrant: Registrant

    /// - Parameters:
    ///   - address: the operator's postal address, where the policy leaves it to the configuration.
    ///   - registrant: what the person is whose consent it is.
    package init(edition: Edition, language: Language, address: String?, registrant: Registrant = .person) {
        self.edition = edition
        self.language = language
        self.address = address
        self.registrant = registrant
    }

    /// A consent item by item after article 8(4): its own purposes, data and third parties.
    package func items(of item: ConsentItem, personName: String) -> ConsentText {
        ConsentText.make(
            edition: edition, item: item, language: language, personName: personName, address: address,
            registrant: registrant)
    }

    /// The text of one consent: the items of article 8(4), and the sentence that is agreed to below them.
    package func text(of item: ConsentItem, personName: String) -> ShownText {
        func words(_ name: String) -> String {
            "\(items(of: item, personName: name).plainText)\n\(item.statement[language])\n"
        }
        let wording = words(ShownText.gap)
        // Whatever else stands in the policy, the text is the one that was shown.
        guard wording.ranges(of: ShownText.gap).count == 1 else { return ShownText(words(personName)) }
        return ShownText(wording: wording, filler: personName)
    }
}

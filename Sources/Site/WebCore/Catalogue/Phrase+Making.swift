import Primitives

extension Phrase {
    /// The same in every language: a name, a number, an address.
    package static func invariable(_ text: String) -> Phrase { Phrase(ru: text, kk: text, en: text) }

    /// This, a constant and another phrase, in every language.
    package func followed(by separator: String = " ", _ other: Phrase) -> Phrase {
        Phrase(ru: ru + separator + other.ru, kk: kk + separator + other.kk, en: en + separator + other.en)
    }
}

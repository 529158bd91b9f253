import Primitives

extension Phrase {
    /// The same in every language: a name, a number, an address.
    package static func invariable(_ text: String) -> Phrase { Phrase(ru: text, kk: text, en: text) }

    /// This, a constant and another phrase, in every language.
    package func followed(by separator: String = " ", _ other: Phrase) -> Phrase {
        Phrase(ru: ru + separator + other.ru, kk: kk + separator + other.kk, en: en + separator + other.en)
    }

    /// A number with its noun; Russian has three forms, Kazakh one, English two.
    package static func count(
        _ number: Int, ru: (one: String, few: String, many: String), kk: String, en: (one: String, other: String)
    ) -> Phrase {
        let last = abs(number) % 10
        let isTeen = (11...14).contains(abs(number) % 100)
        let russian = isTeen ? ru.many : last == 1 ? ru.one : (2...4).contains(last) ? ru.few : ru.many
        return Phrase(
            ru: "\(number)\u{A0}\(russian)", kk: "\(number)\u{A0}\(kk)",
            en: "\(number)\u{A0}\(abs(number) == 1 ? en.one : en.other)")
    }
}

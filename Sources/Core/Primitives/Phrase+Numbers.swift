extension Phrase {
    /// A number with its noun, in the case that the sentence asks for.
    ///
    /// Russian has three forms (CLDR: one, few, many), English two; a Kazakh noun stays in the singular after a number.
    package static func count(
        _ number: Int, ru: (one: String, few: String, many: String), kk: String, en: (one: String, other: String)
    ) -> Phrase {
        Phrase(
            ru: "\(number)\u{A0}\(russian(number, ru))", kk: "\(number)\u{A0}\(kk)",
            en: "\(number)\u{A0}\(abs(number) == 1 ? en.one : en.other)")
    }

    /// Which of three forms Russian takes after `number`: 1, 21, 101; 2, 3, 4, 22; 0, 5, 11, 12, 25.
    package static func russian(_ number: Int, _ forms: (one: String, few: String, many: String)) -> String {
        if (11...14).contains(abs(number) % 100) { return forms.many }
        return switch abs(number) % 10 {
        case 1: forms.one
        case 2...4: forms.few
        default: forms.many
        }
    }
}

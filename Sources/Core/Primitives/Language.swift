/// A language of the site, by its ISO 639-1 code.
package enum Language: String, Sendable, CaseIterable, Codable {
    case ru, kk, en
}

/// A text in all languages; one missing does not compile.
package struct Phrase: Hashable, Sendable {
    package let ru: String
    package let kk: String
    package let en: String

    package init(ru: String, kk: String, en: String) {
        self.ru = ru
        self.kk = kk
        self.en = en
    }

    package subscript(_ language: Language) -> String {
        switch language {
        case .ru: ru
        case .kk: kk
        case .en: en
        }
    }
}

import Primitives

extension Phrase: Codable {
    private enum Key: String, CodingKey {
        case ru, kk, en
    }

    package init(from decoder: any Decoder) throws {
        let texts = try decoder.container(keyedBy: Key.self)
        self.init(
            ru: try texts.decode(String.self, forKey: .ru), kk: try texts.decode(String.self, forKey: .kk),
            en: try texts.decode(String.self, forKey: .en))
    }

    package func encode(to encoder: any Encoder) throws {
        var texts = encoder.container(keyedBy: Key.self)
        try texts.encode(ru, forKey: .ru)
        try texts.encode(kk, forKey: .kk)
        try texts.encode(en, forKey: .en)
    }
}

extension Phrase {
    /// No text in any language.
    static let empty = Phrase(ru: "", kk: "", en: "")

    /// Whether at least one language has no text.
    var isIncomplete: Bool { Language.allCases.contains { self[$0].isEmpty } }
}

import Messages
import Primitives
import Testing

@Suite("A message")
struct MessageTemplateTests {
    private static let parameters = [
        "code": "123456", "number": "7K3M-9QRT", "due": "2026-12-24", "site": "https://www.cantra.kz",
    ]

    @Test("fits one part of an SMS", arguments: MessageTemplate.allCases, Language.allCases)
    func onePart(template: MessageTemplate, language: Language) {
        let text = template.shortText(in: language, Self.parameters)
        if language == .en {
            #expect(text.count <= 160 && text.allSatisfy(\.isASCII), "\(text)")
        } else {
            #expect(text.utf16.count <= 70, "\(text.utf16.count): \(text)")
        }
    }

    @Test("has no place for anything but code, number, day and site", arguments: MessageTemplate.allCases)
    func places(template: MessageTemplate) {
        for language in Language.allCases {
            for text in [template.subject, template.text, template.short].map({ $0[language] }) {
                let names = text.matches(of: /\{([^}]*)\}/).map { String($0.1) }
                #expect(Set(names).isSubset(of: Self.parameters.keys), "\(text)")
            }
            #expect(!template.text(in: language, Self.parameters).contains("{"))
            #expect(!template.shortText(in: language, Self.parameters).contains("{"))
        }
    }

    @Test(
        "writes the last day as its reader writes it",
        arguments: [
            (Language.ru, "24\u{A0}декабря 2026\u{A0}г. Подробности", "24.12.2026"),
            (.kk, "2026\u{A0}жылғы 24\u{A0}желтоқсан.", "24.12.2026"),
            (.en, "24\u{A0}December 2026.", "24 Dec 2026"),
        ])
    func due(language: Language, long: String, short: String) {
        for template in [MessageTemplate.moreAsked, .reminder] {
            #expect(template.text(in: language, Self.parameters).contains(long))
            #expect(template.shortText(in: language, Self.parameters).contains(short))
        }
    }
}

import Messages
import Primitives
import Testing

@Suite("A message")
struct MessageTemplateTests {
    private static let parameters = [
        "code": "123456", "number": "7K3M-9QRT", "due": "2026-12-24", "site": "https://www.cantra.kz",
        "mark": String(repeating: "0a", count: 32),
        "token": "0123456789abcdef0123", "article": "Tax Code 206; Accounting Law 11",
    ]

    @Test("fits one part of an SMS", arguments: MessageTemplate.allCases, Language.allCases)
    func onePart(template: MessageTemplate, language: Language) {
        let text = template.shortText(in: language, Self.parameters, life: .minutes(10))
        if language == .en {
            #expect(text.count <= 160 && text.allSatisfy(\.isASCII), "\(text)")
        } else {
            #expect(text.utf16.count <= 70, "\(text.utf16.count): \(text)")
        }
    }

    @Test(
        "has no place for anything but code and its life, number, day, article, site, link and a certificate’s mark",
        arguments: MessageTemplate.allCases)
    func places(template: MessageTemplate) {
        for language in Language.allCases {
            for text in [template.subject, template.text, template.short].map({ $0[language] }) {
                let names = text.matches(of: /\{([^}]*)\}/).map { String($0.1) }
                #expect(Set(names).isSubset(of: Self.parameters.keys + ["life"]), "\(text)")
            }
            #expect(!template.text(in: language, Self.parameters, life: .minutes(10)).contains("{"))
            #expect(!template.shortText(in: language, Self.parameters, life: .minutes(10)).contains("{"))
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
            #expect(template.text(in: language, Self.parameters, life: .minutes(10)).contains(long))
            #expect(template.shortText(in: language, Self.parameters, life: .minutes(10)).contains(short))
        }
    }

    @Test(
        "says how long its code is valid, as the policy has it",
        arguments: [
            (Span.minutes(1), "действует 1\u{A0}минуту.", "Ол 1\u{A0}минут жарамды.", "valid for 1\u{A0}minute."),
            (.minutes(10), "действует 10\u{A0}минут.", "Ол 10\u{A0}минут жарамды.", "valid for 10\u{A0}minutes."),
            (.minutes(22), "действует 22\u{A0}минуты.", "Ол 22\u{A0}минут жарамды.", "valid for 22\u{A0}minutes."),
            (.seconds(91), "действует 91\u{A0}секунду.", "Ол 91\u{A0}секунд жарамды.", "valid for 91\u{A0}seconds."),
            (.hours(1), "действует 1\u{A0}час.", "Ол 1\u{A0}сағат жарамды.", "valid for 1\u{A0}hour."),
        ])
    func life(span: Span, ru: String, kk: String, en: String) {
        for (language, words) in [(Language.ru, ru), (.kk, kk), (.en, en)] {
            let text = MessageTemplate.code.text(in: language, Self.parameters, life: span)
            #expect(text.contains(words), "\(text)")
        }
    }
}

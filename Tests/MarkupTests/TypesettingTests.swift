import Markup
import Primitives
import Testing

@Suite("A line of a text")
struct TypesettingTests {
    @Test(
        "does not break within a number and what belongs to it",
        arguments: [
            ("Закон № 94-V «О данных»", "Закон №~94=V «О данных»"),
            ("в течение 15 рабочих дней", "в течение 15~рабочих дней"),
            ("тел. 8 777 206 07 77, звоните", "тел. 8~777~206~07~77, звоните"), ("+7 777 …", "+7~777~…"),
            ("осы саясаттың 3.1-тармағы", "осы саясаттың 3.1=тармағы"), ("18-ге толған", "18=ге толған"),
            ("1- және 2-редакция", "1- және 2=редакция"), ("(пункт 1.1 политики)", "(пункт~1.1~политики)"),
            ("Сайт — это сайт", "Сайт~— это сайт"), ("Сайт – сайт", "Сайт~– сайт"), ("20 %", "20~%"),
        ])
    func together(text: String, expected: String) {
        let whole = expected.replacing("~", with: "\u{A0}").replacing("=", with: "\u{2011}")
        #expect(text.unbroken == whole)
        #expect(markup(.text(Phrase(ru: text, kk: "", en: ""))) == whole)
    }

    @Test(
        "breaks everywhere else, and what may be copied stays as it is",
        arguments: [
            "", "-", " ", "1", "№", "a-b c", "аты-жөні", "094Z-WJD6", "2026-11-26", "— a", "- a", "\u{A0}", "some-mail",
            "Your e-mail", "E-mail",
            "https://a.example/x-1", "кто-то", "пункт a",
        ])
    func apart(text: String) {
        #expect(text.unbroken == text)
    }

    @Test("of somebody's own words is left as entered")
    func entered() {
        #expect(markup(.text("№ 5 — 18-ге")) == "№ 5 — 18-ге")
    }
}

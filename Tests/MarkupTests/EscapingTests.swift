import Markup
import Primitives
import Testing

@Suite("Text on a page")
struct EscapingTests {
    static let hostile = [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"),
        ("</p>", "&lt;/p&gt;"),
        ("Ә Ғ Қ Ң Ө Ұ Ү Һ І", "Ә Ғ Қ Ң Ө Ұ Ү Һ І"),
        ("O'Neil \"x\"", "O'Neil \"x\""),
        ("zero\u{0}escape\u{1B}delete\u{7F}", "zero\u{FFFD}escape\u{FFFD}delete\u{FFFD}"),
        ("tab\tline\n", "tab\tline\n"),
        ("", ""),
    ]

    @Test("cannot become markup", arguments: hostile)
    func text(entered: String, expected: String) {
        #expect(markup(p { entered }) == "<p>\(expected)</p>")
    }

    @Test(
        "cannot leave its attribute",
        arguments: [
            ("\" onfocus=\"alert(1)", "&quot; onfocus=&quot;alert(1)"), ("'", "&#39;"), ("<>&", "&lt;&gt;&amp;"),
        ])
    func attribute(entered: String, expected: String) {
        #expect(markup(input(.value(entered))) == "<input value=\"\(expected)\">")
    }

    @Test("is escaped in phrases of every language", arguments: Language.allCases)
    func phrase(language: Language) {
        let phrase = Phrase(ru: "<ru>", kk: "<kk>", en: "<en>")
        let bytes = p(.title(phrase)) { phrase }.rendered(in: language)
        let code = language.rawValue
        #expect(
            String(decoding: bytes, as: UTF8.self) == "<p title=\"&lt;\(code)&gt;\">&lt;\(code)&gt;</p>")
    }

    @Test("comes back from a text area exactly as entered")
    func textareaKeepsFirstBreak() {
        #expect(
            markup(textarea(.name("words"), text: "\nline</textarea>"))
                == "<textarea name=\"words\">\n\nline&lt;/textarea&gt;</textarea>")
    }

    @Test("of every length around a mark is whole", arguments: 0..<40)
    func lengths(count: Int) {
        let filler = String(repeating: "қ", count: count)
        #expect(markup(.text(filler + "<" + filler)) == filler + "&lt;" + filler)
    }
}

/// The piece in Russian.
func markup(_ piece: HTML) -> String { String(decoding: piece.rendered(in: .ru), as: UTF8.self) }

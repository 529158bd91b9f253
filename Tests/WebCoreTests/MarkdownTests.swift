import Markup
import Primitives
import WebCore
import Testing

@Suite("The text of a clause")
struct MarkdownTests {
    @Test(
        "becomes paragraphs, lists, emphasis and links",
        arguments: [
            ("one\ntwo\n\nthree", "<p>one two</p><p>three</p>"),
            ("list:\n- a\n- b\n  more\n\nend", "<p>list:</p><ul><li>a</li><li>b more</li></ul><p>end</p>"),
            ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
            ("3) a", "<ol start=\"3\"><li>a</li></ol>"),
            ("a **b *c* d** e", "<p>a <strong>b <em>c</em> d</strong> e</p>"),
            ("[a](https://a.example/?x=1&y=2)", "<p><a href=\"https://a.example/?x=1&amp;y=2\">a</a></p>"),
            ("[a](policy/editions)", "<p><a href=\"/kk/policy/editions\">a</a></p>"),
            ("[a](#2.2.1)", "<p><a href=\"#2.2.1\">a</a></p>"),
            ("[a](mailto:a@b.example)", "<p><a href=\"mailto:a@b.example\">a</a></p>"),
            ("a **№ 94-V** [3 б](#3.1)", "<p>a <strong>№\u{A0}94\u{2011}V</strong> <a href=\"#3.1\">3\u{A0}б</a></p>"),
        ])
    func meaning(text: String, expected: String) {
        #expect(render(text) == expected)
    }

    @Test(
        "is only text where it is anything else",
        arguments: [
            ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
            ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
            ("[a](//evil.example)", "<p>[a](//evil.example)</p>"),
            ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
            ("2 * 3 * 4", "<p>2 * 3 * 4</p>"), ("**open", "<p>**open</p>"), ("****", "<p>****</p>"),
            ("2026. x", "<p>2026. x</p>"), ("\\*x\\*", "<p>*x*</p>"), ("[a]", "<p>[a]</p>"), ("", ""),
        ])
    func safety(text: String, expected: String) {
        #expect(render(text) == expected)
    }

    private func render(_ text: String) -> String {
        String(decoding: Markdown(text).html.rendered(in: .kk), as: UTF8.self)
    }
}

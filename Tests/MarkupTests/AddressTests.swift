import Markup
import Primitives
import Testing

@Suite("An address")
struct AddressTests {
    @Test(
        "of another site is taken only over http and https",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x", "https:x",
            " https://a.example", "https://a.example\\b", "https://a.example/\nb", "ftp://a.example", "",
        ])
    func refused(text: String) {
        #expect(Address.outside(text) == nil)
    }

    @Test("of another site stays as written", arguments: ["https://a.example/b?c=d#e", "HTTP://a.example"])
    func taken(text: String) throws {
        #expect(try #require(Address.outside(text)).text(in: .ru) == text)
    }

    @Test("of a page bears the language of the page it stands on", arguments: Language.allCases)
    func language(language: Language) {
        let link = a(.href(.page(["policy", "editions"]))) { "x" }.rendered(in: language)
        #expect(
            String(decoding: link, as: UTF8.self) == "<a href=\"/\(language.rawValue)/policy/editions\">x</a>")
    }

    @Test("of a page in a given language does not follow the page it stands on")
    func givenLanguage() {
        #expect(Address.page(["policy"], in: .kk).text(in: .en) == "/kk/policy")
    }

    @Test(
        "encodes whatever could end a part of it",
        arguments: [
            ("a/b", "a%2Fb"), ("?x", "%3Fx"), ("#x", "%23x"), ("қ", "%D2%9B"), ("a b", "a%20b"), ("%", "%25"),
            ("a@b-c_d.e~f", "a@b-c_d.e~f"),
        ])
    func encodes(segment: String, expected: String) {
        #expect(Address.page([segment]).text(in: .en) == "/en/\(expected)")
        #expect(Address.page([], query: [("q", segment)]).text(in: .en) == "/en?q=\(expected)")
        #expect(Address.page([], fragment: segment).text(in: .en) == "/en#\(expected)")
    }

    @Test("of a file never names another host")
    func hostRelative() {
        #expect(Address.file(["", "evil.example"]).text(in: .en) == "/evil.example")
    }

    @Test("of a telephone keeps digits and a leading plus only")
    func telephone() {
        #expect(Address.telephone("+7 (777) 000-00-00;x").text(in: .en) == "tel:+77770000000")
    }

    @Test("of a letter cannot add headers")
    func mail() {
        #expect(Address.mail("a@b.example?cc=x").text(in: .en) == "mailto:a@b.example%3Fcc%3Dx")
    }
}

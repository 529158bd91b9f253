import Markup
import Primitives
import Testing

@Suite("A piece of a page")
struct HTMLTests {
    @Test("is written in the order in which it is built")
    func order() {
        let names: [String] = ["a", "b"]
        let piece = ul(.class("x", "y"), .id("list")) {
            for name in names { li { name } }
            if names.isEmpty { li { "none" } }
            li { 3 }
        }
        #expect(markup(piece) == "<ul class=\"x y\" id=\"list\"><li>a</li><li>b</li><li>3</li></ul>")
    }

    @Test("has void elements without an end")
    func voids() {
        #expect(
            markup(
                p {
                    "a"; lineBreak; "b"
                }) == "<p>a<br>b</p>")
    }

    @Test("leaves out attributes that do not hold")
    func conditions() {
        #expect(
            markup(input(.type(.checkbox), .checked(false), .required.when(true), .disabled.when(false)))
                == "<input type=\"checkbox\" required>")
    }

    @Test("that is a document begins with the doctype")
    func document() {
        let bytes = html(.pageLanguage) { .empty }.document(in: .kk)
        #expect(String(decoding: bytes, as: UTF8.self) == "<!DOCTYPE html>\n<html lang=\"kk\"></html>")
    }

    @Test("rendered beforehand is the same as rendered on the spot", arguments: Language.allCases)
    func prerendered(language: Language) {
        let piece = p(.class("x")) { Phrase(ru: "а<", kk: "ә<", en: "a<") }
        #expect(piece.prerendered(in: language).rendered(in: .ru) == piece.rendered(in: language))
    }

    @Test("may differ by language in more than words")
    func perLanguage() {
        let piece = HTML.perLanguage { language in language == .kk ? em { "қ" } : .empty }
        #expect(String(decoding: piece.rendered(in: .kk), as: UTF8.self) == "<em>қ</em>")
        #expect(piece.rendered(in: .en).isEmpty)
    }

    @Test("knows when there is nothing in it")
    func emptiness() {
        #expect(group { if false { p { "x" } } }.isEmpty)
        #expect(!p { "" }.isEmpty)
    }
}

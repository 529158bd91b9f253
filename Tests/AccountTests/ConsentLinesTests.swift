import HouseKit
import Policy
import Primitives
import Testing
import WebCore

@testable import Account
@testable import Markup

@Suite("A consent on a page")
struct ConsentLinesTests {
    private static func html(_ text: String) -> String {
        var bytes = Bytes()
        consentParagraphs(text) { content in h3 { content } }.write(to: &bytes, in: .en)
        return breaking(String(decoding: bytes, as: UTF8.self))
    }

    /// Where no line may break is of no concern here.
    private static func breaking(_ text: String) -> String { text.replacing("\u{2011}", with: "-") }

    @Test("is headings, paragraphs and lists, within one another where the text has them so")
    func lists() {
        let text = """
            Consent

            Transfer to third parties
            To these only:
            – Mail provider, Kazakhstan. Data:
                – e-mail address
                – name
            – Courier, Kazakhstan. Data:
                – name
            And no others.

            I consent & agree.

            """
        #expect(
            Self.html(text)
                == "<p>Consent</p><h3>Transfer to third parties</h3><p>To these only:</p>"
                + "<ul><li>Mail provider, Kazakhstan. Data:<ul><li>e-mail address</li><li>name</li></ul></li>"
                + "<li>Courier, Kazakhstan. Data:<ul><li>name</li></ul></li></ul><p>And no others.</p>"
                + "<p>I consent &amp; agree.</p>")
    }

    @Test("is read in the form of earlier programmes too, and however a text begins")
    func others() {
        #expect(
            Self.html("Data\n– name\n– e-mail; telephone\n")
                == "<h3>Data</h3><ul><li>name</li><li>e-mail; telephone</li></ul>")
        #expect(
            Self.html("Data\n    – name\n– e-mail") == "<h3>Data</h3><ul><li>name</li><li>e-mail</li></ul>")
        #expect(Self.html("") == "")
    }

    @Test("loses no word of the text that is agreed to", arguments: Language.allCases)
    func whole(language: Language) throws {
        let policy = try TestHouse.policy()
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: policy)
        let text = ConsentText.make(edition: edition, language: language, personName: "Үлгіева Айгерім").plainText
        let shown = Self.html(text).replacing(/<[^>]*>/, with: " ").replacing("&quot;", with: "\"")
        func words(_ text: String) -> [Substring] {
            text.replacing("– ", with: " ").split(whereSeparator: \.isWhitespace)
        }
        #expect(words(shown) == words(Self.breaking(text)))
    }
}

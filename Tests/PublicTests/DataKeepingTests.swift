import Foundation
import Policy
import Primitives
import Testing

@testable import Markup
@testable import Public
@testable import WebCore

@Suite("The page on how data are kept")
struct DataKeepingTests {
    private static let said: [Language: String] = [
        .ru: "До решения или прекращения регистрации, а после отказа — пока на него можно возразить",
        .kk: "Шешімге не тіркелу тоқтатылғанға дейін, ал бас тартылса, қарсылық білдіру мерзімі аяқталғанша",
        .en: "Until the decision or the lapse of the registration; after a refusal, while it can be objected to",
    ]

    @Test("says what goes with the decision, before what has a term", arguments: Language.allCases)
    func decision(language: Language) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let reading = try PolicyFolder(path: root.appending(path: "policies/cantra").path).read()
        let canonical = String(decoding: try #require(reading.draft).canonical(), as: UTF8.self)
        let changed = canonical.replacing(
            #""id":"identity_document","keep":"30 days""#, with: #""id":"identity_document","keep":"decision""#)
        #expect(changed != canonical)
        let document = try CanonicalJSON.decode(PolicyDocument.self, from: Bytes(changed.utf8))
        let text = String(
            decoding: DataKeepingPage(document: document).page.content.rendered(in: language), as: UTF8.self
        ).replacing("\u{A0}", with: " ")
        let words = try #require(Self.said[language])
        let place = try #require(text.range(of: words))
        let title = try #require(document.documentKind("identity_document")?.title[language])
        let named = try #require(text.range(of: title, range: place.upperBound..<text.endIndex))
        let next = try #require(text.range(of: "<dt", range: place.upperBound..<text.endIndex))
        #expect(named.upperBound < next.lowerBound)
        #expect(text[..<place.lowerBound].matches(of: /<dt/).count == 1)
    }
}

import Foundation
import Policy
import Primitives
import Testing

@Suite("The text of a policy")
struct MarkdownTests {
    @Test("is, octet for octet, the file that it was read from", arguments: Language.allCases)
    func file(language: Language) throws {
        let document = try Cantra.document()
        let text = try #require(try Cantra.folder().files["\(language.rawValue).md"])
        #expect(document.markdown(in: language) == text)
    }
}

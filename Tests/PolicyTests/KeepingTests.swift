import Foundation
import Policy
import Primitives
import Testing

@Suite("How long a document is kept")
struct KeepingTests {
    /// The policy whose identity documents are kept as this line says, and no reason is stated.
    private func document(_ line: String?) throws -> (kind: DocumentKind, reading: PolicyFolder.Reading) {
        var folder = try Cantra.folder()
        let title = "    title:\n      ru: \"Удостоверение"
        let text = try #require(folder.files["policy.yml"])
        let place = try #require(text.range(of: "    keep: 30 days\n" + title))
        let reason = try Regex("    keep_reason:\n(      ..: \".*\"\n){3}")
        folder.files["policy.yml"] = text.replacingCharacters(
            in: place, with: (line.map { "    \($0)\n" } ?? "") + title
        ).replacing(reason, with: "", maxReplacements: 1)
        let reading = folder.read()
        return (try #require(reading.draft?.documentKind("identity_document")), reading)
    }

    @Test("is until the decision where it proves identity and nothing else is written")
    func unwritten() throws {
        let (kind, reading) = try document(nil)
        #expect(reading.errors.isEmpty, "\(reading.errors)")
        #expect(kind.keep == .decision && kind.keepReason == nil)
    }

    @Test("can be written so, and comes back from the stored form")
    func written() throws {
        let (kind, reading) = try document("keep: decision")
        #expect(reading.errors.isEmpty, "\(reading.errors)")
        #expect(kind.keep == .decision)
        let policy = try #require(reading.document)
        let edition = try Edition(number: 2, inForceSince: Instant(seconds: 5), canonical: try policy.canonical())
        #expect(edition.document == policy)
    }

    @Test("is no longer than that without a reason that is stated")
    func longer() throws {
        let (_, reading) = try document("keep: 1 days")
        #expect(
            reading.errors.map(\.message) == [
                "document kind identity_document proves identity and has no keep_reason to keep it after the decision"
            ])
    }

    @Test("is not left unwritten for any other document")
    func other() throws {
        let folder = try Break(
            "    keep: 30 days\n    title: {ru: \"Другой", "    title: {ru: \"Другой", says: ""
        ).applied(to: Cantra.folder())
        #expect(folder.read().errors.map(\.message) == ["“keep” is missing"])
    }
}

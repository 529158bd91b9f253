import Ledger
import Primitives
import Testing

@Suite("An entry's text")
struct CanonicalTextTests {
    @Test("orders the words of its note by their octets, not as a person or a library would")
    func order() throws {
        let words = ["a10", "a9", "B", "a", "Ё", "\u{E000}", "\u{1F512}"]
        let entry = Self.entry(note: Dictionary(words.map { ($0, "") }, uniquingKeysWith: { first, _ in first }))
        let text = String(decoding: try entry.canonical(), as: UTF8.self)
        // RFC 8785, 3.2.3: by UTF-16 code units, where a surrogate comes before U+E000.
        let note = #""note":{"B":"","a":"","a10":"","a9":"","Ё":"","\#u{1F512}":"","\#u{E000}":""},"role""#
        #expect(text.contains(note))
        #expect(try LedgerEntry(canonical: Bytes(text.utf8)) == entry)
    }

    @Test("escapes what RFC 8785 escapes, and nothing else")
    func escapes() throws {
        let entry = Self.entry(note: ["n": "\"\\/\t\r\n\u{8}\u{C}\u{0}\u{1F}\u{7F}é\u{2028}"])
        let text = String(decoding: try entry.canonical(), as: UTF8.self)
        #expect(text.contains(#""n":"\"\\/\t\r\n\b\f\u0000\u001f"# + "\u{7F}é\u{2028}\""))
        #expect(try LedgerEntry(canonical: Bytes(text.utf8)) == entry)
    }

    @Test("is not written with a digest of a wrong length", arguments: [0, 16, 31, 33])
    func digest(count: Int) {
        let entry = Self.entry(digest: Bytes(repeating: 1, count: count))
        #expect(throws: LedgerError.malformed) { try entry.canonical() }
    }

    private static func entry(digest: Bytes? = nil, note: [String: String] = [:]) -> LedgerEntry {
        LedgerEntry(
            nonce: Bytes(repeating: 3, count: 16), role: "reviewer", actor: "", act: "read", whom: nil, fields: [],
            purpose: nil, basis: nil, clause: nil, edition: 1, caseID: nil, outcome: .done,
            at: Instant(microseconds: -5), revision: nil, digest: digest, note: note)
    }
}

import Foundation
import Primitives
import Testing

@testable import Ledger

@Suite("An entry")
struct EntryTests {
    private static func entry(
        nonce: Bytes = Bytes(0..<16), whom: Bytes? = Bytes(repeating: 0xAB, count: 32), caseID: String? = "R-7",
        outcome: LedgerEntry.Outcome = .done, note: [String: String] = ["b": "2", "a": "1"]
    ) -> LedgerEntry {
        LedgerEntry(
            nonce: nonce, role: "reviewer", actor: "00ff", act: "read", whom: whom, fields: [3, 1], purpose: "2.2.2",
            basis: "consent", clause: "2.2.2", edition: 4, caseID: caseID, outcome: outcome,
            at: Instant(microseconds: 1_795_510_800_000_001), revision: 2, digest: Bytes(repeating: 1, count: 32),
            note: note)
    }

    private static let bare = LedgerEntry(
        nonce: Bytes(0..<16), role: "operator", actor: "", act: "publish", whom: nil, fields: [], purpose: nil,
        basis: nil, clause: nil, edition: 1, caseID: nil, outcome: .done, at: Instant(microseconds: 0), revision: nil,
        digest: nil, note: [:])

    @Test("has one canonical form, which never changes")
    func canonical() throws {
        let text = String(decoding: try Self.entry().canonical(), as: UTF8.self)
        let whom = String(repeating: "ab", count: 32)
        let digest = String(repeating: "01", count: 32)
        #expect(
            text
                == #"{"act":"read","actor":"00ff","at":1795510800000001,"basis":"consent","case":"R-7","clause":"2.2.2","#
                + #""digest":"\#(digest)","edition":4,"fields":[3,1],"nonce":"000102030405060708090a0b0c0d0e0f","#
                + #""note":{"a":"1","b":"2"},"purpose":"2.2.2","revision":2,"role":"reviewer","v":1,"whom":"\#(whom)"}"#
        )
        #expect(
            String(decoding: try Self.bare.canonical(), as: UTF8.self)
                == #"{"act":"publish","at":0,"edition":1,"nonce":"000102030405060708090a0b0c0d0e0f","role":"operator","v":1}"#
        )
    }

    @Test(
        "comes back from its octets as it was",
        arguments: [
            entry(), bare, entry(whom: nil), entry(outcome: .refused("blocked")), entry(note: [:]),
            entry(caseID: "№ 7/«ә»"),
            entry(caseID: "\"\\/\u{08}\u{0C}\n\r\t\u{01}\u{1F}\u{7F}\u{2028}😀"),
            entry(note: ["B": "", "a": "", "ä": "é"]),
        ])
    func roundTrip(entry: LedgerEntry) throws {
        let octets = try entry.canonical()
        let read = try LedgerEntry(canonical: octets)
        #expect(read == entry)
        #expect(try read.canonical() == octets)
    }

    @Test("orders and escapes as RFC 8785 says")
    func escapes() throws {
        let entry = Self.entry(
            caseID: "\"\\/\u{08}\u{0C}\n\r\t\u{01}\u{1F}\u{7F}ә", note: ["b": "", "B": "", "a10": "", "a9": ""])
        let text = String(decoding: try entry.canonical(), as: UTF8.self)
        #expect(text.contains(#""case":"\"\\/\b\f\n\r\t\u0001\u001f\#u{7F}ә""#))
        #expect(text.contains(#""note":{"B":"","a10":"","a9":"","b":""}"#))
    }

    @Test("of 1 KiB is taken, of an octet more refused")
    func length() throws {
        let free = 1_024 - (try Self.entry(caseID: "").canonical().count)
        #expect(try Self.entry(caseID: String(repeating: "x", count: free)).canonical().count == 1_024)
        #expect(throws: LedgerError.tooLong(1_025)) {
            try Self.entry(caseID: String(repeating: "x", count: free + 1)).canonical()
        }
    }

    @Test("needs a nonce of 16 octets and a name of 32")
    func sizes() {
        #expect(throws: LedgerError.malformed) { try Self.entry(nonce: [1]).canonical() }
        #expect(throws: LedgerError.malformed) { try Self.entry(whom: [1]).canonical() }
    }

    @Test(
        "is not read from any other text, even one of the same meaning",
        arguments: [
            "", "{}", "[]", #"{"act":"publish"}"#,
            #"{"act":"publish","at":0,"edition":1,"nonce":"000102030405060708090a0b0c0d0e0f","role":"operator","v":2}"#,
            #"{"act":"publish","at":0,"edition":1,"nonce":"000102030405060708090a0b0c0d0e","role":"operator","v":1}"#,
            #"{"act":"publish","at":0,"edition":1,"nonce":"000102030405060708090A0B0C0D0E0F","role":"operator","v":1}"#,
            #"{"at":0,"act":"publish","edition":1,"nonce":"000102030405060708090a0b0c0d0e0f","role":"operator","v":1}"#,
            #"{"act":"publish","at":0, "edition":1,"nonce":"000102030405060708090a0b0c0d0e0f","role":"operator","v":1}"#,
            #"{"act":"publish","at":0,"edition":1,"nonce":"000102030405060708090a0b0c0d0e0f","role":"operator","v":1,"x":0}"#,
            #"{"act":"publish","at":0,"edition":1,"nonce":"000102030405060708090a0b0c0d0e0f","role":"operator","v":1,"whom":"q"}"#,
        ])
    func others(text: String) {
        #expect(throws: LedgerError.malformed) { try LedgerEntry(canonical: Bytes(text.utf8)) }
    }
}

@Suite("Who an entry is about")
struct WhomTests {
    @Test("is told by the opening and the person together, and by nothing else")
    func commitment() throws {
        let nonce = Bytes(0..<16)
        let opening = Whom.opening(historyKey: LedgerHouse.historyKey, nonce: nonce)
        let person = try #require(SubjectID(Bytes(repeating: 1, count: 16)))
        let other = try #require(SubjectID(Bytes(repeating: 2, count: 16)))
        let whom = Whom.commitment(opening: opening, subject: person)
        #expect(whom == ReferenceTree.hash(opening + person.bytes))
        #expect(whom != Whom.commitment(opening: opening, subject: other))
        #expect(
            whom
                != Whom.commitment(
                    opening: Whom.opening(historyKey: LedgerHouse.historyKey, nonce: [1]), subject: person))
    }

    @Test("is closed by a mark that names the person alone")
    func mark() throws {
        let person = try #require(SubjectID(Bytes(repeating: 1, count: 16)))
        #expect(Whom.erasureMark(of: person) == ReferenceTree.hash(Bytes("saqta erased".utf8) + person.bytes))
    }
}

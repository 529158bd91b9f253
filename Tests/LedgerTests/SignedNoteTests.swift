import Crypto
import Foundation
import Primitives
import Testing

@testable import Ledger

@Suite("A signed note")
struct SignedNoteTests {
    /// The example of C2SP `signed-note`.
    private static let key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    private static let note = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """

    @Test("of the standard's example verifies with the standard's key")
    func example() throws {
        let key = try VerifierKey(Self.key)
        let note = try SignedNote(parsing: Self.note)
        #expect(try key.verify(note) == "This is an example message.\n")
        #expect(key.text == Self.key)
        #expect(key.name == "example.com/foo")
        #expect(key.hash.hex == "530d903a")
        #expect(note.description == Self.note)
    }

    @Test("comes back from its text as it was")
    func roundTrip() throws {
        let signer = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 1, count: 32))
        let checkpoint = Checkpoint(origin: signer.origin, size: 12, root: Bytes(repeating: 3, count: 32))
        let note = try SignedNote(parsing: try signer.sign(checkpoint).description)
        #expect(try Checkpoint(note, signedBy: VerifierKey(signer.verifier.text)) == checkpoint)
    }

    @Test("is not verified by another key of the same name, nor by the same key under another name")
    func otherKeys() throws {
        let signer = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 1, count: 32))
        let note = try signer.sign(Checkpoint(origin: signer.origin, size: 0, root: MerkleTree.emptyRoot))
        let wrongKey = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 2, count: 32))
        let wrongName = try CheckpointSigner(origin: "ledger.example/other", seed: Bytes(repeating: 1, count: 32))
        for other in [wrongKey, wrongName] {
            #expect(throws: LedgerError.badSignature) { try other.verifier.verify(note) }
        }
    }

    @Test("of one log is no checkpoint of another, even signed by its key")
    func otherOrigin() throws {
        let signer = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 1, count: 32))
        let note = try signer.sign(Checkpoint(origin: "ledger.example/other", size: 0, root: MerkleTree.emptyRoot))
        #expect(throws: LedgerError.badSignature) { try Checkpoint(note, signedBy: signer.verifier) }
    }

    @Test("is refused with any octet of its text or signature changed")
    func edited() throws {
        let key = try VerifierKey(Self.key)
        let octets = Bytes(Self.note.utf8)
        for place in octets.indices {
            for bit: UInt8 in [1, 2, 16, 64] {
                var edited = octets
                edited[place] ^= bit
                guard let text = String(bytes: edited, encoding: .utf8) else { continue }
                #expect(throws: LedgerError.self, "octet \(place)") { try key.verify(try SignedNote(parsing: text)) }
            }
        }
    }

    @Test("verifies among signatures of unknown keys, and is spoilt by a wrong one of the known key")
    func several() throws {
        let key = try VerifierKey(Self.key)
        let witness = "— witness.example \(Base64.text(Bytes(repeating: 8, count: 76)))\n"
        #expect(throws: Never.self) { try key.verify(try SignedNote(parsing: Self.note + witness)) }
        let wrong = "— example.com/foo \(Base64.text(key.hash + Bytes(repeating: 8, count: 64)))\n"
        #expect(throws: LedgerError.badSignature) { try key.verify(try SignedNote(parsing: Self.note + wrong)) }
        let many = String(repeating: witness, count: 15)
        #expect(try SignedNote(parsing: Self.note + many).signatures.count == 16)
        #expect(throws: LedgerError.malformed) { try SignedNote(parsing: Self.note + many + many + many) }
    }

    @Test("may hold empty lines in its text")
    func emptyLines() throws {
        let note = try SignedNote(parsing: "one\n\ntwo\n\n— a AAAAAAA=\n")
        #expect(note.text == "one\n\ntwo\n")
    }

    @Test(
        "of another form is no note",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n\n", "text\n\n— a AAAAAAA=", "text\n— a AAAAAAA=\n",
            "text\n\n- a AAAAAAA=\n", "text\n\n— a AAAA\n", "text\n\n— a AAAAAAA\n", "text\n\n— a AAAAAAB=\n",
            "text\n\n—  AAAAAAA=\n", "text\n\n— a+b AAAAAAA=\n", "text\n\n— a\u{A0}b AAAAAAA=\n",
            "text\n\n— a AAAAAAA= \n", "te\txt\n\n— a AAAAAAA=\n", "text\r\n\r\n— a AAAAAAA=\r\n",
            "text\n\n— a\u{20}\u{301} AAAAAAA=\n",
        ])
    func malformed(note: String) {
        #expect(throws: LedgerError.malformed) { try SignedNote(parsing: note) }
    }

    @Test(
        "is not asked of a key of another form",
        arguments: [
            "", "example.com/foo", "example.com/foo+530d903a+",
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foe+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        ])
    func malformedKey(text: String) {
        #expect(throws: LedgerError.malformed) { try VerifierKey(text) }
    }

    @Test(
        "is not made under a name that cannot be read back",
        arguments: ["", "a log", "a+log", "a\nlog", "a\u{2003}log"])
    func badOrigin(origin: String) {
        #expect(throws: LedgerError.malformed) {
            try CheckpointSigner(origin: origin, seed: Bytes(repeating: 1, count: 32))
        }
    }
}

import Crypto
import Foundation
import Ledger
import Primitives
import TestKit
import Testing

@Suite("A witness")
struct WitnessTests {
    private let first = Witness("w1.example")
    private let second = Witness("w2.example")
    private let note = SignedNote(text: "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")

    @Test("tells when it saw a checkpoint")
    func time() throws {
        let signed = note.adding(try first.cosignature(of: note, at: 1_679_315_147))
        let key = try WitnessKey(first.text)
        let parsed = try SignedNote(parsing: signed.description)
        #expect(key.claims(parsed))
        #expect(try key.time(on: parsed) == Instant(seconds: 1_679_315_147))
        let twice = parsed.adding(try first.cosignature(of: note, at: 1_679_400_000))
        #expect(try key.time(on: twice) == Instant(seconds: 1_679_400_000))
    }

    @Test("has said nothing about another text, another time, or under another key")
    func changed() throws {
        let key = try WitnessKey(first.text)
        let right = try first.cosignature(of: note, at: 9)
        func time(_ note: SignedNote) throws -> Instant { try key.time(on: note) }

        let other = SignedNote(text: "b\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")
        #expect(throws: LedgerError.badSignature) { try time(other.adding(right)) }
        #expect(throws: LedgerError.badSignature) { try time(note) }
        #expect(throws: LedgerError.badSignature) {
            try time(note.adding(try second.cosignature(of: note, at: 9)))
        }
        var octets = right.octets
        octets[7] ^= 1
        let later = SignedNote.Signature(name: right.name, keyHash: right.keyHash, octets: octets)
        #expect(throws: LedgerError.badSignature) { try time(note.adding(later)) }
        // One signature that does not fit spoils the note, though another does.
        #expect(throws: LedgerError.badSignature) { try time(note.adding(right).adding(later)) }
        let short = SignedNote.Signature(name: right.name, keyHash: right.keyHash, octets: Bytes(octets.prefix(40)))
        #expect(throws: LedgerError.badSignature) { try time(note.adding(short)) }
        let never = try first.cosignature(of: note, at: UInt64.max)
        #expect(throws: LedgerError.badSignature) { try time(note.adding(never)) }
    }

    @Test("has a key of its own type, which is no log's key, nor a log's key its")
    func keys() throws {
        #expect(throws: LedgerError.malformed) { try VerifierKey(first.text) }
        let log = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        #expect(throws: LedgerError.malformed) { try WitnessKey(log) }
        for text in ["", "w1.example", first.text + "A", "x" + first.text, first.text.uppercased()] {
            #expect(throws: LedgerError.malformed) { try WitnessKey(text) }
        }
    }

    @Test(
        "counts once towards what a proof asks for, and not at all where it did not sign", arguments: Engine.available)
    func quorum(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let entry = try #require(try await house.append(20).first)
            try await house.sequencer().sequence()
            let text = try #require(try await house.reader.proof(of: entry.id))
            let (octets, key) = (try entry.canonical(), try house.signer.verifier.text)
            let bare = try TlogProof(parsing: text)
            let seen = bare.checkpoint.adding(try first.cosignature(of: bare.checkpoint, at: 9))
            let proof = TlogProof(index: bare.index, path: bare.path, checkpoint: seen)
            let witnesses = [first.text, second.text]

            try proof.verify(entry: octets, key: key, witnesses: witnesses, quorum: 1)
            try bare.verify(entry: octets, key: key, witnesses: witnesses, quorum: 0)
            #expect(throws: LedgerError.badSignature) {
                try proof.verify(entry: octets, key: key, witnesses: witnesses, quorum: 2)
            }
            #expect(throws: LedgerError.badSignature) {
                try proof.verify(entry: octets, key: key, witnesses: [first.text, first.text], quorum: 2)
            }
            #expect(throws: LedgerError.badSignature) {
                try bare.verify(entry: octets, key: key, witnesses: witnesses, quorum: 1)
            }
        }
    }
}

/// A witness by the text of C2SP `tlog-cosignature`, apart from the code under test.
private struct Witness {
    let name: String
    private let key = Curve25519.Signing.PrivateKey()

    init(_ name: String) { self.name = name }

    private var material: Data { Data([4]) + key.publicKey.rawRepresentation }
    private var hash: Bytes { Bytes(SHA256.hash(data: Data((name + "\n").utf8) + material).prefix(4)) }
    var text: String { "\(name)+\(hash.hex)+\(material.base64EncodedString())" }

    func cosignature(of note: SignedNote, at seconds: UInt64) throws -> SignedNote.Signature {
        let message = "cosignature/v1\ntime \(seconds)\n" + note.text
        let time = withUnsafeBytes(of: seconds.bigEndian) { Bytes($0) }
        return SignedNote.Signature(
            name: name, keyHash: hash, octets: time + Bytes(try key.signature(for: Data(message.utf8))))
    }
}

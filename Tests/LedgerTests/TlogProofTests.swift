import Foundation
import Primitives
import Testing

@testable import Ledger

@Suite("An offline proof")
struct TlogProofTests {
    private let entry = Bytes("leaf 5".utf8)
    private let key: String
    private let proof: TlogProof

    init() throws {
        let tree = ReferenceTree.counting(9)
        let signer = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 1, count: 32))
        let note = try signer.sign(Checkpoint(origin: signer.origin, size: 9, root: tree.root(of: 9)))
        key = signer.verifier.text
        proof = TlogProof(index: 5, path: tree.path(5, in: 0..<9), checkpoint: note)
    }

    @Test("is written as C2SP tlog-proof says")
    func form() {
        let lines = proof.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "c2sp.org/tlog-proof@v1")
        #expect(lines[1] == "index 5")
        #expect(lines[2...5].allSatisfy { $0.count == 44 })
        #expect(lines[6] == "")
        #expect(lines[7] == "ledger.example/log")
        #expect(lines[8] == "9")
        #expect(lines[10] == "")
        #expect(lines[11].hasPrefix("— ledger.example/log "))
    }

    @Test(
        "comes back from its text and verifies, with something beside it too",
        arguments: [nil, [], [1, 2, 3]] as [Bytes?])
    func roundTrip(extra: Bytes?) throws {
        let proof = TlogProof(index: proof.index, path: proof.path, checkpoint: proof.checkpoint, extra: extra)
        let read = try TlogProof(parsing: proof.text)
        #expect(read == proof)
        #expect(read.text == proof.text)
        #expect(try read.verify(entry: entry, key: key).size == 9)
    }

    @Test("of a sole entry has no path")
    func sole() throws {
        let leaf = MerkleTree.leafHash(entry)
        let signer = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 1, count: 32))
        let note = try signer.sign(Checkpoint(origin: signer.origin, size: 1, root: leaf))
        let text = TlogProof(index: 0, path: [], checkpoint: note).text
        #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nindex 0\n\nledger.example/log\n1\n"))
        #expect(try TlogProof(parsing: text).verify(entry: entry, key: key).size == 1)
    }

    @Test("does not prove another entry, nor to another key")
    func others() throws {
        #expect(throws: LedgerError.noLeaf(5)) { try proof.verify(entry: Bytes("leaf 4".utf8), key: key) }
        let other = try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 2, count: 32))
        #expect(throws: LedgerError.badSignature) { try proof.verify(entry: entry, key: other.verifier.text) }
    }

    @Test("is refused with any octet changed")
    func mutated() throws {
        let octets = Bytes(proof.text.utf8)
        for place in octets.indices {
            for bit: UInt8 in [1, 4, 32] {
                var edited = octets
                edited[place] ^= bit
                guard let text = String(bytes: edited, encoding: .utf8) else { continue }
                #expect(throws: LedgerError.self, "octet \(place)") {
                    try TlogProof(parsing: text).verify(entry: entry, key: key)
                }
            }
        }
    }

    @Test("is refused with a line left out, doubled or exchanged")
    func lines() throws {
        let lines = proof.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for place in lines.indices {
            var (without, twice, exchanged) = (lines, lines, lines)
            without.remove(at: place)
            twice.insert(lines[place], at: place)
            exchanged.swapAt(place, (place + 1) % lines.count)
            for changed in [without, twice, exchanged] {
                // The signature line twice is still signed by the key.
                guard changed != lines, changed.filter({ $0.hasPrefix("—") }).count < 2 else { continue }
                #expect(throws: LedgerError.self, "line \(place)") {
                    try TlogProof(parsing: changed.joined(separator: "\n")).verify(entry: entry, key: key)
                }
            }
        }
    }

    @Test(
        "of another form is none",
        arguments: [
            ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2"), ("index 5", "index 05"), ("index 5", "index +5"),
            ("index 5", "index -5"), ("index 5", "Index 5"), ("index 5", "index 5\nindex 5"), ("index 5\n", ""),
            ("index 5", "extra AQI\nindex 5"), ("index 5", "index 5\nextra AQID"), ("index 5", "extra AQID"),
            ("index 5", "index 5\nAQID"), ("index 5", "index 9223372036854775808"), ("\n\n", "\n"),
        ])
    func malformed(part: String, other: String) {
        #expect(throws: LedgerError.malformed) { try TlogProof(parsing: proof.text.replacing(part, with: other)) }
    }
}

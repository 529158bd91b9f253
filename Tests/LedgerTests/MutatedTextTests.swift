import Foundation
import Primitives
import TestKit
import Testing

@testable import Ledger

@Suite("A text of the ledger that was changed")
struct MutatedTextTests {
    private static let signer = Result {
        try CheckpointSigner(origin: "ledger.example/log", seed: Bytes(repeating: 1, count: 32))
    }

    /// A signed proof of one of nine leaves.
    private func proof() throws -> (text: String, key: String) {
        let (tree, signer) = (ReferenceTree.counting(9), try Self.signer.get())
        let note = try signer.sign(Checkpoint(origin: signer.origin, size: 9, root: tree.root(of: 9)))
        return (TlogProof(index: 5, path: tree.path(5, in: 0..<9), checkpoint: note).text, signer.verifier.text)
    }

    /// Gives each of `count` seeds a text made of `octets` by small accidents, as lenient and strict readers of UTF-8 see it.
    private func forEachMutation(of octets: Bytes, _ count: UInt64 = 10_000, _ body: (UInt64, String) throws -> Void)
        rethrows
    {
        for seed in 0..<count {
            var dice = Dice(seed: seed)
            try body(seed, String(decoding: dice.mutated(octets), as: UTF8.self))
        }
    }

    @Test("is read as what it says or refused, and proves nothing new: proofs, 10,000 times")
    func proofs() throws {
        let (text, key) = try proof()
        forEachMutation(of: Bytes(text.utf8)) { seed, changed in
            guard let read = try? TlogProof(parsing: changed) else { return }
            if Bytes(read.text.utf8) != Bytes(changed.utf8) { Issue.record("seed \(seed): read as another text") }
            let proves = (try? read.verify(entry: Bytes("leaf 5".utf8), key: key)) != nil
            if proves, !isOriginal(changed, text) { Issue.record("seed \(seed): proves") }
        }
    }

    /// Whether nothing that is signed or proven is other than before.
    private func isOriginal(_ changed: String, _ text: String) -> Bool {
        guard let one = try? TlogProof(parsing: changed), let other = try? TlogProof(parsing: text) else {
            return false
        }
        return one.index == other.index && one.path == other.path && one.checkpoint.text == other.checkpoint.text
    }

    @Test("is read as what it says or refused: notes and checkpoints, 10,000 times")
    func notes() throws {
        let signer = try Self.signer.get()
        let note = try signer.sign(Checkpoint(origin: signer.origin, size: 9, root: MerkleTree.emptyRoot))
        forEachMutation(of: Bytes(note.description.utf8)) { seed, changed in
            if let read = try? SignedNote(parsing: changed), Bytes(read.description.utf8) != Bytes(changed.utf8) {
                Issue.record("seed \(seed): note")
            }
        }
        forEachMutation(of: Bytes(note.text.utf8)) { seed, changed in
            guard let read = try? Checkpoint(text: changed) else { return }
            // Extension lines are let through.
            if !Bytes(changed.utf8).starts(with: Bytes(read.text.utf8)) { Issue.record("seed \(seed): checkpoint") }
            if read.size < 0 || read.root.count != 32 { Issue.record("seed \(seed): checkpoint") }
        }
    }

    @Test("is read as what it says or refused: keys and places, 10,000 times")
    func keysAndPlaces() throws {
        let key = try Self.signer.get().verifier.text
        forEachMutation(of: Bytes(key.utf8)) { seed, changed in
            if let read = try? VerifierKey(changed), Bytes(read.text.utf8) != Bytes(changed.utf8) {
                Issue.record("seed \(seed): key")
            }
            _ = try? WitnessKey(changed)
        }
        forEachMutation(of: Bytes("tile/0/x001/x234/067.p/112".utf8)) { seed, changed in
            if let read = TilePath(changed), read.description != changed { Issue.record("seed \(seed): place") }
        }
    }

    @Test("is read as what it says or refused: entries and bundles, 10,000 times")
    func entries() throws {
        let octets = try Self.entry(1).canonical()
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            let changed = dice.mutated(octets)
            if let read = try? LedgerEntry(canonical: changed), try read.canonical() != changed {
                Issue.record("seed \(seed): entry")
            }
            let bundle = dice.mutated(try [octets, Bytes(), octets].flatMap { try EntryBundle.octets(of: $0) })
            if let parts = try? EntryBundle.entries(in: bundle),
                try parts.flatMap({ try EntryBundle.octets(of: $0) }) != bundle
            {
                Issue.record("seed \(seed): bundle")
            }
        }
    }

    @Test("and one that was not comes back as it was, whatever is in it, 10,000 times")
    func roundTrip() throws {
        for seed: UInt64 in 0..<10_000 {
            let entry = Self.entry(seed)
            guard let octets = try? entry.canonical() else { continue }
            if try LedgerEntry(canonical: octets) != entry { Issue.record("seed \(seed)") }
        }
    }

    private static func entry(_ seed: UInt64) -> LedgerEntry {
        var dice = Dice(seed: seed)
        let words = ["a", "қ", "\"", "\\", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "\u{1F512}", "\n", "e\u{301}", "/"]
        func maybe<Thing>(_ thing: Thing) -> Thing? { dice.roll(0...1) == 0 ? nil : thing }
        let text = dice.text(of: words, 0...6)
        let notes = (0..<dice.roll(0...3)).map { (dice.text(of: words, 0...4) + "\($0)", dice.text(of: words, 0...6)) }
        let digest = dice.octets(32...32)
        return LedgerEntry(
            nonce: dice.octets(16...16), role: text, actor: dice.text(of: words, 0...3), act: "read",
            whom: maybe(digest), fields: (0..<dice.roll(0...4)).map { _ in dice.roll(-9...70_000) },
            purpose: maybe(text), basis: maybe("consent"), clause: maybe("2.2.2"), edition: dice.roll(0...9),
            caseID: maybe(text), outcome: dice.roll(0...1) == 0 ? .done : .refused(text),
            at: Instant(microseconds: Int64(bitPattern: dice.next())), revision: maybe(dice.roll(0...9)),
            digest: maybe(digest), note: Dictionary(notes) { first, _ in first })
    }
}

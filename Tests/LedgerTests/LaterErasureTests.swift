import Primitives
import TestKit
import Testing

@testable import Ledger

@Suite("The erasures since an earlier state of the ledger")
struct LaterErasureTests {
    /// A ledger in which the first person is erased before a state, the second after it, and the third waits.
    private static func with(
        _ engine: Engine, _ body: (LedgerHouse, Checkpoint, [SubjectID]) async throws -> Void
    ) async throws {
        try await LedgerHouse.with(engine) { house in
            let persons = (0..<3).map { _ in SubjectID(from: house.randomness.source) }
            try await erase(persons[0], in: house)
            try await house.append(300)
            let earlier = try #require(try await house.sequencer().sequence())
            try await house.append(300)
            try await erase(persons[1], in: house)
            try await house.append(300)
            try await house.sequencer().sequence()
            try await erase(persons[2], in: house)
            try await body(house, earlier, persons)
        }
    }

    private static func erase(_ subject: SubjectID, in house: LedgerHouse) async throws {
        let entry = house.entry(
            "decline", digest: Whom.erasureMark(of: subject), note: [LedgerEntry.closesWord: "1"])
        try await house.append([entry], subject: nil)
    }

    private static func marks(_ house: LedgerHouse, after size: Int, root: Bytes) async throws -> Set<Bytes> {
        try await house.reader.later(than: size, root: root, signedBy: house.signer.verifier).marks
    }

    @Test("are those behind it and those that wait, and no other", arguments: Engine.available)
    func later(engine: Engine) async throws {
        try await Self.with(engine) { house, earlier, persons in
            let later = try await Self.marks(house, after: earlier.size, root: earlier.root)
            #expect(later == Set(persons.dropFirst().map(Whom.erasureMark)))
            let all = try await Self.marks(house, after: 0, root: MerkleTree.emptyRoot)
            #expect(all == Set(persons.map(Whom.erasureMark)))
        }
    }

    @Test("are not told of a ledger that does not continue that state", arguments: Engine.available)
    func otherState(engine: Engine) async throws {
        try await Self.with(engine) { house, earlier, _ in
            for (size, root) in [
                (earlier.size - 1, earlier.root), (earlier.size, MerkleTree.emptyRoot), (100_000, earlier.root),
            ] {
                await #expect(throws: LedgerError.forked) { try await Self.marks(house, after: size, root: root) }
            }
        }
    }

    @Test("are not told of a ledger that was changed, or is another's", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await Self.with(engine) { house, earlier, _ in
            let other = try CheckpointSigner(origin: LedgerHouse.origin, seed: Bytes(repeating: 8, count: 32))
            await #expect(throws: LedgerError.badSignature) {
                try await house.reader.later(than: earlier.size, root: earlier.root, signedBy: other.verifier)
            }
            // The octet of a nonce in the last bundle; where erasures stand does not matter.
            try await house.edit("bundle", "number = 3") { content in
                if let place = content.indices.last { content[place - 200] ^= 1 }
            }
            await #expect(throws: LedgerError.self) {
                try await Self.marks(house, after: earlier.size, root: earlier.root)
            }
        }
    }
}

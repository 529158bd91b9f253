import Foundation
import Primitives
import TestKit
import Testing

@testable import Ledger

@Suite("A checkpoint")
struct CheckpointTests {
    /// The text of the example of C2SP `tlog-checkpoint`.
    private static let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

    @Test("of the standard's example is read and written")
    func example() throws {
        let checkpoint = try Checkpoint(text: Self.text)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.text == Self.text)
        #expect(try Checkpoint(text: Self.text + "an extension\n") == checkpoint)
    }

    @Test(
        "of another form is none",
        arguments: [
            "", "\n\n\n", "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", text + "\n", String(text.dropLast()),
            text.replacing("\n2", with: "\n02"), text.replacing("\n2", with: "\n+2"),
            text.replacing("\n2", with: "\n-2"),
            text.replacing("2I=", with: "2J="), text.replacing("2I=", with: "2I"), text.replacing("CsUY", with: ""),
        ])
    func malformed(text: String) {
        #expect(throws: LedgerError.malformed) { try Checkpoint(text: text) }
    }
}

@Suite("The checkpoint file")
struct CheckpointFileTests {
    private func checkpoint(_ size: Int, root: UInt8 = 5) -> Checkpoint {
        Checkpoint(origin: "ledger.example/log", size: size, root: Bytes(repeating: root, count: 32))
    }

    private func note(_ checkpoint: Checkpoint) throws -> SignedNote {
        try CheckpointSigner(origin: checkpoint.origin, seed: Bytes(repeating: 1, count: 32)).sign(checkpoint)
    }

    @Test("keeps the newest note, readable by its owner alone, and leaves nothing beside it")
    func newest() async throws {
        try await withTemporaryFolder { folder in
            let file = CheckpointFile(path: folder.appending(path: "checkpoint").path)
            #expect(try file.read() == nil)
            for size in [3, 8, 8, 9] { try file.write(try note(checkpoint(size)), of: checkpoint(size)) }
            #expect(try CheckpointFile(path: file.path).read() == note(checkpoint(9)))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["checkpoint"])
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("is not taken back to an older state, nor to another of the same size")
    func older() async throws {
        try await withTemporaryFolder { folder in
            let file = CheckpointFile(path: folder.appending(path: "checkpoint").path)
            try file.write(try note(checkpoint(9)), of: checkpoint(9))
            try file.write(try note(checkpoint(4)), of: checkpoint(4))
            #expect(throws: LedgerError.forked) {
                try file.write(try note(checkpoint(9, root: 6)), of: checkpoint(9, root: 6))
            }
            #expect(try file.read() == note(checkpoint(9)))
        }
    }

    @Test("is whole at every moment while many write and read it")
    func atomic() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "checkpoint").path
            try CheckpointFile(path: path).write(try note(checkpoint(1)), of: checkpoint(1))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for size in 0..<25 {
                            let checkpoint = checkpoint(2 + writer + size * 4)
                            try CheckpointFile(path: path).write(try note(checkpoint), of: checkpoint)
                        }
                    }
                }
                group.addTask {
                    var size = 0
                    for _ in 0..<200 {
                        let note = try #require(try CheckpointFile(path: path).read())
                        let read = try Checkpoint(text: note.text).size
                        #expect(read >= size)
                        size = read
                    }
                }
                try await group.waitForAll()
            }
            let last = try #require(try CheckpointFile(path: path).read())
            #expect(try Checkpoint(text: last.text).size == 101)
        }
    }

    @Test("that cannot be read keeps the sequencer from starting, where a missing one does not")
    func unreadable() async throws {
        try await LedgerHouse.with(.sqlite) { house in
            try FileManager.default.createDirectory(atPath: house.path("folder"), withIntermediateDirectories: false)
            #expect(throws: (any Error).self) { try house.sequencer("folder") }
            try Data("nothing".utf8).write(to: URL(filePath: house.path("rubbish")))
            #expect(throws: LedgerError.malformed) { try house.sequencer("rubbish") }
            let foreign = try CheckpointSigner(origin: LedgerHouse.origin, seed: Bytes(repeating: 2, count: 32))
            let note = try foreign.sign(Checkpoint(origin: foreign.origin, size: 0, root: MerkleTree.emptyRoot))
            try Data(note.description.utf8).write(to: URL(filePath: house.path("foreign")))
            #expect(throws: LedgerError.badSignature) { try house.sequencer("foreign") }
            #expect(throws: Never.self) { try house.sequencer("missing") }
        }
    }

    @Test("that could not be written holds back publication, which is made up for later", arguments: Engine.available)
    func unwritable(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer("not there/checkpoint")
            try await house.append(2)
            await #expect(throws: CheckpointFileError.self) { try await sequencer.sequence() }
            let before = try await house.reader.checkpoint()
            #expect(before == nil)
            try FileManager.default.createDirectory(atPath: house.path("not there"), withIntermediateDirectories: false)
            let checkpoint = try await sequencer.sequence()
            #expect(checkpoint?.size == 2)
            let after = try #require(try await house.reader.checkpoint())
            let outside = try sequencer.outsideNote()
            #expect(after == outside)
        }
    }
}

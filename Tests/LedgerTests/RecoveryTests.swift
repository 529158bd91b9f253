import Foundation
import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("A log whose end was lost")
struct RecoveryTests {
    /// A house of 10 entries where 15 were signed.
    private static func with(_ engine: Engine, _ body: (LedgerHouse, Checkpoint) async throws -> Void) async throws {
        try await LedgerHouse.with(engine) { house in
            _ = try await house.person(revisions: 5)
            try await house.sequencer().sequence()
            let yesterday = try await house.backup()
            try await house.append(5)
            let signed = try #require(try await house.sequencer().sequence())
            try await house.putBack(yesterday)
            try await body(house, signed)
        }
    }

    private static func loss(_ sequencer: Sequencer) async throws -> LedgerRecovery.Loss {
        guard case .lost(let loss) = try await LedgerRecovery(sequencer).find(sequencer) else {
            throw LedgerError.malformed
        }
        return loss
    }

    private static func begun(_ house: LedgerHouse, _ sequencer: Sequencer) async throws -> Sequencer {
        let loss = try await loss(sequencer)
        let entry = house.entry("begin_again", digest: loss.signed.root)
        let signer = try await LedgerRecovery(sequencer).beginAgain(loss, with: entry, at: house.clock.now)
        return try Sequencer(
            database: house.database, signer: signer, checkpointFile: house.path("checkpoint"),
            time: house.clock.source)
    }

    @Test("is told from and to which entry, and nothing is changed by asking", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await Self.with(engine) { house, signed in
            let before = try await house.backup()
            let loss = try await Self.loss(try house.sequencer())
            #expect(loss.kept == 10)
            #expect(loss.signed == signed)
            #expect(loss.signed.size == 15)
            #expect(loss.next == "ledger.example/log/2")
            let after = try await house.backup()
            #expect(after["tree"]?.map(\.values) == before["tree"]?.map(\.values))
            await #expect(throws: LedgerError.forked) { try await house.sequencer().sequence() }
        }
    }

    @Test(
        "is followed by one of another key, which keeps the entries that are left and names the lost checkpoint first",
        arguments: Engine.available)
    func followed(engine: Engine) async throws {
        try await Self.with(engine) { house, signed in
            // What waited when the data were copied comes behind.
            try await house.append(3)
            let old = try house.sequencer()
            let left = try await house.sequenced()
            let sequencer = try await Self.begun(house, old)
            let checkpoint = try #require(try await sequencer.sequence())
            #expect(checkpoint.origin == "ledger.example/log/2")
            #expect(checkpoint.size == 14)
            let entries = try await house.sequenced()
            #expect(Array(entries.prefix(10)) == left)
            let first = try LedgerEntry(canonical: entries[10])
            #expect(first.act == "begin_again")
            #expect(first.digest == signed.root)
            let published = try await house.reader.checkpoint()
            #expect(try sequencer.outsideNote() == published)
            #expect(sequencer.verifierKey != old.verifierKey)
            #expect(try await sequencer.verifierKeys() == [sequencer.verifierKey, old.verifierKey])

            let report = try await house.audit(signedBy: sequencer.verifier)
            #expect(report.faults == [])
            try await house.append(300)
            let later = try #require(try await sequencer.sequence())
            try await house.expectOneTree([checkpoint, later])
            #expect(try await sequencer.standing() == .sound(entries: 314))
            #expect(try await house.reader.origin(first: "x") == "ledger.example/log/2")
        }
    }

    @Test("is signed no more by whoever woke with it", arguments: Engine.available)
    func old(engine: Engine) async throws {
        try await Self.with(engine) { house, _ in
            let sleeper = try house.sequencer("a file of its own")
            let sequencer = try await Self.begun(house, try house.sequencer())
            let checkpoint = try #require(try await sequencer.sequence())
            try await house.append(20)
            await #expect(throws: LedgerError.forked) { try await sleeper.sequence() }
            let published = try #require(try await house.reader.checkpoint())
            #expect(try Checkpoint(text: SignedNote(parsing: published).text) == checkpoint)
            #expect(try sleeper.outsideNote() == nil)
        }
    }

    @Test("is followed also where the process ended before the first signature", arguments: Engine.available)
    func interrupted(engine: Engine) async throws {
        try await Self.with(engine) { house, signed in
            _ = try await Self.begun(house, try house.sequencer())
            // The file still holds the old log's checkpoint.
            let signer = try house.signer.named("ledger.example/log/2")
            let sequencer = try Sequencer(
                database: house.database, signer: signer, checkpointFile: house.path("checkpoint"),
                time: house.clock.source)
            #expect(try await sequencer.sequence()?.size == 11)
            let published = try await house.reader.checkpoint()
            #expect(try sequencer.outsideNote() == published)
        }
    }

    @Test("is followed on another machine too, whose file knows no more of it", arguments: Engine.available)
    func elsewhere(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(10)
            try await house.sequencer("there").sequence()
            let yesterday = try await house.backup()
            try await house.append(2)
            try await house.sequencer("there").sequence()
            try await house.append(3)
            try await house.sequencer().sequence()
            try await house.putBack(yesterday)
            let sequencer = try await Self.begun(house, try house.sequencer())
            try await sequencer.sequence()
            try await house.append(1)
            func elsewhere(_ file: String) throws -> Sequencer {
                try Sequencer(
                    database: house.database, signer: house.signer.named("ledger.example/log/2"),
                    checkpointFile: house.path(file), time: house.clock.source)
            }
            let other = try elsewhere("there")
            #expect(try await other.sequence()?.size == 12)
            let published = try await house.reader.checkpoint()
            #expect(try other.outsideNote() == published)

            // One that knows more than was given up, or is not signed, is no leave to go on.
            for size in [16, 15] {
                let note =
                    size == 16
                    ? try house.signer.sign(
                        Checkpoint(origin: LedgerHouse.origin, size: 16, root: MerkleTree.emptyRoot))
                    : SignedNote(
                        text: Checkpoint(origin: LedgerHouse.origin, size: 15, root: MerkleTree.emptyRoot).text,
                        signatures: [.init(name: LedgerHouse.origin, keyHash: [1, 2, 3, 4], octets: [5])])
                try Data(note.description.utf8).write(to: URL(filePath: house.path("forged")))
                let doubtful = try elsewhere("forged")
                await #expect(throws: LedgerError.forked) { try await doubtful.sequence() }
            }
        }
    }

    @Test("twice, is followed by a third; put back from before the second too", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await Self.with(engine) { house, _ in
            let before = try await house.backup()
            let sequencer = try await Self.begun(house, try house.sequencer())
            try await sequencer.sequence()
            // The copy is older than the second log, whose checkpoint is in the file.
            try await house.database.execute("DELETE FROM former_log")
            try await house.putBack(before)
            let third = try await Self.begun(house, try house.sequencer())
            #expect(try await third.sequence()?.origin == "ledger.example/log/3")
            #expect(try await house.audit(signedBy: third.verifier).faults == [])
        }
    }

    @Test("is told by the newest checkpoint that others hold, and by none that it reaches", arguments: Engine.available)
    func goneOn(engine: Engine) async throws {
        try await Self.with(engine) { house, signed in
            let sequencer = try house.sequencer()
            let recovery = LedgerRecovery(sequencer)
            let newer = try #require(try CheckpointFile(path: house.path("checkpoint")).read())
            #expect(try await recovery.newest(of: [newer]) == signed)
            #expect(try await recovery.newest(of: []) == nil)
            let (size, root) = try await house.database.read { transaction in
                let head = try TreeStore(transaction: transaction).head()
                return (head.size, head.root)
            }
            let same = try house.signer.sign(Checkpoint(origin: LedgerHouse.origin, size: size, root: root))
            #expect(try await recovery.newest(of: [same]) == nil)
            // A log that followed this one is newer, however few entries it has.
            let next = try house.signer.named("\(LedgerHouse.origin)/2")
            let later = Checkpoint(origin: "\(LedgerHouse.origin)/2", size: 3, root: signed.root)
            #expect(try await recovery.newest(of: [newer, try next.sign(later)]) == later)
            let other = try house.signer.sign(
                Checkpoint(origin: LedgerHouse.origin, size: size, root: MerkleTree.emptyRoot))
            await #expect(throws: LedgerError.forked) { try await recovery.newest(of: [other]) }
            let forged = SignedNote(
                text: same.text, signatures: [.init(name: LedgerHouse.origin, keyHash: [1, 2, 3, 4], octets: [5])])
            await #expect(throws: LedgerError.badSignature) { try await recovery.newest(of: [forged]) }
        }
    }

    @Test("is not followed where entries were changed, or where nothing is lost", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(300)
            let sequencer = try house.sequencer()
            try await sequencer.sequence()
            guard case .sound(300) = try await LedgerRecovery(sequencer).find(sequencer) else {
                Issue.record("not sound")
                return
            }
            try await house.database.execute("DELETE FROM tile WHERE level = 1")
            guard case .refused(.damaged) = try await LedgerRecovery(sequencer).find(sequencer) else {
                Issue.record("not refused")
                return
            }
        }
        try await Self.with(engine) { house, _ in
            try await house.edit("tile", "level = 0") { $0[0] ^= 1 }
            let sequencer = try house.sequencer()
            guard case .refused = try await LedgerRecovery(sequencer).find(sequencer) else {
                Issue.record("not refused")
                return
            }
        }
    }
}

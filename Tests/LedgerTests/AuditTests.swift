import Crypto
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@testable import Ledger

@Suite("An audit")
struct AuditTests {
    @Test("of a sound ledger says so, with the number of entries and the root", arguments: Engine.available)
    func sound(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            _ = try await house.person(revisions: 3)
            try await house.append(300)
            _ = try await house.person(revisions: 1)
            let sequencer = try house.sequencer()
            let checkpoint = try #require(try await sequencer.sequence())
            let progress = Mutex<[Int]>([])
            let outside = try #require(try sequencer.outsideNote())
            let report = try await house.audit(outside: [outside]) { stage, done, _ in
                if stage == .entries { progress.withLock { $0.append(done) } }
            }
            #expect(
                report.description
                    == "ok, 308 entries, root \(checkpoint.root.hex), 8 rows compared, 0 closed by erasure")
            #expect(progress.withLock { $0 } == [256, 308])
        }
    }

    @Test("of an empty ledger says so", arguments: Engine.available)
    func empty(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let report = try await house.audit()
            #expect(report.isSound)
            #expect(report.size == 0)
            #expect(report.root == MerkleTree.emptyRoot)
        }
    }

    @Test("is not troubled by entries that still wait", arguments: Engine.available)
    func waiting(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let person = try await house.person(revisions: 1)
            let gone = try await house.person(revisions: 1)
            try await house.sequencer().sequence()
            try await house.change(person, to: 2)
            try await house.erase(gone, by: "decline")
            let report = try await house.audit()
            #expect(report.faults == [])
            #expect(report.size == 4)
            #expect(report.compared == 2)
        }
    }

    @Test("closes what is about an erased person by the entry of the erasure", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let person = try await house.person(revisions: 2)
            _ = try await house.person(revisions: 1)
            // Whichever act it was: a person who withdraws, or a draft that lapses, is erased too.
            try await house.erase(person, by: "withdraw")
            try await house.sequencer().sequence()
            let report = try await house.audit()
            #expect(report.faults == [])
            #expect(report.compared == 2)
            #expect(report.closed == 5)
            #expect(report.closings.first == [6])
            #expect(report.description.hasSuffix("5 closed by erasure (1 persons, entries 6)"))
        }
    }

    @Test("holds the tree against notes from outside", arguments: Engine.available)
    func outside(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer()
            try await house.append(4)
            try await sequencer.sequence()
            let early = try #require(try sequencer.outsideNote())
            let backup = try await house.backup()
            try await house.append(3)
            try await sequencer.sequence()
            let late = try #require(try sequencer.outsideNote())
            #expect(try await house.audit(outside: [early, late]).isSound)

            try await house.putBack(backup)
            let yesterday = try await house.audit(outside: [early, late])
            #expect(yesterday.faults == ["a checkpoint names 7 entries, the tree holds 4"])
            try await house.append(5)
            try await house.sequencer("a file that was lost").sequence()
            let other = try await house.audit(outside: [early, late, "nothing"])
            #expect(
                other.faults == [
                    "a checkpoint from outside is not signed by the ledger's key",
                    "the tree does not continue the checkpoint of 7 entries",
                ])
        }
    }
}

extension LedgerHouse {
    func audit(
        outside: [String] = [], openingKey: SymmetricKey = historyKey, signedBy key: VerifierKey? = nil,
        progress: LedgerAudit.Progress = { _, _, _ in }
    ) async throws -> LedgerAudit.Report {
        let persons = LedgerAudit.Persons(
            opening: { _, nonce in Whom.opening(historyKey: openingKey, nonce: nonce) },
            current: { subject in
                let row = try await database.read {
                    try $0.row("SELECT revision, sealed FROM record WHERE id = \(subject)")
                }
                return try row.map { row in
                    LedgerAudit.Current(
                        revision: Int(try row.int(0)), digest: Bytes(SHA256.hash(data: try row.bytes(1))))
                }
            },
            erased: { last in
                // Page by page, as those who have many do.
                try await database.read { transaction in
                    try transaction.rows("SELECT id FROM erased WHERE id > \(last) ORDER BY id LIMIT 2")
                        .map { try $0.identifier(0) as SubjectID }
                }
            },
            erasedCount: { try await database.read { try $0.count("SELECT count(*) FROM erased") } },
            editions: { [] })
        return try await LedgerAudit(database: database, verifier: key ?? signer.verifier)
            .run(persons, outside: outside, progress: progress)
    }
}

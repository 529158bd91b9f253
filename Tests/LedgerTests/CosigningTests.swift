import Foundation
import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("A witness that is asked to co-sign")
struct CosigningTests {
    private static func witness(_ house: LedgerHouse, _ folder: String = "witness") throws -> Ledger.Witness {
        try FileManager.default.createDirectory(
            atPath: house.path(folder), withIntermediateDirectories: true)
        let key = try house.signer.verifier
        return Ledger.Witness(
            try WitnessSigner(name: "w.example/1", seed: Bytes(repeating: 5, count: 32)), folder: house.path(folder),
            time: house.clock.source, logs: { [key] })
    }

    /// The request for the newest checkpoint of a house.
    private static func request(_ house: LedgerHouse, after size: Int) async throws -> AddCheckpoint {
        let note = try SignedNote(parsing: try #require(try await house.reader.checkpoint()))
        let proof = try await house.reader.consistencyProof(from: size, to: try Checkpoint(text: note.text).size)
        return AddCheckpoint(oldSize: size, proof: proof, checkpoint: note)
    }

    @Test(
        "signs what continues the tree before, with its time, and keeps it for its next start",
        arguments: Engine.available)
    func signs(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let witness = try Self.witness(house)
            var size = 0
            for batch in [1, 300, 0, 77] {
                try await house.append(batch)
                try await house.sequencer().sequence()
                let asked = try await Self.request(house, after: size)
                guard case .cosigned(let line) = try witness.add(asked.body) else {
                    Issue.record("not signed after \(size)")
                    return
                }
                let note = try SignedNote(parsing: asked.checkpoint.description + line)
                #expect(note.text == asked.checkpoint.text)
                let key = try WitnessKey(witness.signer.verifierKey)
                #expect(try key.time(on: note) == Instant(seconds: house.clock.now.seconds))
                size = try Checkpoint(text: note.text).size
                // Another process, later.
                #expect(try Self.witness(house).newest(of: LedgerHouse.origin)?.size == size)
            }
            #expect(size == 378)
        }
    }

    @Test("signs no fork, nothing that is older, and nothing without proof", arguments: Engine.available)
    func refuses(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let witness = try Self.witness(house)
            try await house.append(100)
            try await house.sequencer().sequence()
            let early = try await Self.request(house, after: 0)
            let yesterday = try await house.backup()
            try await house.append(50)
            try await house.sequencer().sequence()
            let late = try await Self.request(house, after: 100)
            #expect(try witness.add(late.body) == .conflict(0))
            guard case .cosigned = try witness.add(early.body), case .cosigned = try witness.add(late.body) else {
                Issue.record("not signed")
                return
            }
            let file = try FileManager.default.contentsOfDirectory(atPath: house.path("witness"))
            #expect(try witness.add(early.body) == .conflict(150))
            #expect(try witness.add(late.body) == .conflict(150))
            let rolledBack = AddCheckpoint(oldSize: 150, proof: [], checkpoint: early.checkpoint)
            #expect(try witness.add(rolledBack.body) == .malformed)

            // A log that begins anew from yesterday, by another file.
            try await house.putBack(yesterday)
            try await house.append(50)
            try await house.sequencer("another file").sequence()
            let fork = AddCheckpoint(
                oldSize: 150, proof: [], checkpoint: try await Self.request(house, after: 0).checkpoint)
            #expect(try witness.add(fork.body) == .rootsDiffer)
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.path("witness")).count == file.count + 1)
            try await house.append(50)
            try await house.sequencer("another file").sequence()
            let grown = try await Self.request(house, after: 150)
            #expect(try witness.add(grown.body) == .badProof)
            let bare = AddCheckpoint(oldSize: 150, proof: [], checkpoint: grown.checkpoint)
            #expect(try witness.add(bare.body) == .badProof)
            #expect(try witness.newest(of: LedgerHouse.origin)?.size == 150)
        }
    }

    @Test("knows no log but those it is told of, and no signature but theirs")
    func strangers() async throws {
        try await LedgerHouse.with(.sqlite) { house in
            let witness = try Self.witness(house)
            for (origin, seed, answer) in [
                ("other.example/log", UInt8(7), Ledger.Witness.Answer.unknownLog),
                (LedgerHouse.origin, 8, .notSigned),
            ] {
                let signer = try CheckpointSigner(origin: origin, seed: Bytes(repeating: seed, count: 32))
                let note = try signer.sign(Checkpoint(origin: origin, size: 0, root: MerkleTree.emptyRoot))
                #expect(try witness.add(AddCheckpoint(oldSize: 0, proof: [], checkpoint: note).body) == answer)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.path("witness")) == [])
        }
    }

    @Test("takes a request of one form only")
    func form() throws {
        let note = try CheckpointSigner(origin: "a", seed: Bytes(repeating: 1, count: 32))
            .sign(Checkpoint(origin: "a", size: 9, root: Bytes(repeating: 1, count: 32)))
        let asked = AddCheckpoint(
            oldSize: 4, proof: [Bytes(repeating: 2, count: 32), Bytes(repeating: 3, count: 32)], checkpoint: note)
        #expect(try AddCheckpoint(parsing: asked.body) == asked)
        for wrong in [
            "", "old 4\n", asked.body.replacing("old 4", with: "old 04"), asked.body.replacing("old 4", with: "old -4"),
            asked.body.replacing("old 4", with: "Old 4"), asked.body.replacing("AgIC", with: "AgI"),
            String(asked.body.dropLast()),
            "old 4\n" + String(repeating: "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\n", count: 64) + "\n"
                + note.description,
        ] { #expect(throws: LedgerError.malformed) { try AddCheckpoint(parsing: wrong) } }
    }
}

@Suite("A log with witnesses")
struct LogWitnessesTests {
    /// Witnesses by name, reached without a network.
    private static func with(
        _ engine: Engine, _ names: [String] = ["w.example/1"],
        _ body: (LedgerHouse, LogWitnesses, [Ledger.Witness]) async throws -> Void
    ) async throws {
        try await LedgerHouse.with(engine) { house in
            let key = try house.signer.verifier
            let witnesses = try names.enumerated().map { number, name in
                try FileManager.default.createDirectory(
                    atPath: house.path("\(number)"), withIntermediateDirectories: true)
                return Ledger.Witness(
                    try WitnessSigner(name: name, seed: Bytes(repeating: UInt8(number), count: 32)),
                    folder: house.path("\(number)"), time: house.clock.source, logs: { [key] })
            }
            let places = try witnesses.enumerated().map { number, witness in
                LogWitnesses.Place(key: try WitnessKey(witness.signer.verifierKey), address: "https://\(number)")
            }
            let log = LogWitnesses(
                database: house.database, verifier: key, places: places, time: house.clock.source
            ) { address, body in
                for (number, witness) in witnesses.enumerated() where address == "https://\(number)/add-checkpoint" {
                    switch try witness.add(body) {
                    case .cosigned(let lines): return .init(status: 200, type: "text/plain", body: lines)
                    case .conflict(let size): return .init(status: 409, type: "text/x.tlog.size", body: "\(size)\n")
                    case .rootsDiffer: return .init(status: 409, type: "text/plain", body: "")
                    case .badProof: return .init(status: 422, type: "text/plain", body: "")
                    case .malformed: return .init(status: 400, type: "text/plain", body: "")
                    case .unknownLog: return .init(status: 404, type: "text/plain", body: "")
                    case .notSigned: return .init(status: 403, type: "text/plain", body: "")
                    }
                }
                throw LedgerError.noLeaf(0)
            }
            try await body(house, log, witnesses)
        }
    }

    @Test("shows their cosignatures on its checkpoint and in its proofs", arguments: Engine.available)
    func cosigned(engine: Engine) async throws {
        try await Self.with(engine, ["w.example/1", "w.example/2"]) { house, log, witnesses in
            #expect(try await log.round() == 0)
            let entry = try #require(try await house.append(30).first)
            let sequencer = try house.sequencer()
            try await sequencer.sequence()
            #expect(try await log.round() == 2)
            // The log goes on; what is proven is proven by what the witnesses have seen.
            try await house.append(300)
            try await sequencer.sequence()
            let keys = witnesses.map(\.signer.verifierKey)
            let proof = try TlogProof(parsing: try #require(try await house.reader.proof(of: entry.id)))
            let seen = try proof.verify(
                entry: try entry.canonical(), key: sequencer.verifierKey, witnesses: keys, quorum: 2)
            #expect(seen.size == 30)
            let shown = try #require(try await house.reader.published(at: house.clock.now, limit: .minutes(30)))
            #expect(try SignedNote(parsing: shown).signatures.count == 3)
            let stale = try await house.reader.published(at: house.clock.now + .minutes(31), limit: .minutes(30))
            let newest = try await house.reader.checkpoint()
            #expect(stale == newest)
            #expect(try await log.round() == 2)
            #expect(try await house.reader.cosignedSize() == 330)
            #expect(try await sequencer.standing() == .sound(entries: 330))
            #expect(try await house.audit().faults == [])
        }
    }

    @Test("asks again when nothing has grown, but not at once", arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await Self.with(engine) { house, log, _ in
            try await house.append(3)
            try await house.sequencer().sequence()
            #expect(try await log.round() == 1)
            #expect(try await log.round() == 0)
            house.clock.advance(by: .minutes(10))
            #expect(try await log.round() == 1)
            let standing = try #require(try await house.reader.witnesses().first)
            #expect(standing.cosigned == Instant(seconds: house.clock.now.seconds))
            #expect(standing.fault == nil)
        }
    }

    @Test("asks at once after a start, whatever it kept: that may be yesterday's", arguments: Engine.available)
    func afterStart(engine: Engine) async throws {
        try await Self.with(engine) { house, log, _ in
            try await house.append(3)
            try await house.sequencer().sequence()
            #expect(try await log.round() == 1)
            let yesterday = try await house.backup()
            house.clock.advance(by: .seconds(20))
            try await house.append(20)
            try await house.sequencer().sequence()
            #expect(try await log.round() == 1)
            try await house.putBack(yesterday)
            house.clock.advance(by: .seconds(20))
            let started = LogWitnesses(
                database: house.database, verifier: log.verifier, places: log.places, time: house.clock.source,
                send: log.send)
            #expect(try await started.round() == 0)
            #expect(try await house.reader.witnesses().map(\.fault) == ["ahead"])
        }
    }

    @Test(
        "learns the size from a witness that knows it already, and notices one that knows more",
        arguments: Engine.available)
    func sizes(engine: Engine) async throws {
        try await Self.with(engine) { house, log, witnesses in
            try await house.append(40)
            try await house.sequencer().sequence()
            let yesterday = try await house.backup()
            try await house.append(40)
            try await house.sequencer().sequence()
            try await log.round()
            try await house.database.execute("DELETE FROM log_witness")
            try await house.append(1)
            try await house.sequencer().sequence()
            #expect(try await log.round() == 1)

            // Yesterday's data, and the file that would tell is lost too: the witness tells.
            try await house.putBack(yesterday)
            try await house.database.execute("DELETE FROM log_witness")
            #expect(try await log.round() == 0)
            #expect(try await house.reader.witnesses().map(\.fault) == ["ahead"])
            try await house.append(100)
            try await house.sequencer("new").sequence()
            #expect(try await log.round() == 0)
            #expect(try await house.reader.witnesses().map(\.fault) == ["refused"])
            #expect(try witnesses[0].newest(of: LedgerHouse.origin)?.size == 81)
        }
    }

    @Test("goes on without one that is away, and takes no answer of another key", arguments: Engine.available)
    func away(engine: Engine) async throws {
        try await Self.with(engine) { house, log, witnesses in
            try await house.append(4)
            try await house.sequencer().sequence()
            let other = try WitnessSigner(name: "w.example/1", seed: Bytes(repeating: 99, count: 32))
            let key = try WitnessKey(other.verifierKey)
            let away = LogWitnesses(
                database: house.database, verifier: log.verifier, places: [.init(key: key, address: "https://9")],
                time: house.clock.source, send: log.send)
            #expect(try await away.round() == 0)
            #expect(try await house.reader.witnesses().map(\.fault) == ["away"])
            let mistaken = LogWitnesses(
                database: house.database, verifier: log.verifier,
                places: [.init(key: key, address: "https://0")], time: house.clock.source, send: log.send)
            #expect(try await mistaken.round() == 0)
            #expect(try await house.reader.witnesses().map(\.fault) == ["nonsense"])
            #expect(try await house.reader.cosignedSize() == nil)
        }
    }
}

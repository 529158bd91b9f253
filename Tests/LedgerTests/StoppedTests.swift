import Foundation
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@testable import Ledger

@Suite("A sequencer that was stopped")
struct StoppedTests {
    @Test(
        "between commit and signature wakes beside another that went on, and its tree is a beginning of the other's",
        arguments: Engine.available, ["the same file", "a file of its own"])
    func betweenCommitAndSignature(engine: Engine, file: String) async throws {
        try await LedgerHouse.with(engine) { house in
            let gate = Gate()
            let sleeping = StoppingDatabase(house.database, after: 1, gate)
            let sleeper = try house.sequencer(file == "the same file" ? "checkpoint" : "other", on: sleeping)
            try await house.append(300)
            let late = Task { try await sleeper.sequence() }
            await gate.reached()

            let other = try house.sequencer()
            for _ in 0..<3 {
                try await house.append(90)
                try await other.sequence()
            }
            gate.open()
            let woken = try #require(try await late.value)
            #expect(woken.size >= 300)
            #expect(!sleeper.isForked)
            try await house.append(1)
            let signed = [woken, try await sleeper.sequence(), try await other.sequence()].compactMap { $0 }
            try await house.expectOneTree(signed)
        }
    }

    @Test(
        "in its transaction, while the tree moves, takes what is left and signs no other tree",
        arguments: Engine.available)
    func beforeCommit(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencers = try (0..<6).map { try house.sequencer("checkpoint \($0)", most: 5 + $0) }
            let signed = try await withThrowingTaskGroup(of: [Checkpoint].self) { group in
                for sequencer in sequencers {
                    group.addTask {
                        var own: [Checkpoint] = []
                        for _ in 0..<8 {
                            try await house.append(7)
                            if let checkpoint = try await sequencer.sequence() { own.append(checkpoint) }
                        }
                        return own
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try await house.expectOneTree(signed)
            #expect(sequencers.allSatisfy { !$0.isForked })
        }
    }

    @Test("while the database was put back wakes, and signs nothing", arguments: Engine.available)
    func putBack(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(20)
            try await house.sequencer().sequence()
            let yesterday = try await house.backup()
            let gate = Gate()
            let sleeper = try house.sequencer(on: StoppingDatabase(house.database, after: 1, gate))
            try await house.append(30)
            let late = Task { try await sleeper.sequence() }
            await gate.reached()

            try await house.putBack(yesterday)
            try await house.append(40)
            let other = try house.sequencer()
            try await other.sequence()
            let note = try #require(try await house.reader.checkpoint())
            gate.open()
            await #expect(throws: LedgerError.forked) { _ = try await late.value }
            #expect(sleeper.isForked)
            // Two trees of 50 and of 60 would be a fork: the one that is public stays the only one.
            #expect(try other.outsideNote() == note)
            #expect(try await house.reader.checkpoint() == note)
        }
    }

    @Test("knows what is wrong with its database", arguments: Engine.available)
    func standing(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer()
            #expect(try await sequencer.standing() == .sound(entries: 0))
            try await house.append(10)
            try await sequencer.sequence()
            let yesterday = try await house.backup()
            try await house.append(5)
            let signed = try #require(try await sequencer.sequence())
            #expect(try await sequencer.standing() == .sound(entries: 15))
            try await house.putBack(yesterday)
            for process in [sequencer, try house.sequencer()] {
                #expect(try await process.standing() == .older(entries: 10, signed: signed))
            }
            try await house.append(9)
            try await house.sequencer("a file that was lost").sequence()
            #expect(try await sequencer.standing() == .contradicted(signed))
            try await house.database.execute("UPDATE tree SET size = 18")
            #expect(try await house.sequencer("new").standing() != .sound(entries: 18))
            try await house.database.execute("UPDATE tree SET size = 19, note = '', origin = 'another/log'")
            #expect(try await house.sequencer("new").standing() == .otherLog("another/log"))
        }
    }
}

/// Where a process stands still until it is woken.
private final class Gate: Sendable {
    private let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    private let (openings, opened) = AsyncStream.makeStream(of: Void.self)

    /// Waits until somebody stands before it.
    func reached() async { for await _ in arrivals { return } }

    func open() { opened.yield() }

    func pass() async {
        arrived.yield()
        for await _ in openings { return }
    }
}

/// A database whose process is stopped after one of its commits.
private final class StoppingDatabase: Database {
    private let base: any Database
    private let gate: Gate
    private let left: Mutex<Int>

    init(_ base: any Database, after writes: Int, _ gate: Gate) {
        self.base = base
        self.gate = gate
        left = Mutex(writes)
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer { try await base.read(body) }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        let answer = try await base.write(body)
        let isNow = left.withLock { left in
            left -= 1
            return left == 0
        }
        if isNow { await gate.pass() }
        return answer
    }
}

extension LedgerHouse {
    /// Every checkpoint is the root of the first entries of the stored tree.
    func expectOneTree(_ signed: [Checkpoint]) async throws {
        let leaves = try await sequenced().map { ReferenceTree.leafHash($0) }
        let tree = ReferenceTree(leaves: leaves)
        #expect(!signed.isEmpty)
        for checkpoint in signed { #expect(checkpoint.root == tree.root(of: checkpoint.size)) }
    }
}

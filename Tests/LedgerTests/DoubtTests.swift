import Foundation
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@testable import Ledger

@Suite("A doubt about the tree")
struct DoubtTests {
    @Test(
        "that a database which led before gave rise to ends when the one that leads is back",
        arguments: Engine.available)
    func former(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer()
            try await house.append(10)
            try await sequencer.sequence()
            let former = try await house.backup()
            try await house.append(300)
            let signed = try #require(try await sequencer.sequence())
            let leading = try await house.backup()

            try await house.putBack(former)
            try await house.append(1)
            await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }
            #expect(sequencer.isForked)
            #expect(try await house.sequenced().count == 10)

            try await house.putBack(leading)
            #expect(try await sequencer.sequence() == signed)
            #expect(!sequencer.isForked)
            try await house.append(1)
            #expect(try await sequencer.sequence()?.size == 311)
        }
    }

    @Test("stays once two trees were signed, whichever of them the database shows", arguments: Engine.available)
    func twoTrees(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer()
            try await house.append(10)
            try await sequencer.sequence()
            let former = try await house.backup()
            try await house.append(5)
            try await sequencer.sequence()
            let leading = try await house.backup()

            // Another process, whose file was lost, signs on the database that woke.
            try await house.putBack(former)
            try await house.append(20)
            let other = try #require(try await house.sequencer("lost").sequence())
            #expect(other.size == 30)
            await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }

            try await house.putBack(leading)
            // 15 entries, then as many as the other tree has, then more.
            for more in [0, 15, 1] {
                try await house.append(more)
                await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }
                #expect(sequencer.isForked)
                #expect(try await house.sequenced().count == 15)
            }
        }
    }

    @Test("is no fork while the database acknowledges nothing", arguments: Engine.available)
    func unacknowledged(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(10)
            try await house.sequencer().sequence()
            let former = try await house.backup()
            try await house.append(5)
            try await house.sequencer().sequence()
            try await house.putBack(former)
            let left = try house.sequencer(on: LeftDatabase(base: house.database))
            await #expect(throws: StorageError.unknownOutcome) { try await left.sequence() }
            #expect(!left.isForked)
            // The same where it is acknowledged.
            let sequencer = try house.sequencer()
            await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }
            #expect(sequencer.isForked)
        }
    }

    @Test("leaves the rows of a tree that is gone as they are", arguments: Engine.available)
    func gone(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(10)
            let sequencer = try house.sequencer()
            try await sequencer.sequence()
            try await house.database.execute("DELETE FROM tree")
            await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }
            #expect(try await house.database.read { try $0.rows("SELECT id FROM tree").count } == 0)
        }
    }
}

/// A database whose standby has left it: its commits wait for ever, and are given up.
private struct LeftDatabase: Database {
    let base: any Database

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer { try await base.read(body) }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await base.write { transaction in
            _ = try body(transaction)
            throw StorageError.unknownOutcome
        }
    }
}

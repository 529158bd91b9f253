import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("The newest tree beside older rows")
struct AdoptionTests {
    /// Two houses with the same key and, up to a state, the same entries; the first one then goes on.
    private static func with(
        _ engine: Engine, same: Int, later: Int, _ body: (LedgerHouse, LedgerHouse) async throws -> Void
    ) async throws {
        try await LedgerHouse.with(engine) { newest in
            try await LedgerHouse.with(engine) { older in
                let entries = (0..<same).map { _ in newest.entry() }
                // By one of them: both would make the same names.
                for house in [newest, older] where same > 0 { try await house.append(entries, subject: nil) }
                for house in [newest, older] { try await house.sequencer().sequence() }
                try await newest.append(later)
                try await newest.sequencer().sequence()
                try await body(newest, older)
            }
        }
    }

    @Test(
        "is taken over whole, and the log goes on under the same checkpoints", arguments: Engine.available,
        [(0, 3), (3, 0), (255, 1), (256, 300), (300, 700)])
    func taken(engine: Engine, sizes: (Int, Int)) async throws {
        try await Self.with(engine, same: sizes.0, later: sizes.1) { newest, older in
            let before = try await older.reader.signed()
            let gap = try await LedgerAdoption(of: newest.database, into: older.database).run()
            let signed = try await newest.reader.signed()
            #expect((gap == nil) == (sizes.1 == 0))
            if let gap {
                #expect(gap.from == sizes.0 && gap.to == signed.size && gap.lost == 0)
                #expect(gap.fromRoot == before.root && gap.toRoot == signed.root)
            }
            #expect(try await older.sequenced() == (try await newest.sequenced()))
            try await older.append((0..<5).map { _ in newest.entry() }, subject: nil)
            let grown = try #require(try await older.sequencer().sequence())
            #expect(grown.size == sizes.0 + sizes.1 + 5)
            let faults = try await LedgerAudit(database: older.database, verifier: try older.signer.verifier).run(
                .none, outside: [try #require(try newest.sequencer().outsideNote())]
            ).faults
            #expect(faults == [])
        }
    }

    @Test("takes what waits there along, and lets nothing wait that has its leaf", arguments: Engine.available)
    func waiting(engine: Engine) async throws {
        try await Self.with(engine, same: 10, later: 20) { newest, older in
            // It waited when the rows were copied, with a row of its person, and was taken since.
            let subject = SubjectID(from: newest.randomness.source)
            let entry = newest.entry(about: subject)
            for house in [newest, older] { try await house.append([entry], subject: subject) }
            let stranger = newest.entry(about: SubjectID(from: newest.randomness.source))
            try await newest.append([stranger], subject: nil)
            try await newest.sequencer().sequence()
            let last = newest.entry(about: SubjectID(from: newest.randomness.source))
            try await newest.append([last], subject: subject)
            let gap = try #require(try await LedgerAdoption(of: newest.database, into: older.database).run())
            // One of the three has its row here; the last still waits.
            #expect(gap.lost == 2)
            let waiting = try await older.database.read { try TreeStore(transaction: $0).waiting() }
            #expect(waiting == [try last.canonical()])
            #expect(try await LedgerAdoption(of: newest.database, into: older.database).run() == nil)
        }
    }

    @Test("is not taken from a tree that does not continue the older one, or is shorter", arguments: Engine.available)
    func other(engine: Engine) async throws {
        try await Self.with(engine, same: 10, later: 0) { newest, older in
            try await older.append([newest.entry()], subject: nil)
            try await older.sequencer().sequence()
            await #expect(throws: LedgerError.forked) {
                try await LedgerAdoption(of: newest.database, into: older.database).run()
            }
            try await newest.append(2)
            try await newest.sequencer().sequence()
            await #expect(throws: LedgerError.forked) {
                try await LedgerAdoption(of: newest.database, into: older.database).run()
            }
        }
    }

    @Test("has a gap that an audit takes from the entry of the restore, and no more", arguments: Engine.available)
    func gap(engine: Engine) async throws {
        try await Self.with(engine, same: 10, later: 0) { newest, older in
            let stranger = newest.entry(about: SubjectID(from: newest.randomness.source))
            try await newest.append([stranger], subject: nil)
            try await newest.sequencer().sequence()
            let gap = try #require(try await LedgerAdoption(of: newest.database, into: older.database).run())
            func faults() async throws -> [String] {
                try await older.sequencer().sequence()
                return try await LedgerAudit(database: older.database, verifier: try older.signer.verifier)
                    .run(.none).faults
            }
            #expect(try await faults() == ["1 entries have lost the row of their person"])
            for _ in 0..<2 {
                // A second restore whose gap holds the entry of the first one counts for both.
                let size = try await older.reader.signed().size
                let wide = LedgerAdoption.Gap(
                    from: 10, fromRoot: gap.fromRoot, to: size, toRoot: gap.toRoot, lost: gap.lost)
                try await older.append([newest.entry(LedgerEntry.restoreAct, note: wide.note)], subject: nil)
                #expect(try await faults() == [])
            }
        }
    }
}

extension LedgerAudit.Persons {
    /// A house in which nobody is known.
    fileprivate static let none = LedgerAudit.Persons(
        opening: { _, _ in nil }, current: { _ in nil }, erased: { _ in [] }, erasedCount: { 0 }, editions: { [] })
}

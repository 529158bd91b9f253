import Foundation
import Primitives
import Storage
import TestKit
import Testing

@testable import Vault

@Suite("A turn of all epochs")
struct AllEpochsTests {
    @Test("ends each of them, and the living keep their keys", arguments: Engine.available)
    func all(engine: Engine) async throws {
        try await withKeySet(engine, batch: 300) { set in
            let living = try await set.keys.nextSubject()
            for _ in 0..<5 { _ = try await set.keys.makeBatch(of: 1_000) }
            let before = try await set.keys.key(of: living)
            let row = try #require(try await set.keys.find(living))
            let seen = Order()
            #expect(try await set.keys.turnAllEpochs { seen.add("\($0) of \($1)") } == [1, 2])
            #expect(seen.words.last == "5300 of 5300")
            #expect(try set.ring.contents.epochs.map(\.number).min() == 3)
            let after = try await set.another().key(of: living)
            #expect(after.key(for: .record) == before.key(for: .record))

            // What was wrapped under the former key does not open, also where its row is put back.
            try await set.place.open().write { transaction in
                _ = try transaction.run(
                    """
                    UPDATE subject_key SET epoch = \(row.epoch), wrapped = \(row.wrapped) WHERE subject_id = \(living)
                    """)
            }
            await #expect(throws: VaultError.noEpoch(1)) { try await set.another().key(of: living) }
        }
    }

    @Test("that never wrapped a key takes no new one either", arguments: Engine.available)
    func unused(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            #expect(try await set.keys.turnAllEpochs() == [1])
            let subject = try await set.keys.nextSubject()
            #expect(try await set.keys.find(subject)?.epoch == 2)
            try await set.another().check()
        }
    }

    @Test("that was broken off goes on with the same epochs", arguments: Engine.available)
    func brokenOff(engine: Engine) async throws {
        try await withKeySet(engine, batch: 300) { set in
            let living = try await set.keys.nextSubject()
            #expect(try set.ring.beginTurning() == 1)
            // The next run finds what was begun, also after another process has begun epochs.
            #expect(try set.ring.beginEpoch(after: 2) == 3)
            #expect(try await set.another().turnAllEpochs() == [1])
            #expect(try set.ring.contents.turning == 1)
            try set.ring.reloadIfChanged()
            #expect(try set.ring.contents.turning == nil)
            #expect(try set.ring.contents.epochs.map(\.number) == [2, 3])
            _ = try await set.another().key(of: living)
            #expect(try await set.another().turnAllEpochs() == [2, 3])
        }
    }

    @Test("while others make and erase keys loses none", arguments: Engine.available)
    func underLoad(engine: Engine) async throws {
        try await withKeySet(engine, batch: 16) { set in
            let another = try set.another()
            let made = try await withThrowingTaskGroup(of: [SubjectID].self) { group in
                for keys in [set.keys, another] {
                    group.addTask {
                        var made: [SubjectID] = []
                        for number in 0..<120 {
                            let subject = try await keys.nextSubject()
                            if number % 10 == 9 {
                                try await keys.destroy(subject)
                            } else {
                                made.append(subject)
                            }
                        }
                        return made
                    }
                }
                for _ in 0..<3 { try await set.another().turnAllEpochs() }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try await set.another().turnAllEpochs()
            let fresh = try set.another()
            for subject in made { _ = try await fresh.key(of: subject) }
            try await fresh.check()
        }
    }
}

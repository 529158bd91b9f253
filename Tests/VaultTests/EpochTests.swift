import Foundation
import Primitives
import Storage
import TestKit
import Testing

@testable import Vault

@Suite("Epochs")
struct EpochTests {
    @Test("an epoch key wraps 4,096 subject keys and no more", arguments: Engine.available)
    func full(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            for _ in 0..<5 { _ = try await set.keys.makeBatch(of: 1_000) }
            #expect(try await count(in: set, epoch: 1) == 4_000)
            #expect(try await count(in: set, epoch: 2) == 1_000)
            _ = try await set.keys.makeBatch(of: 3_096)
            #expect(try await count(in: set, epoch: 2) == 4_096)
            #expect(try KeyRing(folder: set.folder).newest().epoch == 2)
        }
    }

    @Test(
        "when an epoch is turned, the living keep their keys and the old epoch key is gone", arguments: Engine.available
    )
    func turned(engine: Engine) async throws {
        try await withKeySet(engine, batch: 300) { set in
            let living = try await set.keys.nextSubject()
            let erased = try await set.keys.nextSubject()
            let before = try await set.keys.key(of: living)
            let epoch = try #require(try await set.keys.destroy(erased))
            #expect(try !set.keys.hasEnded(epoch))

            #expect(try await set.keys.turnEpoch() == [epoch])
            #expect(try set.keys.hasEnded(epoch))
            #expect(try await count(in: set, epoch: epoch) == 0)
            #expect(try await count(in: set, epoch: epoch + 1) >= 299)
            let after = try await set.another().key(of: living)
            #expect(after.key(for: .record) == before.key(for: .record))
            try await set.another().check()
        }
    }

    @Test("nothing is turned while nobody was erased", arguments: Engine.available)
    func idle(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            _ = try await set.keys.nextSubject()
            #expect(try await set.keys.turnEpoch() == [])
            #expect(try set.ring.newest().epoch == 1)
        }
    }

    @Test(
        "once its epoch has ended, a destroyed key does not open even when its row is put back",
        arguments: Engine.available)
    func final(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let subject = try await set.keys.nextSubject()
            let copy = try #require(try await set.keys.find(subject))
            try await set.keys.destroy(subject)
            try await set.keys.turnEpoch()
            try await set.place.open().write { transaction in
                _ = try transaction.run(
                    """
                    INSERT INTO subject_key (subject_id, epoch, wrapped)
                    VALUES (\(copy.subject), \(copy.epoch), \(copy.wrapped))
                    """)
            }
            await #expect(throws: VaultError.noEpoch(1)) { try await set.keys.key(of: subject) }
            await #expect(throws: VaultError.noEpoch(1)) { try await set.another().key(of: subject) }
            await #expect(throws: VaultError.noEpoch(1)) { try await set.another().check() }
        }
    }

    @Test(
        "keys wrapped while their epoch is turned are wrapped anew before they are stored", arguments: Engine.available)
    func stale(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let turner = try set.another()
            try await set.keys.destroy(try await set.keys.nextSubject())
            let wrapper = SubjectKeys(
                database: WatchedDatabase(try set.place.open(), beforeWrite: { try await turner.turnEpoch() }),
                ring: set.ring, time: set.clock.source, randomness: .system)
            let subject = try await wrapper.nextSubject()
            #expect(try await set.keys.find(subject)?.epoch == 2)
            #expect(try await set.keys.key(of: subject).subject == subject)
        }
    }

    @Test("a turning that broke off is brought to its end by the next", arguments: Engine.available)
    func brokenOff(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let living = try await set.keys.nextSubject()
            _ = try set.ring.beginEpoch(after: 1)
            try await set.place.open().write { transaction in
                _ = try transaction.run("UPDATE key_epoch SET state = 'ending' WHERE epoch = 1")
            }
            let later = try set.another()
            #expect(try await later.turnEpoch() == [1])
            #expect(try await later.key(of: living).subject == living)
            #expect(try await later.turnEpoch() == [])
        }
    }

    @Test("a person erased while the epoch is turned does not come back", arguments: Engine.available)
    func erasedMeanwhile(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let (one, two) = (try await set.keys.nextSubject(), try await set.keys.nextSubject())
            try await set.keys.destroy(one)
            let eraser = set.keys
            let turner = SubjectKeys(
                database: WatchedDatabase(
                    try set.place.open(), afterRead: { try await eraser.destroy(two) }),
                ring: set.ring, time: set.clock.source, randomness: .system)
            try await turner.turnEpoch()
            await #expect(throws: VaultError.noKey) { try await set.another().key(of: two) }
        }
    }

    @Test("a key ring that belongs to another database is noticed", arguments: Engine.available)
    func foreign(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            _ = try await set.keys.nextSubject()
            try await withTemporaryFolder { folder in
                let ring = try KeyRing(folder: folder.appending(path: "keys").path)
                let keys = SubjectKeys(
                    database: try set.place.open(), ring: ring, time: set.clock.source, randomness: .system)
                await #expect(throws: VaultError.doesNotOpen) { try await keys.check() }
            }
        }
    }

    private func count(in set: KeySet, epoch: Int) async throws -> Int {
        try await set.place.open().read { transaction in
            Int(try transaction.row("SELECT COUNT(*) FROM subject_key WHERE epoch = \(epoch)")?.int(0) ?? 0)
        }
    }
}

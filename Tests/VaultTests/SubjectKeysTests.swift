import Crypto
import Primitives
import Storage
import TestKit
import Testing

@testable import Vault

@Suite("Subject keys")
struct SubjectKeysTests {
    @Test("a new person's key is durable before the person has a name", arguments: Engine.available)
    func durable(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let subject = try await set.keys.nextSubject()
            let here = try await set.keys.key(of: subject)
            let elsewhere = try await set.another().key(of: subject)
            for compartment in Compartment.allCases {
                #expect(here.key(for: compartment) == elsewhere.key(for: compartment))
            }
            #expect(Set(Compartment.allCases.map { here.key(for: $0).withUnsafeBytes { Bytes($0) } }).count == 5)
        }
    }

    @Test("one commit makes a batch, and the next begins before it runs out", arguments: Engine.available)
    func batches(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let database = WatchedDatabase(try set.place.open())
            let keys = SubjectKeys(
                database: database, ring: set.ring, time: set.clock.source, randomness: .system, batch: 16)
            _ = try await keys.nextSubject()
            #expect(database.commits == 1)
            var subjects: Set<SubjectID> = []
            for _ in 0..<100 { subjects.insert(try await keys.nextSubject()) }
            #expect(subjects.count == 100)
            #expect((7...8).contains(database.commits))
        }
    }

    @Test("no two registrations at once get the same person", arguments: Engine.available)
    func concurrent(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let subjects = try await withThrowingTaskGroup(of: SubjectID.self) { group in
                for _ in 0..<200 { group.addTask { try await set.keys.nextSubject() } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(subjects.count == 200)
            for subject in subjects { #expect(try await set.keys.key(of: subject).subject == subject) }
        }
    }

    @Test("a batch that a stopped process left is neither used by the next nor swept", arguments: Engine.available)
    func crash(engine: Engine) async throws {
        try await withKeySet(engine, batch: 8) { set in
            _ = try await set.keys.nextSubject()
            let left = Set(try await subjects(in: set))
            #expect(left.count == 8)
            let later = try set.another()
            for _ in 0..<20 { #expect(!left.contains(try await later.nextSubject())) }
            #expect(left.isSubset(of: try await subjects(in: set)))
        }
    }

    @Test("a person who was never registered has no key", arguments: Engine.available)
    func unknown(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            await #expect(throws: VaultError.noKey) { try await set.keys.key(of: Sample.subject()) }
            let epoch = try await set.keys.destroy(Sample.subject())
            #expect(epoch == nil)
        }
    }

    @Test("a destroyed key opens nothing here at once, elsewhere after 60 seconds", arguments: Engine.available)
    func destroyed(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let other = try set.another()
            let subject = try await set.keys.nextSubject()
            _ = try await (set.keys.key(of: subject), other.key(of: subject))

            #expect(try await set.keys.destroy(subject) == 1)
            await #expect(throws: VaultError.noKey) { try await set.keys.key(of: subject) }
            set.clock.advance(by: .seconds(59))
            await #expect(throws: Never.self) { try await other.key(of: subject) }
            set.clock.advance(by: .seconds(1))
            await #expect(throws: VaultError.noKey) { try await other.key(of: subject) }
        }
    }

    @Test("a key that is being read while it is destroyed is not kept", arguments: Engine.available)
    func race(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let subject = try await set.keys.nextSubject()
            let destroyer = Destroyer()
            let keys = SubjectKeys(
                database: WatchedDatabase(
                    try set.place.open(), afterRead: { try await destroyer.destroy(subject) }),
                ring: set.ring, time: set.clock.source, randomness: .system)
            await destroyer.use(keys)
            _ = try await keys.key(of: subject)
            await #expect(throws: VaultError.noKey) { try await keys.key(of: subject) }
        }
    }

    @Test("a wrapped key that was moved to another person's row does not open", arguments: Engine.available)
    func moved(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let (one, two) = (try await set.keys.nextSubject(), try await set.keys.nextSubject())
            let row = try #require(try await set.keys.find(one))
            try await set.place.open().write { transaction in
                _ = try transaction.run(
                    "UPDATE subject_key SET wrapped = \(row.wrapped) WHERE subject_id = \(two)")
            }
            await #expect(throws: VaultError.doesNotOpen) { try await set.keys.key(of: two) }
        }
    }

    private func subjects(in set: KeySet) async throws -> [SubjectID] {
        try await set.place.open().read { transaction in
            try transaction.rows("SELECT subject_id FROM subject_key").map { try $0.identifier(0) }
        }
    }
}

/// Destroys a person's key the first time it is asked to.
private actor Destroyer {
    private var keys: SubjectKeys?

    func use(_ keys: SubjectKeys) { self.keys = keys }

    func destroy(_ subject: SubjectID) async throws {
        guard let keys else { return }
        self.keys = nil
        try await keys.destroy(subject)
    }
}

import Crypto
import Foundation
import Primitives
import Storage
import Synchronization
import TestKit

@testable import Vault

/// Persons, keys and plaintexts that have nothing to do with anybody.
enum Sample {
    static func subject(_ seed: UInt64 = 1) -> SubjectID { SubjectID(from: SeededRandomness(seed: seed).source) }

    static func instance(_ seed: UInt64 = 1) -> Identifier<KeyRing> {
        Identifier<KeyRing>(from: SeededRandomness(seed: seed).source)
    }

    static func key(_ seed: UInt64 = 1) -> SubjectKey {
        SubjectKey(subject: subject(seed), secret: secret(seed))
    }

    static func secret(_ seed: UInt64 = 1) -> SymmetricKey {
        SymmetricKey(data: SeededRandomness(seed: seed + 1_000).bytes(32))
    }

    /// Octet i is (i² + i / 251) mod 256, as in `make_stream_vectors.py`.
    static func plaintext(_ length: Int) -> Bytes {
        (0..<length).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ $0 / 251) }
    }
}

/// Sets up keys for a test: a folder, a ring, and a database that another process could open too.
struct KeySet {
    let folder: String
    let place: DatabasePlace
    let clock: ManualClock
    let ring: KeyRing
    let keys: SubjectKeys

    /// Opens the same folder and database again, as another process or a later start does.
    func another(batch: Int = 8) throws -> SubjectKeys {
        SubjectKeys(
            database: try place.open(), ring: try KeyRing(folder: folder, time: clock.source), time: clock.source,
            randomness: .system, batch: batch)
    }
}

func withKeySet<Answer>(
    _ engine: Engine, batch: Int = 8, _ body: (KeySet) async throws -> Answer
) async throws -> Answer {
    try await withTemporaryFolder { folder in
        try await withPlace(engine) { place in
            let database = try place.open()
            try await Migrator(SubjectKeys.migrations).migrate(database, at: Instant(seconds: 0))
            let path = folder.appending(path: "keys").path
            let clock = ManualClock()
            let ring = try KeyRing(folder: path, time: clock.source)
            let keys = SubjectKeys(
                database: database, ring: ring, time: clock.source, randomness: .system, batch: batch)
            return try await body(KeySet(folder: path, place: place, clock: clock, ring: ring, keys: keys))
        }
    }
}

/// A database that counts its commits, and does something else before a write or between a read and its answer.
final class WatchedDatabase: Database {
    private let base: any Database
    private let writes = Mutex(0)
    private let afterRead: @Sendable () async throws -> Void
    private let beforeWrite: @Sendable () async throws -> Void

    init(
        _ base: any Database, beforeWrite: @escaping @Sendable () async throws -> Void = {},
        afterRead: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.base = base
        self.beforeWrite = beforeWrite
        self.afterRead = afterRead
    }

    var commits: Int { writes.withLock { $0 } }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        let answer = try await base.read(body)
        try await afterRead()
        return answer
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await beforeWrite()
        let answer = try await base.write(body)
        writes.withLock { $0 += 1 }
        return answer
    }
}

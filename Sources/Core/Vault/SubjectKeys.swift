import Primitives
import Storage
import Synchronization

/// The wrapped keys of all persons, in a database of their own.
///
/// Erasing a person is deleting their row. Keys are made in batches ahead of need: a registration waits for no commit
/// here. A batch belongs to the process that made it, in memory; what a stopped process left unused stays unused.
package final class SubjectKeys: Sendable {
    /// How long an opened key may be kept: so long may a process go on after another has erased a person.
    package static let longestCaching: Span = .seconds(60)
    static let mostCached = 10_000

    let database: any Database
    let ring: KeyRing
    let randomness: Randomness
    private let time: TimeSource
    private let batchSize: Int
    private let state = Mutex(State())

    private struct State {
        var ready: [SubjectID] = []
        var refill: Task<Void, any Error>?
        var cache: [SubjectID: (key: SubjectKey, since: Instant)] = [:]
        /// Grows with every erasure, so that a key read before one is not cached after it.
        var erasures = 0
    }

    /// - Parameters:
    ///   - database: of the keys, not of the data.
    ///   - batch: how many keys one commit makes, 2…``KeyRing/keysPerEpoch``.
    package init(
        database: any Database, ring: KeyRing, time: TimeSource, randomness: Randomness, batch: Int = 64
    ) {
        self.database = database
        self.ring = ring
        self.time = time
        self.randomness = randomness
        batchSize = min(max(batch, 2), KeyRing.keysPerEpoch)
    }

    /// A subject identifier whose key is durable already.
    ///
    /// - Throws: ``VaultError`` when the batch is empty and a new one cannot be made.
    package func nextSubject() async throws -> SubjectID {
        while true {
            let (subject, refill) = take()
            if let subject { return subject }
            try await refill?.value
        }
    }

    /// The key of a person, read at most ``longestCaching`` ago.
    ///
    /// - Throws: ``VaultError/noKey`` when it was destroyed or there never was one; ``VaultError/doesNotOpen`` when the
    ///   row was tampered with; ``VaultError/noEpoch(_:)``; ``VaultError/storage(_:)``.
    package func key(of subject: SubjectID) async throws(VaultError) -> SubjectKey {
        do throws(VaultError) {
            try ring.checkOpen()
        } catch {
            closeIfAway()
            throw error
        }
        let now = time.now
        let (cached, erasures) = state.withLock { ($0.cache[subject], $0.erasures) }
        if let cached, cached.since <= now, now - cached.since < Self.longestCaching { return cached.key }
        guard let row = try await find(subject) else {
            forget(subject)
            throw .noKey
        }
        let key = SubjectKey(
            subject: subject,
            secret: try WrappedKey.open(
                row.wrapped, of: subject, epoch: row.epoch, key: ring.epochKey(row.epoch), instance: ring.instance))
        state.withLock { state in
            guard state.erasures == erasures else { return }
            if state.cache.count >= Self.mostCached { state.cache = [:] }
            state.cache[subject] = (key, now)
        }
        return key
    }

    /// Wipes every unwrapped key once the key service has been away for longer than it may.
    package func closeIfAway() {
        guard !ring.isOpen else { return }
        ring.close()
        state.withLock { state in
            // What is being opened now is not kept either.
            state.erasures += 1
            state.cache = [:]
        }
    }

    /// How many opened keys are in memory.
    var opened: Int { state.withLock { $0.cache.count } }

    /// Destroys a person's key: nothing sealed under it opens again.
    ///
    /// Other processes may use what they have cached for ``longestCaching`` more. Copies end with the epoch:
    /// ``turnEpoch()``.
    /// - Returns: the epoch whose end makes it final; nil when there was no key.
    @discardableResult
    package func destroy(_ subject: SubjectID) async throws(VaultError) -> Int? {
        defer { forget(subject) }
        return try await delete(subject)
    }

    func forget(_ subject: SubjectID) {
        state.withLock { state in
            state.erasures += 1
            state.cache[subject] = nil
            state.ready.removeAll { $0 == subject }
        }
    }

    /// Takes one of the batch, and starts the next batch when this one is running out.
    private func take() -> (SubjectID?, Task<Void, any Error>?) {
        state.withLock { state in
            let subject = state.ready.popLast()
            if state.ready.count < batchSize / 4 || subject == nil, state.refill == nil {
                state.refill = Task { try await self.refill() }
            }
            return (subject, state.refill)
        }
    }

    private func refill() async throws {
        do {
            let made = try await makeBatch(of: batchSize)
            state.withLock { state in
                state.ready.insert(contentsOf: made, at: 0)
                state.refill = nil
            }
        } catch {
            state.withLock { $0.refill = nil }
            throw error
        }
    }
}

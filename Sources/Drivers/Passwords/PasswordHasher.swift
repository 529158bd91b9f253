import CSodium
import Foundation
import Primitives
import Synchronization

/// Hashes and compares passwords with Argon2id, a bounded number at once, on threads of its own.
///
/// One hash takes a core for about 20 ms and 19 MiB, so neither the cooperative pool nor the memory of the machine is
/// left to a flood of sign-ins.
package final class PasswordHasher: Sendable {
    private let queue: OperationQueue
    private let cost: PasswordCost
    private let limit: Int
    private let decoy: PasswordHash
    private let pending = Mutex(0)

    /// - Parameters:
    ///   - atOnce: how many are hashed at the same time.
    ///   - waiting: how many may wait for their turn; the next is refused.
    /// - Throws: ``PasswordError/noMemory`` when libsodium does not start.
    package init(
        cost: PasswordCost = .standard, atOnce: Int = 2, waiting: Int = 256
    ) throws(PasswordError) {
        guard sodium_init() >= 0, let decoy = PasswordHash.decoy(cost) else { throw .noMemory }
        self.cost = cost
        self.decoy = decoy
        limit = atOnce + waiting
        queue = OperationQueue()
        queue.name = "saqta.passwords"
        queue.maxConcurrentOperationCount = atOnce
    }

    /// A fresh hash under a fresh salt.
    package func hash(_ password: Password) async throws(PasswordError) -> PasswordHash {
        let cost = cost
        let hash = try await run { Argon2id.hash(password, cost) }
        guard let hash else { throw .noMemory }
        return hash
    }

    /// True when `password` is the one that `hash` was made from.
    package func verify(_ password: Password, against hash: PasswordHash) async throws(PasswordError) -> Bool {
        try await run { Argon2id.verify(password, hash) }
    }

    /// Takes as long as ``verify(_:against:)``, for a person who is not known or has set no password.
    package func verifyAgainstNothing(_ password: Password) async throws(PasswordError) {
        _ = try await verify(password, against: decoy)
    }

    /// True when `hash` was made at another cost than the one in force, so that the next sign-in should renew it.
    package func needsRehash(_ hash: PasswordHash) -> Bool {
        Argon2id.differs(hash, from: cost)
    }

    private func run<Answer: Sendable>(
        _ work: @escaping @Sendable () -> Answer
    ) async throws(PasswordError) -> Answer {
        let admitted = pending.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard admitted else { throw .busy }
        let answer = await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
        pending.withLock { $0 -= 1 }
        return answer
    }
}

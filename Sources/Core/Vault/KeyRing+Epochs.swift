import Crypto
import Primitives

extension KeyRing {
    /// How many subject keys one epoch key may wrap.
    package static let keysPerEpoch = 4_096

    /// The epoch that wraps new subject keys.
    func newest() throws(VaultError) -> (epoch: Int, key: SymmetricKey) {
        try checkOpen()
        try reloadIfChanged()
        guard let newest = try contents.epochs.max(by: { $0.number < $1.number }) else { throw .noEpoch(0) }
        return (newest.number, newest.key.key)
    }

    /// - Throws: ``VaultError/noEpoch(_:)`` when the epoch's key was destroyed, or there never was one.
    func epochKey(_ number: Int) throws(VaultError) -> SymmetricKey {
        try checkOpen()
        try reloadIfChanged()
        guard let epoch = try contents.epochs.first(where: { $0.number == number }) else { throw .noEpoch(number) }
        return epoch.key.key
    }

    /// Makes a new epoch key, durably, unless another process has done so since.
    ///
    /// - Returns: the number of the newest epoch, greater than `known`.
    func beginEpoch(after known: Int) throws(VaultError) -> Int {
        let (randomness, now) = (randomness, time.now)
        return try change { contents throws(VaultError) in
            if contents.newestEpoch <= known {
                contents.epochs.append(
                    .init(number: known + 1, key: Secret(randomness.bytes(32)), madeAt: now.microseconds))
            }
            return contents.newestEpoch
        }
    }

    /// Destroys epoch keys; the newest one stays.
    func destroyEpochs(_ numbers: [Int]) throws(VaultError) {
        try change { contents throws(VaultError) in
            let newest = contents.newestEpoch
            contents.epochs.removeAll { numbers.contains($0.number) && $0.number != newest }
            if let last = contents.turning, !contents.epochs.contains(where: { $0.number <= last }) {
                contents.turning = nil
            }
        }
    }

    /// Notes, durably, that all epochs that there are now are to end, and begins the one that comes after them.
    ///
    /// - Returns: the last that is to end; the one noted before, while that is not done.
    func beginTurning() throws(VaultError) -> Int {
        let (randomness, now) = (randomness, time.now)
        return try change { contents throws(VaultError) in
            if let last = contents.turning { return last }
            let last = contents.newestEpoch
            contents.turning = last
            contents.epochs.append(
                .init(number: last + 1, key: Secret(randomness.bytes(32)), madeAt: now.microseconds))
            return last
        }
    }
}

import Crypto
import Primitives

extension KeyRing {
    /// How many subject keys one epoch key may wrap.
    package static let keysPerEpoch = 4_096

    /// The epoch that wraps new subject keys.
    func newest() throws(VaultError) -> (epoch: Int, key: SymmetricKey) {
        try reloadIfChanged()
        guard let newest = contents.epochs.max(by: { $0.number < $1.number }) else { throw .noEpoch(0) }
        return (newest.number, newest.key.key)
    }

    /// - Throws: ``VaultError/noEpoch(_:)`` when the epoch's key was destroyed, or there never was one.
    func epochKey(_ number: Int) throws(VaultError) -> SymmetricKey {
        try reloadIfChanged()
        guard let epoch = contents.epochs.first(where: { $0.number == number }) else { throw .noEpoch(number) }
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
        }
    }

    /// Adds a version of the index key; from now on digests are made with both.
    ///
    /// - Returns: the new version.
    @discardableResult
    package func addIndexVersion() throws(VaultError) -> Int {
        let (randomness, now) = (randomness, time.now)
        return try change { contents throws(VaultError) in
            let version = (contents.index.map(\.number).max() ?? 0) + 1
            contents.index.append(
                .init(number: version, key: Secret(randomness.bytes(32)), madeAt: now.microseconds))
            return version
        }
    }

    /// Ends a version of the index key; the newest one stays.
    package func dropIndexVersion(_ version: Int) throws(VaultError) {
        try change { contents throws(VaultError) in
            let newest = contents.index.map(\.number).max()
            contents.index.removeAll { $0.number == version && $0.number != newest }
        }
    }
}

import Primitives

/// A version of the key of the blind index.
package struct IndexVersion: Sendable, Hashable {
    package let number: Int
    package let madeAt: Instant
}

extension KeyRing {
    /// The versions of the index key, the oldest first.
    package func indexVersions() throws(VaultError) -> [IndexVersion] {
        try reloadIfChanged()
        return try contents.index.map { IndexVersion(number: $0.number, madeAt: Instant(microseconds: $0.madeAt)) }
            .sorted { $0.number < $1.number }
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

    /// Adds a version unless there are two already, since a change of the key that broke off goes on.
    ///
    /// - Returns: the newest version.
    package func announceIndexVersion() throws(VaultError) -> IndexVersion {
        let (randomness, now) = (randomness, time.now)
        return try change { contents throws(VaultError) in
            let versions = contents.index.sorted { $0.number < $1.number }
            guard versions.count < 2, let last = versions.last else {
                return IndexVersion(
                    number: versions.last?.number ?? 0,
                    madeAt: Instant(microseconds: versions.last?.madeAt ?? 0))
            }
            contents.index.append(
                .init(number: last.number + 1, key: Secret(randomness.bytes(32)), madeAt: now.microseconds))
            return IndexVersion(number: last.number + 1, madeAt: now)
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

import Crypto
import Primitives

extension KeyRing {
    /// Gives the files of the keys for a copy; no epoch begins or ends while `body` runs.
    ///
    /// So a copy of the database of keys made in `body` fits them: each epoch that wraps a key in it is in the ring.
    package func copying<Answer>(_ body: (KeyFiles) throws -> Answer) throws -> Answer {
        let result = try folder.locked { () throws(VaultError) -> Result<Answer, any Error> in
            let opened = try RingOpening.existing(in: folder, at: place)
            guard let ring = try folder.read(RingFile.name) else {
                throw .incomplete("\(folder.path) holds no key ring")
            }
            let root = RootKey.open(opened.root.withUnsafeBytes { Bytes($0) })
            return Result { try body(KeyFiles(root: root, ring: ring)) }
        }
        return try result.get()
    }
}

/// Root key and key ring, as their files hold them; the root key in the form in which it lies open, also where a key
/// service wraps it, so that a copy opens without that service.
package struct KeyFiles: Sendable, CustomStringConvertible, CustomReflectable {
    package static let rootName = RootKey.name
    package static let ringName = RingFile.name

    package let root: Bytes
    package let ring: Bytes

    package init(root: Bytes, ring: Bytes) {
        self.root = root
        self.ring = ring
    }

    /// The installation that they belong to, and the seed of the key that signs its ledger.
    ///
    /// - Throws: ``VaultError/incomplete(_:)`` when the root key does not open the ring; ``VaultError/malformed(_:)``.
    package func opened() throws(VaultError) -> (instance: Identifier<KeyRing>, ledgerSeed: Bytes) {
        let contents = try RingFile.decode(ring, root: RootKey.decode(root, path: RootKey.name))
        guard let instance = Identifier<KeyRing>(contents.instance.bytes) else { throw .malformed(RingFile.name) }
        return (instance, contents.ledgerSeed.bytes)
    }

    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

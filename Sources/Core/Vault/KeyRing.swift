import Crypto
import Foundation
import Primitives
import Synchronization

/// The keys of this installation, from the folder of keys; several processes may share it.
package final class KeyRing: Sendable {
    /// Names this installation; bound into everything sealed.
    package let instance: Identifier<KeyRing>
    /// True when this start has made the keys: the operator must be told to keep a copy.
    package let created: Bool
    /// The seed of the Ed25519 key (RFC 8032) that signs the ledger: 32 octets.
    package let ledgerSeed: Bytes
    /// Seals the archive a second time, over the subject's archive compartment.
    package let archiveKey: SymmetricKey

    let folder: KeyFolder
    let place: RootKey
    let randomness: Randomness
    let time: TimeSource
    private let macRoot: SymmetricKey
    private let state: Mutex<State>

    private struct State {
        var root: SymmetricKey
        var contents: RingContents
        var stamp: KeyFolder.Stamp?
        /// When the key service has last given the root key.
        var provedAt: Instant
    }

    /// Loads the keys, or makes them when the folder holds none.
    ///
    /// - Parameters:
    ///   - path: the folder, of mode 0700; created when missing.
    ///   - root: where the root key lies.
    /// - Throws: ``VaultError/exposed(path:mode:)`` when others can read a key; ``VaultError/incomplete(_:)`` when one of
    ///   root key and key ring is missing or they do not belong together; ``VaultError/keyService(_:)``;
    ///   ``VaultError/files(_:)``.
    package init(
        folder path: String, root place: RootKey = .folder, time: TimeSource = .system, randomness: Randomness = .system
    ) throws(VaultError) {
        let folder = try KeyFolder(path)
        let opened = try folder.locked { () throws(VaultError) in
            try RingOpening(folder: folder, at: place, randomness: randomness, time: time)
        }
        guard let instance = Identifier<KeyRing>(opened.contents.instance.bytes) else {
            throw .malformed(RingFile.name)
        }
        self.instance = instance
        self.folder = folder
        self.place = place
        self.time = time
        self.randomness = randomness
        created = opened.created
        ledgerSeed = opened.contents.ledgerSeed.bytes
        archiveKey = opened.contents.archive.key
        macRoot = opened.contents.mac.key
        state = Mutex(
            State(
                root: opened.root, contents: opened.contents, stamp: try folder.stamp(RingFile.name), provedAt: time.now
            )
        )
    }

    /// Where the keys lie, for the advice to keep a copy.
    package var path: String { folder.path }

    /// A key for one named use: codes, sessions, tokens against forged forms. Derived with HKDF-SHA-256 (RFC 5869).
    package func macKey(purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: macRoot, salt: instance.bytes, info: Bytes("saqta mac 1 \(purpose)".utf8),
            outputByteCount: 32)
    }

    /// HMAC-SHA-256 (RFC 2104) under the key of a named use: 32 octets.
    package func mac(purpose: String, over message: Bytes) -> Bytes {
        Bytes(HMAC<SHA256>.authenticationCode(for: message, using: macKey(purpose: purpose)))
    }

    /// The blind index, with all versions of its key that there are now.
    package var index: BlindIndex {
        get throws(VaultError) {
            try reloadIfChanged()
            return BlindIndex(keys: contents.index.map { ($0.number, $0.key.key) })
        }
    }

    var contents: RingContents { state.withLock { $0.contents } }
    var root: SymmetricKey { state.withLock { $0.root } }
    var provedAt: Instant { state.withLock { $0.provedAt } }

    /// Takes over what the files hold now.
    func take(_ opened: RingOpening, stamp: KeyFolder.Stamp?) {
        let now = time.now
        state.withLock {
            $0 = State(root: opened.root, contents: opened.contents, stamp: stamp, provedAt: now)
        }
    }

    /// Reads the file again if another process has changed it.
    func reloadIfChanged() throws(VaultError) {
        let stamp = try folder.stamp(RingFile.name)
        guard stamp != state.withLock({ $0.stamp }) else { return }
        guard let file = try folder.read(RingFile.name) else {
            throw .incomplete("\(folder.file(RingFile.name)) is gone: put back its copy")
        }
        if let contents = try? RingFile.decode(file, root: root) {
            return state.withLock { ($0.contents, $0.stamp) = (contents, stamp) }
        }
        // The root key is another one now; whoever changes it holds the lock until it has its name.
        try reopen()
    }

    /// Reads root key and ring anew.
    func reopen() throws(VaultError) {
        try folder.locked { () throws(VaultError) in
            take(try RingOpening.existing(in: folder, at: place), stamp: try folder.stamp(RingFile.name))
        }
    }

    /// Changes the newest state of the ring, durably before the answer, while no other process does.
    func change<Answer: Sendable>(
        _ body: @Sendable (inout RingContents) throws(VaultError) -> Answer
    ) throws(VaultError) -> Answer {
        try checkOpen()
        return try folder.locked { () throws(VaultError) in
            var contents = try newestContents()
            let answer = try body(&contents)
            let root = self.root
            try folder.replace(
                RingFile.name, with: RingFile.encode(contents, root: root, randomness: randomness))
            let stamp = try folder.stamp(RingFile.name)
            state.withLock { ($0.contents, $0.stamp) = (contents, stamp) }
            return answer
        }
    }

    /// The ring as its file holds it; the folder must be locked.
    private func newestContents() throws(VaultError) -> RingContents {
        if let file = try folder.read(RingFile.name), let contents = try? RingFile.decode(file, root: root) {
            return contents
        }
        let opened = try RingOpening.existing(in: folder, at: place)
        take(opened, stamp: nil)
        return opened.contents
    }
}

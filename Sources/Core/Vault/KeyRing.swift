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
    let root: SymmetricKey
    let randomness: Randomness
    let time: TimeSource
    private let macRoot: SymmetricKey
    private let state: Mutex<State>

    private struct State {
        var contents: RingContents
        var stamp: KeyFolder.Stamp?
    }

    /// Loads the keys, or makes them when the folder holds none.
    ///
    /// - Parameters:
    ///   - path: the folder, of mode 0700; created when missing.
    ///   - rootFile: where the root key lies instead of in the folder, such as a systemd credential.
    /// - Throws: ``VaultError/exposed(path:mode:)`` when others can read a key; ``VaultError/incomplete(_:)`` when one of
    ///   root key and key ring is missing; ``VaultError/files(_:)``.
    package init(
        folder path: String, rootFile: String? = nil, time: TimeSource = .system, randomness: Randomness = .system
    ) throws(VaultError) {
        let folder = try KeyFolder(path)
        let opened = try folder.locked { () throws(VaultError) in
            try RingOpening(folder: folder, rootFile: rootFile, randomness: randomness, time: time)
        }
        guard let instance = Identifier<KeyRing>(opened.contents.instance.bytes) else {
            throw .malformed(RingFile.name)
        }
        self.instance = instance
        self.folder = folder
        self.time = time
        self.randomness = randomness
        created = opened.created
        root = opened.root
        ledgerSeed = opened.contents.ledgerSeed.bytes
        archiveKey = opened.contents.archive.key
        macRoot = opened.contents.mac.key
        state = Mutex(State(contents: opened.contents, stamp: try folder.stamp(RingFile.name)))
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

    /// The blind index, with all versions of its key.
    package var index: BlindIndex {
        BlindIndex(keys: contents.index.map { ($0.number, $0.key.key) })
    }

    var contents: RingContents { state.withLock { $0.contents } }

    /// Reads the file again if another process has changed it.
    func reloadIfChanged() throws(VaultError) {
        let stamp = try folder.stamp(RingFile.name)
        guard stamp != state.withLock({ $0.stamp }) else { return }
        let contents = try load()
        state.withLock { $0 = State(contents: contents, stamp: stamp) }
    }

    /// Changes the newest state of the ring, durably before the answer, while no other process does.
    func change<Answer: Sendable>(
        _ body: @Sendable (inout RingContents) throws(VaultError) -> Answer
    ) throws(VaultError) -> Answer {
        try folder.locked { () throws(VaultError) in
            var contents = try load()
            let answer = try body(&contents)
            try folder.replace(
                RingFile.name, with: RingFile.encode(contents, root: root, randomness: randomness))
            let changed = State(contents: contents, stamp: try folder.stamp(RingFile.name))
            state.withLock { $0 = changed }
            return answer
        }
    }

    private func load() throws(VaultError) -> RingContents {
        guard let file = try folder.read(RingFile.name) else {
            throw .incomplete("\(folder.file(RingFile.name)) is gone: put back its copy")
        }
        return try RingFile.decode(file, root: root)
    }
}

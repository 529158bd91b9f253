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
    let folder: KeyFolder
    let place: RootKey
    let randomness: Randomness
    let time: TimeSource
    private let macRoot: SymmetricKey
    /// Those that were derived, by their uses: some twenty constants of the code.
    private let macKeys = Mutex<[String: SymmetricKey]>([:])
    private let state: Mutex<State>

    private struct State {
        /// What opens and finds persons' data; nil once the key service has been away for longer than it may.
        var opened: (root: SymmetricKey, contents: RingContents)?
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
        folder path: String, root place: RootKey = .folder, disk: Disk = .system, time: TimeSource = .system,
        randomness: Randomness = .system
    ) throws(VaultError) {
        let folder = try KeyFolder(path, disk: disk)
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
        macRoot = opened.contents.mac.key
        state = Mutex(
            State(
                opened: (opened.root, opened.contents), stamp: try folder.stamp(RingFile.name), provedAt: time.now)
        )
    }

    /// Where the keys lie, for the advice to keep a copy.
    package var path: String { folder.path }

    /// A key for one named use: codes, sessions, tokens against forged forms. Derived with HKDF-SHA-256 (RFC 5869).
    package func macKey(purpose: String) -> SymmetricKey {
        if let known = macKeys.withLock({ $0[purpose] }) { return known }
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: macRoot, salt: instance.bytes, info: Bytes("saqta mac 1 \(purpose)".utf8),
            outputByteCount: 32)
        macKeys.withLock { $0[purpose] = key }
        return key
    }

    /// HMAC-SHA-256 (RFC 2104) under the key of a named use: 32 octets.
    package func mac(purpose: String, over message: Bytes) -> Bytes {
        Bytes(HMAC<SHA256>.authenticationCode(for: message, using: macKey(purpose: purpose)))
    }

    /// The blind index, with all versions of its key that there are now.
    package var index: BlindIndex {
        get throws(VaultError) {
            try reloadIfChanged()
            return BlindIndex(keys: try contents.index.map { ($0.number, $0.key.key) })
        }
    }

    /// Seals the archive a second time, over the subject's archive compartment.
    package var archiveKey: SymmetricKey {
        get throws(VaultError) { try contents.archive.key }
    }

    var contents: RingContents {
        get throws(VaultError) { try opened().contents }
    }

    private func opened() throws(VaultError) -> (root: SymmetricKey, contents: RingContents) {
        try checkOpen()
        guard let opened = state.withLock({ $0.opened }) else { throw isAway }
        return opened
    }

    /// Whether a key that opens or finds persons' data is in memory, sealed by nothing.
    var holdsKeys: Bool { state.withLock { $0.opened != nil } }

    /// Wipes what opens and finds persons' data; it comes back with the key service. What signs the ledger, sessions and
    /// forms stays: the house goes on answering, and putting on record what it refuses.
    func close() { state.withLock { $0.opened = nil } }

    var provedAt: Instant { state.withLock { $0.provedAt } }

    /// Takes over what the files hold now.
    func take(_ opened: RingOpening, stamp: KeyFolder.Stamp?) {
        let now = time.now
        state.withLock {
            $0 = State(opened: (opened.root, opened.contents), stamp: stamp, provedAt: now)
        }
    }

    /// Reads the file again if another process has changed it.
    func reloadIfChanged() throws(VaultError) {
        let root = try opened().root
        let stamp = try folder.stamp(RingFile.name)
        guard stamp != state.withLock({ $0.stamp }) else { return }
        guard let file = try folder.read(RingFile.name) else {
            throw .incomplete("\(folder.file(RingFile.name)) is gone: put back its copy")
        }
        if let contents = try? RingFile.decode(file, root: root) {
            return keep(contents, root: root, stamp: stamp)
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
            var (root, contents) = try newestState()
            let answer = try body(&contents)
            try folder.replace(
                RingFile.name, with: RingFile.encode(contents, root: root, randomness: randomness))
            let stamp = try folder.stamp(RingFile.name)
            keep(contents, root: root, stamp: stamp)
            return answer
        }
    }

    /// Keeps what the file holds now, unless all was wiped meanwhile.
    private func keep(_ contents: RingContents, root: SymmetricKey, stamp: KeyFolder.Stamp?) {
        state.withLock { state in
            guard state.opened != nil else { return }
            (state.opened, state.stamp) = ((root, contents), stamp)
        }
    }

    /// The ring as its file holds it; the folder must be locked.
    private func newestState() throws(VaultError) -> (root: SymmetricKey, contents: RingContents) {
        let root = try opened().root
        if let file = try folder.read(RingFile.name), let contents = try? RingFile.decode(file, root: root) {
            return (root, contents)
        }
        let opened = try RingOpening.existing(in: folder, at: place)
        take(opened, stamp: nil)
        return (opened.root, opened.contents)
    }
}

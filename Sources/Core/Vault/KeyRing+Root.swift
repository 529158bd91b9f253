import Crypto
import Primitives

extension KeyRing {
    /// Exchanges the root key: the former one opens the ring no more.
    ///
    /// The new one is durable before the ring is sealed by it, and gets its name afterwards; whatever point it breaks off
    /// at, the next start opens the ring. Other processes find it by themselves.
    /// - Throws: ``VaultError/keyService(_:)``; nothing is changed then.
    package func changeRoot() throws(VaultError) { try changeRoot(to: place) }

    /// Moves the root key to another place, as a new key, and overwrites the former one.
    ///
    /// A move that broke off is finished by the next. No other process may hold this ring.
    /// - Throws: ``VaultError/keyService(_:)``; nothing is changed then.
    package static func move(
        folder path: String, from former: RootKey, to place: RootKey, time: TimeSource = .system,
        randomness: Randomness = .system
    ) throws(VaultError) {
        let folder = try KeyFolder(path)
        let there = [try folder.read(place.file), try folder.read(place.nextFile)]
        if there.contains(where: { $0 != nil }),
            (try? KeyRing(folder: path, root: place, time: time, randomness: randomness)) != nil
        {
            try folder.locked { () throws(VaultError) in
                for file in [former.file, former.nextFile] { try folder.shred(file) }
            }
            return
        }
        guard try folder.read(RingFile.name) != nil else {
            throw .incomplete("\(folder.file(RingFile.name)) is missing: there are no keys to move")
        }
        try KeyRing(folder: path, root: former, time: time, randomness: randomness).changeRoot(to: place)
    }

    private func changeRoot(to target: RootKey) throws(VaultError) {
        try folder.locked { () throws(VaultError) in
            let opened = try RingOpening.existing(in: folder, at: place)
            let bytes = randomness.bytes(32)
            let root = SymmetricKey(data: bytes)
            try folder.write(target.nextFile, target.encode(bytes))
            // Before the ring is, or a crash could keep the ring and lose what opens it.
            try folder.flush(around: target.nextFile)
            try folder.replace(
                RingFile.name, with: RingFile.encode(opened.contents, root: root, randomness: randomness))
            try folder.rename(target.nextFile, over: target.file)
            if target.file != place.file {
                for file in [place.file, place.nextFile] { try folder.shred(file) }
            }
            take(RingOpening(root: root, contents: opened.contents), stamp: try folder.stamp(RingFile.name))
        }
    }
}

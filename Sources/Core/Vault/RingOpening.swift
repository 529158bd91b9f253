import Crypto
import Primitives

/// Finds or makes root key and key ring at the start, whatever point an earlier first start or change had reached.
///
/// The folder must be locked.
struct RingOpening {
    let root: SymmetricKey
    let contents: RingContents
    var created = false
}

extension RingOpening {
    /// Finds them, or makes them where there are none.
    init(
        folder: KeyFolder, at place: RootKey, randomness: Randomness, time: TimeSource
    ) throws(VaultError) {
        let aside = place.file + ".first"
        let ring = try folder.read(RingFile.name)
        if place.isMadeHere, ring != nil, try folder.read(place.file) == nil, try folder.read(aside) != nil {
            try folder.rename(aside, to: place.file)
        }
        let file = try folder.read(place.file)
        switch (file, ring) {
        case (_, .some): self = try Self.existing(in: folder, at: place)
        case (.some, nil) where place.isMadeHere:
            throw .incomplete("\(folder.file(RingFile.name)) is missing: put back your copy of the key ring")
        case (nil, nil) where !place.isMadeHere:
            throw .incomplete("\(folder.file(place.file)) is missing: put the root key there")
        case (let file, nil):
            self = try Self.first(in: folder, at: place, file: file, aside, randomness: randomness, time: time)
        }
    }

    /// The root key is written aside first, then the ring, then the root key gets its name: so a first start that broke
    /// off is finished or begun anew, and a key that was lost is never taken for a first start.
    private static func first(
        in folder: KeyFolder, at place: RootKey, file: Bytes?, _ aside: String, randomness: Randomness,
        time: TimeSource
    ) throws(VaultError) -> RingOpening {
        try refuseOthers(in: folder, at: place)
        let bytes = randomness.bytes(32)
        let root: SymmetricKey
        if let file {
            root = try place.decode(file, path: folder.file(place.file))
        } else {
            root = SymmetricKey(data: bytes)
        }
        let contents = RingContents(randomness: randomness, at: time.now)
        if place.isMadeHere { try folder.write(aside, place.encode(bytes)) }
        try folder.replace(RingFile.name, with: RingFile.encode(contents, root: root, randomness: randomness))
        if place.isMadeHere { try folder.rename(aside, to: place.file) }
        return RingOpening(root: root, contents: contents, created: true)
    }

    /// Finds them; a change of the root key that broke off is finished when the ring is sealed by the next one already,
    /// and is as if it had never begun when it is not.
    static func existing(in folder: KeyFolder, at place: RootKey) throws(VaultError) -> RingOpening {
        guard let ring = try folder.read(RingFile.name) else {
            throw .incomplete("\(folder.file(RingFile.name)) is gone: put back its copy")
        }
        var failure: VaultError
        if let file = try folder.read(place.file) {
            do throws(VaultError) {
                return try opened(ring, by: file, in: folder, at: place)
            } catch {
                failure = error
            }
        } else {
            failure = .incomplete("\(folder.file(place.file)) is missing: put back your copy of the root key")
        }
        if let next = try folder.read(place.nextFile),
            let finished = try? opened(ring, by: next, in: folder, at: place)
        {
            try folder.rename(place.nextFile, over: place.file)
            return finished
        }
        if try folder.read(place.file) == nil { try refuseOthers(in: folder, at: place) }
        throw failure
    }

    private static func opened(
        _ ring: Bytes, by file: Bytes, in folder: KeyFolder, at place: RootKey
    ) throws(VaultError) -> RingOpening {
        let root = try place.decode(file, path: folder.file(place.file))
        return RingOpening(root: root, contents: try RingFile.decode(ring, root: root))
    }

    /// Says where the root key lies, when it is not where it is looked for.
    private static func refuseOthers(in folder: KeyFolder, at place: RootKey) throws(VaultError) {
        switch place {
        case .service(let service):
            guard try folder.read(RootKey.name) != nil else { return }
            throw .incomplete(
                "the root key lies in \(folder.file(RootKey.name)), not with the key service \(service.name): stop the server and run saqta keys move service"
            )
        case .folder, .file:
            guard try folder.read(RootKey.wrappedName) != nil else { return }
            throw .incomplete(
                "the root key is wrapped by a key service: set SAQTA_KEY_SERVICE, or put back your copy of the root key"
            )
        }
    }
}

import Crypto
import Primitives

/// Finds or makes root key and key ring at the start, whatever point an earlier first start had reached.
struct RingOpening {
    let root: SymmetricKey
    let contents: RingContents
    let created: Bool

    /// The root key is written aside first, then the ring, then the root key gets its name: so a first start that broke
    /// off is finished or begun anew, and a key that was lost is never taken for a first start.
    init(
        folder: KeyFolder, rootFile: String?, randomness: Randomness, time: TimeSource
    ) throws(VaultError) {
        let aside = RootKey.name + ".first"
        let rootName = rootFile ?? RootKey.name
        let ringFile = try folder.read(RingFile.name)
        if rootFile == nil, ringFile != nil, try folder.read(RootKey.name) == nil, try folder.read(aside) != nil {
            try folder.rename(aside, to: RootKey.name)
        }
        let rootBytes = try folder.read(rootName)

        switch (rootBytes, ringFile) {
        case (let root?, let ring?):
            self.root = try RootKey.decode(root, path: folder.file(rootName))
            contents = try RingFile.decode(ring, root: self.root)
            created = false
        case (nil, .some):
            throw .incomplete("\(folder.file(rootName)) is missing: put back your copy of the root key")
        case (.some, nil) where rootFile == nil:
            throw .incomplete("\(folder.file(RingFile.name)) is missing: put back your copy of the key ring")
        case (nil, nil) where rootFile != nil:
            throw .incomplete("\(folder.file(rootName)) is missing: put the root key there")
        case (let root, nil):
            let bytes = randomness.bytes(32)
            self.root =
                try root.map { bytes throws(VaultError) in
                    try RootKey.decode(bytes, path: folder.file(rootName))
                } ?? SymmetricKey(data: bytes)
            contents = RingContents(randomness: randomness, at: time.now)
            created = true
            if rootFile == nil { try folder.write(aside, RootKey.encode(bytes)) }
            try folder.replace(
                RingFile.name, with: RingFile.encode(contents, root: self.root, randomness: randomness))
            if rootFile == nil { try folder.rename(aside, to: RootKey.name) }
        }
    }
}

import Crypto
import Primitives

extension MerkleTree {
    /// The leaf hashes of the entries of a bundle, 32 octets each.
    ///
    /// - Throws: ``LedgerError/malformed`` when the octets are no bundle.
    static func leafHashes(ofBundle bundle: Bytes) throws -> Bytes {
        // The octet before an entry is the end of its length; a nought in its place makes it the input of the leaf's hash.
        var octets = bundle
        return try octets.withUnsafeMutableBytes { octets in
            var hashes = Bytes()
            hashes.reserveCapacity(TreeHashes.width * 32)
            var index = 0
            while index < octets.count {
                guard index + 2 <= octets.count else { throw LedgerError.malformed }
                let end = index + 2 + (Int(octets[index]) << 8) + Int(octets[index + 1])
                guard end <= octets.count else { throw LedgerError.malformed }
                octets[index + 1] = 0
                append(UnsafeRawBufferPointer(rebasing: octets[(index + 1)..<end]), to: &hashes)
                index = end
            }
            return hashes
        }
    }

    /// The root over hashes, 32 octets each, whose number is a power of two.
    package static func root(ofFull hashes: Bytes) -> Bytes {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 16) { node in
            node[0] = 1
            var level = hashes
            while level.count > 32 {
                var above = Bytes()
                above.reserveCapacity(level.count / 2)
                level.withUnsafeBytes { level in
                    for start in stride(from: 0, to: level.count, by: 64) {
                        UnsafeMutableRawBufferPointer(rebasing: node[1...])
                            .copyMemory(from: UnsafeRawBufferPointer(rebasing: level[start..<(start + 64)]))
                        append(UnsafeRawBufferPointer(node), to: &above)
                    }
                }
                level = above
            }
            return level
        }
    }

    private static func append(_ input: UnsafeRawBufferPointer, to hashes: inout Bytes) {
        var hasher = SHA256()
        hasher.update(bufferPointer: input)
        hasher.finalize().withUnsafeBytes { hashes.append(contentsOf: $0) }
    }
}

import Crypto
import Primitives

/// Opens a sealed stream from its beginning, in constant memory.
///
/// What comes out before ``finish()`` has answered may be cut short: nothing may act on it before.
package struct OpeningStream: Sendable {
    private let key: SymmetricKey
    private let associatedData: Bytes
    private var cipher: SegmentCipher?
    private var index = 0
    private var waiting = Bytes()

    package init(key: SymmetricKey, associatedData: Bytes) {
        self.key = key
        self.associatedData = associatedData
    }

    /// Takes ciphertext.
    ///
    /// - Returns: the plaintext of the segments that are complete now.
    /// - Throws: ``VaultError/doesNotOpen``, ``VaultError/malformed(_:)``.
    package mutating func update(_ sealed: Bytes) throws(VaultError) -> Bytes {
        waiting += sealed
        if cipher == nil, waiting.count >= StreamShape.headerLength {
            cipher = try SegmentCipher(
                key: key, associatedData: associatedData, header: Bytes(waiting.prefix(StreamShape.headerLength)))
            waiting.removeFirst(StreamShape.headerLength)
        }
        guard let cipher else { return [] }
        var plaintext = Bytes()
        var taken = 0
        while waiting.count - taken > StreamShape.capacity(ofSegment: index) + AEAD.tagLength {
            let end = taken + StreamShape.capacity(ofSegment: index) + AEAD.tagLength
            plaintext += try cipher.open(waiting[taken..<end], index: index, isLast: false)
            taken = end
            index += 1
        }
        waiting.removeFirst(taken)
        return plaintext
    }

    /// - Returns: the plaintext of the last segment.
    /// - Throws: ``VaultError/doesNotOpen`` when the stream was cut or lengthened.
    package mutating func finish() throws(VaultError) -> Bytes {
        guard let cipher, index == 0 || waiting.count > AEAD.tagLength else { throw .doesNotOpen }
        defer { waiting = [] }
        return try cipher.open(waiting[...], index: index, isLast: true)
    }
}

import Primitives

/// Lengths and places in a sealed stream: a header, then segments; each ends at a multiple of 64 KiB but the last.
package enum StreamShape {
    /// Length of the header in octets: its own length (1), salt (32), prefix of the nonces (7).
    package static let headerLength = 40
    /// Ciphertext of a whole segment in octets; the header counts into the first.
    package static let segmentLength = 65_536
    static let saltLength = 32
    static let prefixLength = 7

    /// How much plaintext a whole segment holds, in octets.
    package static func capacity(ofSegment index: Int) -> Int {
        segmentLength - AEAD.tagLength - (index == 0 ? headerLength : 0)
    }

    /// Where the plaintext of a segment begins.
    package static func plaintextOffset(ofSegment index: Int) -> Int {
        index == 0 ? 0 : capacity(ofSegment: 0) + (index - 1) * capacity(ofSegment: 1)
    }

    /// The segment in which the plaintext octet at `offset` lies.
    package static func segment(atPlaintext offset: Int) -> Int {
        offset < capacity(ofSegment: 0) ? 0 : 1 + (offset - capacity(ofSegment: 0)) / capacity(ofSegment: 1)
    }

    /// Length of a whole stream that seals `length` octets.
    package static func ciphertextLength(plaintext length: Int) -> Int {
        let segments = segment(atPlaintext: max(length - 1, 0)) + 1
        return headerLength + length + segments * AEAD.tagLength
    }

    /// How much plaintext a whole stream of `length` octets seals; nil when no stream has that length.
    package static func plaintextLength(ciphertext length: Int) -> Int? {
        let segments = segmentCount(ciphertext: length)
        let plaintext = length - headerLength - segments * AEAD.tagLength
        return plaintext >= 0 && ciphertextLength(plaintext: plaintext) == length ? plaintext : nil
    }

    static func segmentCount(ciphertext length: Int) -> Int { (length + segmentLength - 1) / segmentLength }

    /// Where the ciphertext of a segment lies in a stream of `length` octets, header left out.
    static func ciphertext(ofSegment index: Int, in length: Int) -> Range<Int> {
        let start = index == 0 ? headerLength : index * segmentLength
        return start..<max(start, min((index + 1) * segmentLength, length))
    }
}

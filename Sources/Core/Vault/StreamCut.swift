import Primitives

/// Where sealing goes on, when `durable` octets of a stream were written before it was cut.
///
/// The newest octets, at most one segment, are made again from the plaintext and compared with those that lie there:
/// so one nonce never seals two plaintexts, and nothing that was written needs to be taken back.
package struct StreamCut: Hashable, Sendable {
    /// Segments that stay as they are.
    package let segments: Int
    /// The octets to compare, by their place in the stream.
    package let torn: Range<Int>

    /// - Returns: nil when the header is not whole: then the stream is begun anew.
    package init?(durable: Int) {
        guard durable >= StreamShape.headerLength else { return nil }
        segments = (durable - 1) / StreamShape.segmentLength
        torn = StreamShape.ciphertext(ofSegment: segments, in: durable)
    }

    /// From which octet on the plaintext is needed again.
    package var plaintextOffset: Int { StreamShape.plaintextOffset(ofSegment: segments) }
}

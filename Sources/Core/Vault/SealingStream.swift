import Crypto
import Primitives

/// Seals a document while it is received, in constant memory.
///
/// What ``update(_:)`` and ``finish()`` return, in order, is the stream.
package struct SealingStream: Sendable {
    private let cipher: SegmentCipher
    private var index: Int
    private var waiting = Bytes()
    /// Octets that the reader gets before the next segment.
    private var prelude: Bytes
    /// Octets of the next segment that lie in the store already.
    private var torn: Bytes
    private var isFinished = false

    /// Begins a stream.
    ///
    /// - Parameter associatedData: bound into the stream: instance ‖ subject ‖ document.
    package init(key: SymmetricKey, associatedData: Bytes, randomness: Randomness) {
        cipher = SegmentCipher(key: key, associatedData: associatedData, randomness: randomness)
        index = 0
        prelude = cipher.header
        torn = []
    }

    /// Goes on with a stream that was cut; see ``StreamCut``.
    ///
    /// - Parameters:
    ///   - header: the first ``StreamShape/headerLength`` octets of the stream.
    ///   - segments: how many whole segments lie in the store.
    ///   - torn: what lies there after them.
    package init(
        resuming header: Bytes, segments: Int, torn: Bytes = [], key: SymmetricKey, associatedData: Bytes
    ) throws(VaultError) {
        cipher = try SegmentCipher(key: key, associatedData: associatedData, header: header)
        index = segments
        prelude = []
        self.torn = torn
    }

    /// Takes plaintext.
    ///
    /// - Returns: the segments that are complete now; often none.
    /// - Throws: ``VaultError/doesNotOpen`` when a resumed stream is given another plaintext than before the cut.
    package mutating func update(_ plaintext: Bytes) throws(VaultError) -> Bytes {
        guard !isFinished else { throw .malformed("stream went on after its end") }
        waiting += plaintext
        guard waiting.count > StreamShape.capacity(ofSegment: index) else { return [] }
        var sealed = Bytes()
        sealed.reserveCapacity(waiting.count + StreamShape.headerLength + StreamShape.segmentLength)
        var taken = 0
        // A segment that is full waits for one more octet: only then is it known not to be the last.
        while waiting.count - taken > StreamShape.capacity(ofSegment: index) {
            let end = taken + StreamShape.capacity(ofSegment: index)
            try next(waiting[taken..<end], isLast: false, to: &sealed)
            taken = end
        }
        waiting.removeFirst(taken)
        return sealed
    }

    /// - Returns: the last segment.
    package mutating func finish() throws(VaultError) -> Bytes {
        guard !isFinished else { throw .malformed("stream was finished twice") }
        var sealed = Bytes()
        try next(waiting[...], isLast: true, to: &sealed)
        isFinished = true
        waiting = []
        return sealed
    }

    private mutating func next(
        _ plaintext: ArraySlice<UInt8>, isLast: Bool, to stream: inout Bytes
    ) throws(VaultError) {
        stream += prelude
        if torn.isEmpty {
            try cipher.seal(plaintext, index: index, isLast: isLast, to: &stream)
        } else {
            var sealed = Bytes()
            try cipher.seal(plaintext, index: index, isLast: isLast, to: &sealed)
            guard sealed.starts(with: torn) else { throw .doesNotOpen }
            stream += sealed.dropFirst(torn.count)
        }
        prelude = []
        torn = []
        index += 1
    }
}

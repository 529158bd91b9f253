import Primitives

/// Where things lie in a file of the age format, version 1: a header of text, 16 octets, then chunks of 64 KiB, each with a
/// tag of 16 octets.
package struct SealedLayout: Hashable, Sendable {
    /// Length of the header in octets; nil when its end is not among the first octets.
    package let header: Int?

    /// So many first octets hold the header of a file with one recipient.
    package static let beginning = 4_096
    private static let nonceLength = 16
    private static let chunk = 65_536
    private static let tag = 16

    /// - Parameter octets: the first ones of the file.
    package init(beginning octets: Bytes) {
        var end: Int?
        var start = 0
        while end == nil, let line = octets[start...].firstIndex(of: 0x0A) {
            if octets[start..<line].starts(with: Bytes("--- ".utf8)) { end = line + 1 }
            start = line + 1
        }
        header = end
    }

    /// The place at which opening stopped.
    ///
    /// - Parameters:
    ///   - opened: octets of plaintext that had opened by then.
    ///   - length: of the file, in octets.
    /// - Returns: the place, counted from 0, and whether the file ends there.
    package func stop(after opened: Int, of length: Int) -> (place: String, isCut: Bool) {
        guard let header else {
            return length < Self.beginning
                ? ("octet \(length), in the header, where the file ends", true)
                : ("the header", false)
        }
        guard length >= header + Self.nonceLength else { return ("octet \(length), where the file ends", true) }
        let number = opened / Self.chunk
        let start = header + Self.nonceLength + number * (Self.chunk + Self.tag)
        let end = start + Self.chunk + Self.tag
        guard length > start else {
            return ("octet \(length), where the file ends and chunk \(number) should begin", true)
        }
        let range = "chunk \(number), octets \(start) to \(min(end, length) - 1)"
        return length < end ? (range + ", where the file ends", false) : (range, false)
    }
}

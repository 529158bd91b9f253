import Primitives

/// Where a text stands, which decides what must be escaped in it.
enum TextPlace {
    case text
    /// Between double quotation marks.
    case attribute
}

extension Array where Element == UInt8 {
    /// A constant of the code, as it is.
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// `text` with everything that could end its place replaced by character references.
    mutating func append(escaping text: String, for place: TextPlace) {
        var text = text
        text.withUTF8 { octets in
            var start = 0
            for index in octets.indices {
                guard let reference = reference(for: octets[index], in: place) else { continue }
                append(contentsOf: octets[start..<index])
                append(reference)
                start = index + 1
            }
            append(contentsOf: octets[start...])
        }
    }

    /// Control characters become U+FFFD: the HTML standard forbids them even as references.
    @inline(__always)
    private func reference(for octet: UInt8, in place: TextPlace) -> StaticString? {
        switch octet {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22 where place == .attribute: "&quot;"
        case 0x27 where place == .attribute: "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0x00..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}

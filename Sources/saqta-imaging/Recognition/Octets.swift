import CImaging

/// The document in memory, read with every bound checked.
struct Octets {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    subscript(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

    /// An unsigned number of `size` octets; nil past the end.
    func number(at offset: Int, size: Int, little: Bool = false) -> Int? {
        guard offset >= 0, size <= bytes.count, offset <= bytes.count - size else { return nil }
        let part = bytes[offset..<offset + size]
        return little ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether `text` (ASCII) stands at `offset`.
    func has(_ text: String, at offset: Int) -> Bool { has(Array(text.utf8), at: offset) }

    func has(_ pattern: [UInt8], at offset: Int) -> Bool {
        offset >= 0 && offset + pattern.count <= bytes.count
            && bytes[offset..<offset + pattern.count].elementsEqual(pattern)
    }

    /// Where `pattern` first stands in `range`.
    func first(_ pattern: [UInt8], in range: Range<Int>) -> Int? {
        let range = range.clamped(to: 0..<bytes.count)
        return bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress, !range.isEmpty,
                let found = saqta_find(base + range.lowerBound, range.count, pattern, pattern.count)
            else { return nil }
            return base.distance(to: found)
        }
    }

    func first(_ text: String, in range: Range<Int>? = nil) -> Int? {
        first(Array(text.utf8), in: range ?? 0..<bytes.count)
    }
}

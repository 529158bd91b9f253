import Primitives

/// Where the entries of erasures stand, by what they carry instead of a digest: 32 octets in memory for each.
struct ErasureMarks {
    private struct Mark {
        let high: UInt64
        let low: UInt64
        let leaf: Int
        let closes: Int?

        func isBefore(_ key: (UInt64, UInt64)) -> Bool { (high, low) < key }
    }

    private var marks: [Mark] = []
    private var isSorted = true

    mutating func add(_ digest: Bytes, at leaf: Int, closes: Int?) {
        let (high, low) = Self.key(digest)
        marks.append(Mark(high: high, low: low, leaf: leaf, closes: closes))
        isSorted = false
    }

    mutating func sort() {
        guard !isSorted else { return }
        marks.sort { ($0.high, $0.low, $0.leaf) < ($1.high, $1.low, $1.leaf) }
        isSorted = true
    }

    /// The last leaf of an entry with this mark; nil when there is none. After ``sort()``.
    func find(_ digest: Bytes) -> (leaf: Int, closes: Int?)? {
        let key = Self.key(digest)
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].isBefore(key) { low = middle + 1 } else { high = middle }
        }
        var found: Mark?
        while low < marks.count, (marks[low].high, marks[low].low) == key {
            found = marks[low]
            low += 1
        }
        return found.map { ($0.leaf, $0.closes) }
    }

    /// Half of a SHA-256, which nobody finds a second text for.
    private static func key(_ digest: Bytes) -> (UInt64, UInt64) {
        func word(_ octets: ArraySlice<UInt8>) -> UInt64 { octets.reduce(0) { $0 << 8 | UInt64($1) } }
        return (word(digest.prefix(8)), word(digest.dropFirst(8).prefix(8)))
    }
}

import Crypto
import Primitives

/// RFC 6962, section 2, as it is written there: recursive, over the leaves themselves, and nothing cached but what it is told.
///
/// It shares no line with the code under test: the suites compare two programmes.
struct ReferenceTree {
    /// Hashes of the leaves.
    let leaves: [Bytes]
    private let hashes: Cache

    private final class Cache {
        var nodes: [Range<Int>: Bytes] = [:]
    }

    init(leaves: [Bytes]) {
        self.leaves = leaves
        hashes = Cache()
    }

    /// MTH(D[range]), section 2.1.
    func root(_ range: Range<Int>) -> Bytes {
        if range.isEmpty { return Self.hash([]) }
        if range.count == 1 { return leaves[range.lowerBound] }
        if let known = hashes.nodes[range] { return known }
        let middle = range.lowerBound + Self.largestPower(below: range.count)
        let root = Self.hash(
            [1] + root(range.lowerBound..<middle) + root(middle..<range.upperBound))
        hashes.nodes[range] = root
        return root
    }

    func root(of size: Int) -> Bytes { root(0..<size) }

    /// PATH(leaf, D[range]), section 2.1.1.
    func path(_ leaf: Int, in range: Range<Int>) -> [Bytes] {
        if range.count == 1 { return [] }
        let middle = range.lowerBound + Self.largestPower(below: range.count)
        return leaf < middle
            ? path(leaf, in: range.lowerBound..<middle) + [root(middle..<range.upperBound)]
            : path(leaf, in: middle..<range.upperBound) + [root(range.lowerBound..<middle)]
    }

    /// PROOF(earlier, D[later]), section 2.1.2.
    func proof(from earlier: Int, to later: Int) -> [Bytes] {
        earlier == later ? [] : subproof(earlier, 0..<later, true)
    }

    private func subproof(_ count: Int, _ range: Range<Int>, _ isWhole: Bool) -> [Bytes] {
        if count == range.count { return isWhole ? [] : [root(range)] }
        let power = Self.largestPower(below: range.count)
        let middle = range.lowerBound + power
        return count <= power
            ? subproof(count, range.lowerBound..<middle, isWhole) + [root(middle..<range.upperBound)]
            : subproof(count - power, middle..<range.upperBound, false) + [root(range.lowerBound..<middle)]
    }

    static func leafHash(_ leaf: Bytes) -> Bytes { hash([0] + leaf) }

    static func largestPower(below size: Int) -> Int {
        var power = 1
        while power * 2 < size { power *= 2 }
        return power
    }

    static func hash(_ octets: Bytes) -> Bytes { Bytes(SHA256.hash(data: octets)) }
}

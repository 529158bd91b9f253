import Primitives

/// Checks proofs by the definitions of RFC 6962, from the root downwards, where the code under test goes from the leaf upwards.
enum ReferenceVerifier {
    static func includes(_ leaf: Bytes, at index: Int, of size: Int, proof: [Bytes], root: Bytes) -> Bool {
        guard size > 0, (0..<size).contains(index) else { return false }
        return self.root(leaf, index, size, proof[...]) == root
    }

    static func continues(
        _ earlier: Int, _ earlierRoot: Bytes, _ later: Int, _ laterRoot: Bytes, proof: [Bytes]
    ) -> Bool {
        guard earlier > 0, earlier <= later else { return false }
        guard let roots = roots(earlier, later, proof[...], isWhole: true, known: earlierRoot) else { return false }
        return roots.old == earlierRoot && roots.new == laterRoot
    }

    private static func root(_ leaf: Bytes, _ index: Int, _ size: Int, _ path: ArraySlice<Bytes>) -> Bytes? {
        guard size > 1 else { return path.isEmpty ? leaf : nil }
        guard let sibling = path.last else { return nil }
        let power = ReferenceTree.largestPower(below: size)
        if index < power {
            return root(leaf, index, power, path.dropLast()).map { ReferenceTree.hash([1] + $0 + sibling) }
        }
        return root(leaf, index - power, size - power, path.dropLast()).map { ReferenceTree.hash([1] + sibling + $0) }
    }

    private static func roots(
        _ earlier: Int, _ later: Int, _ path: ArraySlice<Bytes>, isWhole: Bool, known: Bytes
    ) -> (old: Bytes, new: Bytes)? {
        if earlier == later {
            if isWhole { return path.isEmpty ? (known, known) : nil }
            guard path.count == 1, let only = path.first else { return nil }
            return (only, only)
        }
        guard let sibling = path.last else { return nil }
        let power = ReferenceTree.largestPower(below: later)
        if earlier <= power {
            return roots(earlier, power, path.dropLast(), isWhole: isWhole, known: known)
                .map { ($0.old, ReferenceTree.hash([1] + $0.new + sibling)) }
        }
        return roots(earlier - power, later - power, path.dropLast(), isWhole: false, known: known)
            .map { (ReferenceTree.hash([1] + sibling + $0.old), ReferenceTree.hash([1] + sibling + $0.new)) }
    }
}

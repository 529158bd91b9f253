import Primitives

/// Where a part of the tree stands below the log's address (C2SP `tlog-tiles`), as `tile/0/x001/x234/067.p/112`.
package enum TilePath: Hashable, Sendable, CustomStringConvertible {
    /// Hashes: the tile `index` of `level` (0…63), the first `width` (1…256) of it.
    case hashes(level: Int, index: Int, width: Int)
    /// Entries: the bundle `index`, the first `width` (1…256) of it.
    case entries(index: Int, width: Int)

    /// - Returns: nil for a path that ``description`` would not write.
    package init?(_ path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.count <= 16, parts.popFirst() == "tile", let kind = parts.popFirst(), !parts.isEmpty else {
            return nil
        }
        var width = TreeHashes.width
        if parts.count >= 2, parts[parts.endIndex - 2].hasSuffix(".p") {
            guard let partial = Int(parts.removeLast()), (1..<width).contains(partial) else { return nil }
            width = partial
            parts.append(parts.removeLast().dropLast(2))
        }
        guard let index = Int(parts.map { $0.hasPrefix("x") ? $0.dropFirst() : $0 }.joined()), index >= 0 else {
            return nil
        }
        if kind == "entries" {
            self = .entries(index: index, width: width)
        } else {
            guard let level = Int(kind), (0...63).contains(level) else { return nil }
            self = .hashes(level: level, index: index, width: width)
        }
        // Every spelling but one of a place is refused: zeros or `x` too many, a sign, a missing group.
        guard description == path else { return nil }
    }

    package var description: String {
        switch self {
        case .hashes(let level, let index, let width): "tile/\(level)/" + Self.path(of: index, width)
        case .entries(let index, let width): "tile/entries/" + Self.path(of: index, width)
        }
    }

    private static func path(of index: Int, _ width: Int) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1_000)
            groups.append(String(repeating: "0", count: 3 - digits.count) + digits)
            rest /= 1_000
        } while rest > 0
        let last = groups.removeFirst()
        return groups.reversed().map { "x\($0)/" }.joined() + last + (width < TreeHashes.width ? ".p/\(width)" : "")
    }
}

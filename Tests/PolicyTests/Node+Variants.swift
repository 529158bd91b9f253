import Yams

extension Node {
    /// The same with at most one element in each list of blocks: the one with the most keys.
    func pruned() -> Node {
        switch self {
        case .mapping(let mapping):
            return Node(mapping.map { ($0.key, $0.value.pruned()) })
        case .sequence(let sequence):
            let blocks = sequence.filter { $0.mapping != nil }
            guard let largest = blocks.max(by: { ($0.mapping?.count ?? 0) < ($1.mapping?.count ?? 0) }) else {
                return self
            }
            return Node([largest.pruned()])
        default: return self
        }
    }

    /// Copies with one scalar changed each, and the path of that scalar.
    func variants(at path: String) -> [(path: String, node: Node)] {
        switch self {
        case .scalar(let scalar):
            return [(path, Node(Node.changed(scalar.string), .implicit, .doubleQuoted))]
        case .mapping(let mapping):
            let pairs = mapping.map { ($0.key, $0.value) }
            return pairs.indices.flatMap { index in
                pairs[index].1.variants(at: "\(path)/\(pairs[index].0.string ?? "")").map { variant in
                    var copy = pairs
                    copy[index].1 = variant.node
                    return (variant.path, Node(copy))
                }
            }
        case .sequence(let sequence):
            let nodes = Array(sequence)
            return nodes.indices.flatMap { index in
                nodes[index].variants(at: "\(path)[\(index)]").map { variant in
                    var copy = nodes
                    copy[index] = variant.node
                    return (variant.path, Node(copy))
                }
            }
        default: return []
        }
    }

    /// Another value of the same kind.
    private static func changed(_ text: String) -> String {
        let others = [
            "true": "false", "false": "true", "sole_proprietor": "legal_entity", "consent": "law", "law": "consent",
            "personal": "other", "form": "staff", "purpose": "9 days", "purposes": "publication",
            "recipient": "publication", "hosting": "mail", "user": "system", "refuse": "ask", "working_day": "year",
            "calendar_day": "year", "kz": "eu", "single": "several",
            "paid_order": "concluded_agreement",
        ]
        if let other = others[text] { return other }
        let words = text.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let number = Int(first), number < 1_000_000 else { return text + "x" }
        return ([String(number + 1)] + words.dropFirst().map(String.init)).joined(separator: " ")
    }
}

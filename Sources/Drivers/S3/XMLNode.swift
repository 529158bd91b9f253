import Primitives

/// The plain XML of S3's answers: elements and text. Declarations of types, comments and sections are refused.
struct XMLNode: Sendable {
    let name: String
    private(set) var text = ""
    private(set) var children: [XMLNode] = []

    /// The text of the first child of a name.
    subscript(_ name: String) -> String? { children.first { $0.name == name }?.text }

    func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

    /// What is not such XML.
    struct Malformed: Error {}

    private static let deepest = 16

    init(_ octets: Bytes) throws(Malformed) {
        var scanner = Scanner(octets)
        scanner.skipProlog()
        try self.init(&scanner, depth: 0)
    }

    private init(_ scanner: inout Scanner, depth: Int) throws(Malformed) {
        guard depth < Self.deepest, case .open(let name, let isEmpty) = try scanner.next() else { throw Malformed() }
        self.name = name
        guard !isEmpty else { return }
        while true {
            text += try scanner.text()
            var ahead = scanner
            switch try ahead.next() {
            case .close(name):
                scanner = ahead
                return
            case .close: throw Malformed()
            case .open: children.append(try XMLNode(&scanner, depth: depth + 1))
            }
        }
    }
}

private struct Scanner {
    enum Tag: Equatable {
        case open(String, isEmpty: Bool)
        case close(String)
    }

    private let octets: Bytes
    private var index = 0

    init(_ octets: Bytes) { self.octets = octets }

    mutating func skipProlog() {
        while let start = octets[index...].firstIndex(of: 0x3C), octets[start...].starts(with: "<?".utf8),
            let end = octets[start...].firstIndex(of: 0x3E)
        { index = end + 1 }
        index = octets[index...].firstIndex(of: 0x3C) ?? octets.count
    }

    /// Text up to the next tag, with its references resolved.
    mutating func text() throws(XMLNode.Malformed) -> String {
        let end = octets[index...].firstIndex(of: 0x3C) ?? octets.count
        defer { index = end }
        let parts = String(decoding: octets[index..<end], as: UTF8.self)
            .split(separator: "&", omittingEmptySubsequences: false)
        var text = String(parts.first ?? "")
        for part in parts.dropFirst() {
            guard let semicolon = part.firstIndex(of: ";") else { throw XMLNode.Malformed() }
            text += try Self.resolved(part[..<semicolon]) + part[part.index(after: semicolon)...]
        }
        return text
    }

    private static func resolved(_ reference: Substring) throws(XMLNode.Malformed) -> String {
        let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        if let character = named[String(reference)] { return character }
        guard reference.hasPrefix("#") else { throw XMLNode.Malformed() }
        let digits = reference.dropFirst()
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, let scalar = Unicode.Scalar(code) else { throw XMLNode.Malformed() }
        return String(Character(scalar))
    }

    mutating func next() throws(XMLNode.Malformed) -> Tag {
        guard index < octets.count, octets[index] == 0x3C, let end = octets[index...].firstIndex(of: 0x3E) else {
            throw XMLNode.Malformed()
        }
        var inside = String(decoding: octets[(index + 1)..<end], as: UTF8.self)[...]
        index = end + 1
        let isClose = inside.hasPrefix("/")
        let isEmpty = inside.hasSuffix("/")
        if isClose { inside = inside.dropFirst() }
        if isEmpty { inside = inside.dropLast() }
        let name = String(inside.prefix { !$0.isWhitespace })
        guard let first = name.first, first.isLetter || first == "_" else { throw XMLNode.Malformed() }
        return isClose ? .close(name) : .open(name, isEmpty: isEmpty)
    }
}

/// A value that is written in one way only: JSON after RFC 8785, for whole numbers, texts, lists and objects.
package indirect enum CanonicalValue: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case text(String)
    case list([CanonicalValue])
    case object([String: CanonicalValue])

    /// The octets, in UTF-8.
    package var octets: Bytes {
        var octets = Bytes()
        octets.reserveCapacity(512)
        write(to: &octets)
        return octets
    }

    private func write(to octets: inout Bytes) {
        switch self {
        case .null: octets += Bytes("null".utf8)
        case .bool(let value): octets += Bytes((value ? "true" : "false").utf8)
        case .int(let number): octets += Bytes(String(number).utf8)
        case .text(let text): Self.write(text, to: &octets)
        case .list(let values): Self.write(values, between: "[]", to: &octets) { $0.write(to: &$1) }
        case .object(let members):
            // RFC 8785, 3.2.3: by UTF-16 code units, which is the plain order of ASCII.
            let isASCII = members.keys.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
            let sorted = members.sorted {
                isASCII ? $0.key < $1.key : $0.key.utf16.lexicographicallyPrecedes($1.key.utf16)
            }
            Self.write(sorted, between: "{}", to: &octets) { member, octets in
                Self.write(member.key, to: &octets)
                octets.append(UInt8(ascii: ":"))
                member.value.write(to: &octets)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], between brackets: String, to octets: inout Bytes, _ write: (Part, inout Bytes) -> Void
    ) {
        octets.append(contentsOf: brackets.utf8.prefix(1))
        for (index, part) in parts.enumerated() {
            if index > 0 { octets.append(UInt8(ascii: ",")) }
            write(part, &octets)
        }
        octets.append(contentsOf: brackets.utf8.suffix(1))
    }

    private static func write(_ text: String, to octets: inout Bytes) {
        octets.append(UInt8(ascii: "\""))
        defer { octets.append(UInt8(ascii: "\"")) }
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return octets.append(contentsOf: text.utf8)
        }
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): octets += [UInt8(ascii: "\\"), octet]
            case 0x08: octets += Bytes("\\b".utf8)
            case 0x09: octets += Bytes("\\t".utf8)
            case 0x0A: octets += Bytes("\\n".utf8)
            case 0x0C: octets += Bytes("\\f".utf8)
            case 0x0D: octets += Bytes("\\r".utf8)
            case ..<0x20: octets += Bytes("\\u00\([octet].hex)".utf8)
            default: octets.append(octet)
            }
        }
    }
}

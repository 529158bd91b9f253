import Foundation
import Primitives

/// JSON with one spelling for one value, after RFC 8785, for values without fractions.
package enum CanonicalJSON {
    /// The canonical form of `value`, UTF-8.
    ///
    /// - Throws: `EncodingError` when `value` cannot be encoded or holds a number that is not whole.
    package static func encode(_ value: some Encodable) throws -> Bytes {
        let tree = try JSONDecoder().decode(JSONTree.self, from: JSONEncoder().encode(value))
        var text = ""
        tree.write(to: &text)
        return Bytes(text.utf8)
    }

    /// Reads a value back.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: Bytes) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}

/// A JSON value whose numbers are whole.
private enum JSONTree: Decodable {
    case null
    case bool(Bool)
    case number(Int64)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONTree].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += "\(value)"
        case .string(let value): JSONTree.write(value, to: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let values):
            text += "{"
            // RFC 8785, section 3.2.3: by UTF-16 code units.
            let keys = values.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
            for (index, key) in keys.enumerated() {
                if index > 0 { text += "," }
                JSONTree.write(key, to: &text)
                text += ":"
                values[key]?.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\u{9}": text += "\\t"
            case "\u{A}": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\u{D}": text += "\\r"
            case "\u{0}"..."\u{1F}":
                text += "\\u00" + [UInt8(scalar.value)].hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

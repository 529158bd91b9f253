import Foundation
import Primitives

/// JSON with one spelling for one value, after RFC 8785, for values without fractions.
package enum CanonicalJSON {
    /// The canonical form of `value`, UTF-8.
    ///
    /// - Throws: `EncodingError` when `value` cannot be encoded or holds a number that is not whole.
    package static func encode(_ value: some Encodable) throws -> Bytes {
        let tree = try JSONDecoder().decode(JSONTree.self, from: JSONEncoder().encode(value))
        return tree.value.octets
    }

    /// Reads a value back.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: Bytes) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}

/// A JSON value whose numbers are whole.
private struct JSONTree: Decodable {
    let value: CanonicalValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // What there is most of first: a kind that is asked for in vain costs an error.
        if let found = try? container.decode(String.self) {
            value = .text(found)
        } else if let found = try? container.decode([String: JSONTree].self) {
            value = .object(found.mapValues(\.value))
        } else if let found = try? container.decode([JSONTree].self) {
            value = .list(found.map(\.value))
        } else if container.decodeNil() {
            value = .null
        } else if let found = try? container.decode(Bool.self) {
            value = .bool(found)
        } else {
            value = .int(try container.decode(Int64.self))
        }
    }
}

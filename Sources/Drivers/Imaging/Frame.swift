import Primitives

/// One message between the server and the worker: a kind, a length (32 bits, big-endian), a payload.
struct Frame: Sendable {
    let kind: Character
    let payload: Bytes

    init(_ kind: Character, _ payload: Bytes) {
        self.kind = kind
        self.payload = payload
    }

    /// A payload of lines `key=value`.
    init(_ kind: Character, fields: KeyValuePairs<String, String>) {
        self.init(kind, Bytes(fields.map { "\($0.key)=\($0.value)\n" }.joined().utf8))
    }

    /// The octets on the wire.
    var octets: Bytes {
        let count = UInt32(payload.count)
        return [kind.asciiValue ?? 0] + stride(from: 24, through: 0, by: -8).map { UInt8(count >> $0 & 255) } + payload
    }

    /// The payload as lines `key=value`.
    var fields: [String: String] {
        let pairs = String(decoding: payload, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

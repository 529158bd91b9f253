import Primitives

extension FixedWidthInteger {
    /// The number in network order.
    var octets: Bytes { withUnsafeBytes(of: bigEndian) { Bytes($0) } }

    /// Reads a number in network order; exactly as many octets as it has.
    init(octets: some Collection<UInt8>) {
        self = octets.reduce(0) { $0 << 8 | Self($1) }
    }
}

/// Parts of associated data, each after its length, so that no two lists of parts give the same octets.
func associatedData(_ parts: Bytes...) -> Bytes {
    parts.reduce(into: Bytes()) { data, part in
        data += UInt32(part.count).octets
        data += part
    }
}

import Primitives

/// The mark of an erasure in an address: SHA-256, hexadecimal in small letters. It cannot be guessed, and names nobody.
package struct ErasureMark: PathValue {
    /// 32 octets.
    package let octets: Bytes

    package init(_ octets: Bytes) { self.octets = octets }

    package init?(pathText: String) {
        guard let octets = Bytes(hex: pathText), octets.count == 32, octets.hex == pathText else { return nil }
        self.octets = octets
    }

    package var pathText: String { octets.hex }
}

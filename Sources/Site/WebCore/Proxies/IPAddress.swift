import Glibc
import NIOCore
import Primitives

/// An Internet address; IPv4 written in IPv6 (`::ffff:…`, RFC 4291, 2.5.5.2) is IPv4.
///
/// It prints as `•••`: an address is personal.
package struct IPAddress: Hashable, Sendable {
    /// Four octets, or sixteen.
    package let octets: Bytes

    private static let mapped = Bytes(repeating: 0, count: 10) + [0xFF, 0xFF]

    private init(_ octets: Bytes) {
        self.octets = octets.count == 16 && octets.starts(with: Self.mapped) ? Bytes(octets.suffix(4)) : octets
    }

    /// Reads `203.0.113.7` or `2001:db8::7`; nil for anything else.
    package init?(_ text: String) {
        guard let octets = Self.octets(of: text, AF_INET, 4) ?? Self.octets(of: text, AF_INET6, 16) else { return nil }
        self.init(octets)
    }

    private static func octets(of text: String, _ family: Int32, _ length: Int) -> Bytes? {
        var octets = Bytes(repeating: 0, count: length)
        let isRead = octets.withUnsafeMutableBytes { inet_pton(family, text, $0.baseAddress) == 1 }
        return isRead ? octets : nil
    }

    /// The address of one end of a connection; nil for a socket of the file system.
    package init?(_ address: SocketAddress) {
        // Which interface a link-local address belongs to stands behind a `%`.
        guard let text = address.ipAddress?.prefix(while: { $0 != "%" }) else { return nil }
        self.init(String(text))
    }

    /// An address of this machine itself (127.0.0.0/8, ::1).
    package var isLoopback: Bool {
        octets.count == 4 ? octets[0] == 127 : octets == Bytes(repeating: 0, count: 15) + [1]
    }
}

extension IPAddress: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// Addresses that begin with the same bits (CIDR, RFC 4632): `10.0.0.0/8`, `fd00::/8`, or one address alone.
package struct AddressRange: Hashable, Sendable {
    private let first: IPAddress
    private let bits: Int

    /// Nil when `text` is no range.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let first = IPAddress(String(parts[0])) else { return nil }
        let most = first.octets.count * 8
        let bits = parts.count == 1 ? most : Int(parts[1]) ?? -1
        guard (0...most).contains(bits) else { return nil }
        self.first = first
        self.bits = bits
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.octets.count == first.octets.count else { return false }
        return zip(first.octets, address.octets).enumerated().allSatisfy { index, pair in
            let compared = min(8, max(0, bits - index * 8))
            return compared == 0 || (pair.0 ^ pair.1) >> (8 - compared) == 0
        }
    }
}

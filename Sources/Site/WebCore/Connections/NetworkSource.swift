import Crypto
import Primitives

/// Where a request comes from, as far as limits tell sources apart: an IPv4 address, or the /64 network of an IPv6
/// address, which is what one subscriber has.
///
/// It prints as `•••` and outlives no request: limits remember its mark.
package struct NetworkSource: Hashable, Sendable {
    /// Empty when it is not known, as over a socket of the file system.
    let network: Bytes

    package var isKnown: Bool { !network.isEmpty }

    /// - Parameter address: nil when it is not known.
    init(_ address: IPAddress?) { self.init(ip: address?.octets ?? []) }

    /// - Parameter ip: 4 or 16 octets in the order of the network.
    init(ip: Bytes) {
        let mapped = Bytes(repeating: 0, count: 10) + [0xFF, 0xFF]
        if ip.count == 16 {
            // IPv4 in the clothes of IPv6 (RFC 4291, 2.5.5.2).
            network = ip.starts(with: mapped) ? Bytes(ip.suffix(4)) : Bytes(ip.prefix(8))
        } else {
            network = ip
        }
    }
}

extension NetworkSource: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// What is remembered of a source: the same while this process lives, and nothing afterwards.
package typealias SourceMark = Identifier<NetworkSource>

/// Makes the marks of sources under a key that nobody knows and that ends with the process.
package struct SourceMarks: Sendable {
    private let key: SymmetricKey

    package init(randomness: Randomness) { key = SymmetricKey(data: randomness.bytes(32)) }

    /// HMAC-SHA-256, cut to 16 octets; all sources that are not known have one mark.
    package func mark(of source: NetworkSource) -> SourceMark {
        SourceMark(of: Bytes(HMAC<SHA256>.authenticationCode(for: source.network, using: key)))
    }
}

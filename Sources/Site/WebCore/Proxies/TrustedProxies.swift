import HTTPTypes
import Primitives

/// The proxies whose word is believed about where a request comes from. Anybody else's word has no effect.
package struct TrustedProxies: Sendable {
    private let ranges: [AddressRange]

    package static let none = TrustedProxies([])

    private init(_ ranges: [AddressRange]) { self.ranges = ranges }

    /// Reads addresses and ranges with commas or blanks between them.
    ///
    /// - Throws: ``BadRange`` with the first that is none.
    package init(_ text: String) throws(BadRange) {
        var ranges: [AddressRange] = []
        for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let range = AddressRange(String(word)) else { throw BadRange(text: String(word)) }
            ranges.append(range)
        }
        self.ranges = ranges
    }

    /// A word that is neither an address nor a range.
    package struct BadRange: Error, Hashable {
        package let text: String
    }

    package var isEmpty: Bool { ranges.isEmpty }

    package func contains(_ address: IPAddress) -> Bool { ranges.contains { $0.contains(address) } }

    /// Where a request comes from.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - isTLS: the connection itself is encrypted, by us.
    package func origin(peer: IPAddress?, isTLS: Bool, _ headers: HTTPFields) -> RequestOrigin {
        let isForwarded = Forwarding.names.contains { headers[$0] != nil }
        guard let peer, contains(peer), let forwarding = Forwarding(headers) else {
            return RequestOrigin(
                source: peer, isSecure: isTLS, isLocal: (peer?.isLoopback ?? false) && !isForwarded)
        }
        return RequestOrigin(
            source: source(of: forwarding.path, peer: peer), isSecure: forwarding.isSecure ?? isTLS, isLocal: false)
    }

    /// The last address on the way here that is not a proxy of ours: what stands before it may be anybody's invention.
    private func source(of path: [IPAddress?], peer: IPAddress) -> IPAddress {
        var source = peer
        for address in path.reversed() {
            guard let address else { break }
            source = address
            guard contains(address) else { break }
        }
        return source
    }
}

import HTTPTypes

/// What a proxy writes of the way a request took: `X-Forwarded-For` with `X-Forwarded-Proto`, or `Forwarded` (RFC 7239).
struct Forwarding {
    /// From the sender on; nil where something other than an address stands.
    let path: [IPAddress?]
    /// Nil when nothing is said.
    let isSecure: Bool?

    static let names: [HTTPField.Name] = [.xForwardedFor, .xForwardedProto, .forwarded, .xRealIP, .via]

    /// Nil when nothing is said at all.
    ///
    /// One of the two ways counts, never a mixture: a proxy that writes the one hands the other on as it came.
    init?(_ headers: HTTPFields) {
        if headers[.xForwardedFor] != nil || headers[.xForwardedProto] != nil {
            path = Self.list(headers[.xForwardedFor]).map { Self.address(String($0)) }
            isSecure = Self.list(headers[.xForwardedProto]).last.map { $0.lowercased() == "https" }
        } else if let forwarded = headers[.forwarded] {
            let elements = Self.list(forwarded).map(Self.pairs)
            path = elements.map { $0["for"].flatMap(Self.address) }
            isSecure = elements.last?["proto"].map { $0.lowercased() == "https" }
        } else {
            return nil
        }
    }

    private static func list(_ text: String?) -> [Substring] {
        // More than a few proxies one behind the other are not to be had; a long list is somebody's joke.
        (text ?? "").split(separator: ",").suffix(32).map { $0.trimmed }
    }

    private static func pairs(_ element: Substring) -> [String: String] {
        var pairs: [String: String] = [:]
        for pair in element.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            pairs[parts[0].trimmed.lowercased()] = String(parts[1].trimmed.filter { $0 != "\"" })
        }
        return pairs
    }

    /// `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::7`, `[2001:db8::7]:4711`.
    private static func address(_ text: String) -> IPAddress? {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            return IPAddress(String(text[text.index(after: text.startIndex)..<end]))
        }
        if let address = IPAddress(text) { return address }
        let parts = text.split(separator: ":")
        return parts.count == 2 ? IPAddress(String(parts[0])) : nil
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        drop(while: \.isWhitespace).reversedTrimmed
    }

    private var reversedTrimmed: Substring {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[startIndex..<startIndex] }
        return self[startIndex...last]
    }
}

extension HTTPField.Name {
    static let xForwardedFor = constant("X-Forwarded-For")
    static let xForwardedProto = constant("X-Forwarded-Proto")
    static let forwarded = constant("Forwarded")
    static let xRealIP = constant("X-Real-IP")
    static let via = constant("Via")

    private static func constant(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a token after RFC 9110") }
        return name
    }
}

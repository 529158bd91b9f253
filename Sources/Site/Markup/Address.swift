import Primitives

/// An address that is safe in `href`, `src` and `action`: a script can never be one.
package struct Address: Hashable, Sendable {
    private enum Kind: Hashable {
        /// A page of this site, in a given language or in that of the page on which the address stands.
        case page(String, Language?)
        case fixed(String)
    }

    private let kind: Kind

    /// The address as it is written on a page in `language`.
    package func text(in language: Language) -> String {
        switch kind {
        case .page(let rest, let own): "/\((own ?? language).rawValue)\(rest)"
        case .fixed(let text): text
        }
    }

    /// A page of this site under the language's prefix.
    ///
    /// - Parameters:
    ///   - segments: the path after the language, not yet encoded.
    ///   - query: names and values, not yet encoded; nothing personal.
    ///   - fragment: the identifier of an element on that page.
    ///   - language: the language of the page; nil for that of the page on which the address stands.
    package static func page(
        _ segments: [String], query: [(name: String, value: String)] = [], fragment: String? = nil,
        in language: Language? = nil
    ) -> Address {
        Address(kind: .page(path(segments, query: query, fragment: fragment), language))
    }

    /// A file of this site outside the languages, such as `/assets/site.css`.
    package static func file(_ segments: [String], fragment: String? = nil) -> Address {
        Address(kind: .fixed(path(segments, query: [], fragment: fragment)))
    }

    /// An element of the same page.
    package static func fragment(_ identifier: String) -> Address {
        Address(kind: .fixed("#" + encoded(identifier)))
    }

    /// A letter to `address`.
    package static func mail(_ address: String) -> Address {
        Address(kind: .fixed("mailto:" + encoded(address)))
    }

    /// A call to a number; everything but digits and a leading plus is left out.
    package static func telephone(_ number: String) -> Address {
        let digits = number.filter { $0.isASCII && $0.isNumber }
        return Address(kind: .fixed("tel:" + (number.hasPrefix("+") ? "+" : "") + digits))
    }

    /// Another site; nil unless it begins with `https://` or `http://` and has no blanks or control characters.
    package static func outside(_ text: String) -> Address? {
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C })
        else { return nil }
        return Address(kind: .fixed(text))
    }

    private static func path(
        _ segments: [String], query: [(name: String, value: String)], fragment: String?
    ) -> String {
        // An empty first segment would make an address of another host: `//host`.
        var text = segments.filter { !$0.isEmpty }.map { "/" + encoded($0) }.joined()
        if !query.isEmpty {
            text += "?" + query.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
        }
        if let fragment { text += "#" + encoded(fragment) }
        return text
    }

    /// Percent-encoding of everything but the unreserved characters of RFC 3986 and `@`.
    private static func encoded(_ text: String) -> String {
        var result = ""
        for octet in text.utf8 {
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x40:
                result.unicodeScalars.append(Unicode.Scalar(octet))
            default: result += "%" + Bytes([octet]).hex.uppercased()
            }
        }
        return result
    }
}

import Hummingbird
import Primitives

/// A family of pages whose address holds values: the one place that writes them and reads them back.
///
/// ```swift
/// extension SitePath {
///     static let edition = SiteRoute<Int>("policy", "editions", .value)
/// }
/// link(to: SitePath.edition(4)) …   routes.get(SitePath.edition, use: show) …   try SitePath.edition.values(in: context)
/// ```
package struct SiteRoute<each Value: PathValue>: Sendable {
    private let pieces: [RoutePiece]

    package init(_ pieces: RoutePiece...) { self.pieces = pieces }

    /// The page for these values.
    package func callAsFunction(_ value: repeat each Value) -> SitePath {
        var texts: [String] = []
        for item in repeat each value { texts.append(item.pathText) }
        var next = texts.makeIterator()
        return SitePath(
            segments: pieces.map { piece in
                switch piece {
                case .word(let word): word
                case .value: next.next() ?? ""
                }
            })
    }

    /// The values in the address that was asked for.
    ///
    /// - Throws: a refusal of kind `notFound` when one cannot be read.
    package func values(in context: WebContext) throws -> (repeat each Value) {
        var index = 0
        func read<One: PathValue>(_ type: One.Type) throws -> One {
            defer { index += 1 }
            guard let text = context.parameters.get("p\(index)"), let value = One(pathText: text) else {
                throw PageRefusal(.notFound)
            }
            return value
        }
        return (repeat try read((each Value).self))
    }

    var pattern: RouterPath {
        var index = 0
        let texts = pieces.map { piece in
            switch piece {
            case .word(let word): return word
            case .value:
                defer { index += 1 }
                return ":p\(index)"
            }
        }
        return RouterPath(texts.joined(separator: "/"))
    }
}

/// A part of an address between two slashes.
package enum RoutePiece: Sendable, ExpressibleByStringLiteral {
    case word(String)
    case value

    package init(stringLiteral word: String) { self = .word(word) }
}

/// A value that may stand in an address: it says nothing about a person.
package protocol PathValue: Sendable {
    init?(pathText: String)
    var pathText: String { get }
}

extension Int: PathValue {
    package init?(pathText: String) {
        // Without a sign or leading zeros, so that a page has one address only.
        guard let number = Int(pathText), String(number) == pathText else { return nil }
        self = number
    }

    package var pathText: String { String(self) }
}

extension Identifier: PathValue {
    package init?(pathText: String) { self.init(pathText) }
    package var pathText: String { description }
}

extension String: PathValue {
    package init?(pathText: String) { self = pathText }
    package var pathText: String { self }
}

import Markup
import Primitives
import WebCore

/// A piece of a line of Markdown.
enum Span: Hashable, Sendable {
    case text(String)
    indirect case strong([Span])
    indirect case emphasis([Span])
    case link(String, Address)

    /// Reads a line; a mark without its partner stays text.
    static func parse(_ line: Substring) -> [Span] {
        var spans: [Span] = []
        var plain = ""
        var rest = line
        func flush() {
            if !plain.isEmpty { spans.append(.text(plain)) }
            plain = ""
        }
        while let first = rest.first {
            if first == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
                plain.append(next)
                rest = rest.dropFirst(2)
            } else if let (span, after) = marked(rest) ?? linked(rest) {
                flush()
                spans.append(span)
                rest = after
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        flush()
        return spans
    }

    static func html(_ spans: [Span]) -> HTML {
        .group(
            spans.map { span in
                switch span {
                case .text(let text): HTML.text(text)
                case .strong(let inner): Markup.strong { html(inner) }
                case .emphasis(let inner): Markup.em { html(inner) }
                case .link(let label, let address): a(.href(address)) { label }
                }
            })
    }

    private static let marks: [(String, @Sendable ([Span]) -> Span)] = [
        ("**", { .strong($0) }), ("*", { .emphasis($0) }),
    ]

    private static func marked(_ text: Substring) -> (Span, Substring)? {
        for (mark, make) in Span.marks where text.hasPrefix(mark) {
            let inner = text.dropFirst(mark.count)
            guard inner.first?.isWhitespace == false, let end = inner.firstRange(of: mark),
                end.lowerBound > inner.startIndex
            else { continue }
            return (make(parse(inner[..<end.lowerBound])), inner[end.upperBound...])
        }
        return nil
    }

    private static func linked(_ text: Substring) -> (Span, Substring)? {
        guard text.first == "[", let close = text.firstRange(of: "]("),
            let end = text[close.upperBound...].firstIndex(of: ")"),
            let address = Address(markdown: String(text[close.upperBound..<end]))
        else { return nil }
        return (.link(String(text[..<close.lowerBound].dropFirst()), address), text[text.index(after: end)...])
    }
}

extension Address {
    /// The target of a link in a policy's text: another site, a letter, a call, a clause, or a page of this site
    /// written without its language, such as `policy/editions`. Nil for anything else.
    init?(markdown target: String) {
        if let outside = Address.outside(target) {
            self = outside
        } else if target.hasPrefix("mailto:") {
            self = .mail(String(target.dropFirst(7)))
        } else if target.hasPrefix("tel:") {
            self = .telephone(String(target.dropFirst(4)))
        } else if target.hasPrefix("#") {
            self = .fragment(String(target.dropFirst()))
        } else if !target.isEmpty,
            target.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-/".contains($0)) })
        {
            self = .page(target.split(separator: "/").map(String.init))
        } else {
            return nil
        }
    }
}

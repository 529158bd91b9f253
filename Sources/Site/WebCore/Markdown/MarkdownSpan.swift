import Markup
import Primitives

/// A piece of a line of Markdown.
enum MarkdownSpan: Hashable, Sendable {
    case text(String)
    indirect case strong([MarkdownSpan])
    indirect case emphasis([MarkdownSpan])
    case link(String, Address)

    /// Reads a line; a mark without its partner stays text.
    static func parse(_ line: Substring) -> [MarkdownSpan] {
        var spans: [MarkdownSpan] = []
        var plain = ""
        var rest = line
        while let special = rest.utf8.firstIndex(where: { "*[\\".utf8.contains($0) }) {
            plain += rest[..<special]
            rest = rest[special...]
            if let escaped = escaped(rest) {
                plain.append(escaped)
                rest = rest.dropFirst(2)
            } else if let (span, after) = marked(rest) ?? linked(rest) {
                if !plain.isEmpty { spans.append(.text(plain)) }
                plain = ""
                spans.append(span)
                rest = after
            } else {
                plain.append(rest.removeFirst())
            }
        }
        plain += rest
        if !plain.isEmpty { spans.append(.text(plain)) }
        return spans
    }

    /// The character after a backslash, where it is one that could mean something.
    private static func escaped(_ text: Substring) -> Character? {
        guard text.first == "\\", let next = text.dropFirst().first, next.isPunctuation || next.isSymbol else {
            return nil
        }
        return next
    }

    static func html(_ spans: [MarkdownSpan]) -> HTML {
        .group(
            spans.map { span in
                switch span {
                case .text(let text): HTML.text(text.unbroken)
                case .strong(let inner): Markup.strong { html(inner) }
                case .emphasis(let inner): Markup.em { html(inner) }
                case .link(let label, let address): a(.href(address)) { label.unbroken }
                }
            })
    }

    private static let marks: [(String, @Sendable ([MarkdownSpan]) -> MarkdownSpan)] = [
        ("**", { .strong($0) }), ("*", { .emphasis($0) }),
    ]

    private static func marked(_ text: Substring) -> (MarkdownSpan, Substring)? {
        for (mark, make) in MarkdownSpan.marks where text.hasPrefix(mark) {
            let inner = text.dropFirst(mark.count)
            guard inner.first?.isWhitespace == false, let end = inner.range(of: mark),
                end.lowerBound > inner.startIndex
            else { continue }
            return (make(parse(inner[..<end.lowerBound])), inner[end.upperBound...])
        }
        return nil
    }

    private static func linked(_ text: Substring) -> (MarkdownSpan, Substring)? {
        guard text.first == "[", let close = text.range(of: "]("),
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

extension Substring {
    /// Where an ASCII mark first stands; compares octets, which is many times faster than comparing characters.
    fileprivate func range(of mark: String) -> Range<Index>? {
        var rest = self[...]
        while let first = mark.utf8.first, let start = rest.utf8.firstIndex(of: first) {
            rest = rest[start...]
            if rest.utf8.starts(with: mark.utf8) {
                return start..<rest.utf8.index(start, offsetBy: mark.utf8.count)
            }
            rest = Substring(rest.utf8.dropFirst())
        }
        return nil
    }
}

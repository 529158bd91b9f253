import Primitives

/// A piece of a page, free of any language until it is rendered.
///
/// There is no way to put raw markup into it: text is escaped because it is text, addresses are safe because they are
/// ``Address`` values, and neither styles nor scripts can stand in an element or an attribute.
package struct HTML: Sendable {
    let node: Node

    indirect enum Node: Sendable {
        case text(String)
        case phrase(Phrase)
        case group([HTML])
        case element(StaticString, [Attribute], HTML)
        case void(StaticString, [Attribute])
        /// A text in which a leading line break counts, as in `textarea`.
        case verbatim(StaticString, [Attribute], String)
        case perLanguage(@Sendable (Language) -> HTML)
        /// Octets that this file rendered itself.
        case rendered(Bytes)
    }

    init(_ node: Node) { self.node = node }

    /// Nothing.
    package static let empty = HTML(.group([]))

    /// A text that is the same in every language, such as a name or a number.
    package static func text(_ text: String) -> HTML { HTML(.text(text)) }

    /// A text in the language of the page.
    package static func text(_ phrase: Phrase) -> HTML { HTML(.phrase(phrase)) }

    /// Pieces one after another.
    package static func group(_ pieces: [HTML]) -> HTML { HTML(.group(pieces)) }

    /// A piece that differs by language in more than its words, such as the text of a policy.
    package static func perLanguage(_ piece: @escaping @Sendable (Language) -> HTML) -> HTML {
        HTML(.perLanguage(piece))
    }

    /// The same piece rendered once for all in `language`, for what is shown often and seldom changes.
    package func prerendered(in language: Language) -> HTML {
        HTML(.rendered(rendered(in: language)))
    }

    /// True when nothing at all would be written, whatever the language.
    package var isEmpty: Bool {
        switch node {
        case .text(let text): text.isEmpty
        case .group(let pieces): pieces.allSatisfy(\.isEmpty)
        case .rendered(let bytes): bytes.isEmpty
        case .phrase, .element, .void, .verbatim, .perLanguage: false
        }
    }

    /// The piece in UTF-8.
    package func rendered(in language: Language, reserving capacity: Int = 4_096) -> Bytes {
        var bytes = Bytes()
        bytes.reserveCapacity(capacity)
        write(to: &bytes, in: language)
        return bytes
    }

    /// A whole document after the HTML standard: the doctype and this piece, which is an `html` element.
    package func document(in language: Language) -> Bytes {
        var bytes = Bytes()
        bytes.reserveCapacity(32_768)
        bytes.append("<!DOCTYPE html>\n")
        write(to: &bytes, in: language)
        return bytes
    }
}

import Primitives

/// Builds a piece of a page from texts, phrases and elements.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ piece: HTML?) -> HTML { piece ?? .empty }
    package static func buildExpression(_ text: String) -> HTML { .text(text) }
    package static func buildExpression(_ phrase: Phrase) -> HTML { .text(phrase) }
    package static func buildExpression(_ phrase: Phrase?) -> HTML { phrase.map(HTML.text) ?? .empty }
    package static func buildExpression(_ number: Int) -> HTML { .text(String(number)) }

    package static func buildBlock() -> HTML { .empty }
    package static func buildBlock(_ piece: HTML) -> HTML { piece }
    package static func buildBlock(_ pieces: HTML...) -> HTML { .group(pieces) }
    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
    package static func buildArray(_ pieces: [HTML]) -> HTML { .group(pieces) }
    package static func buildLimitedAvailability(_ piece: HTML) -> HTML { piece }
}

/// A piece made of several, where no element shall stand around them.
package func group(@HTMLBuilder _ content: () -> HTML) -> HTML { content() }

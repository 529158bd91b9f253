import Primitives

/// What the check says about a policy, in the three languages: written in English where it is found, with its values
/// in their places, and translated by ``DiagnosticCatalogue``.
package struct DiagnosticMessage: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The English words, with `{1}`, `{2}` where values stand.
    let template: String
    fileprivate let values: [Value]

    fileprivate enum Value: Hashable, Sendable {
        case verbatim(String)
        case phrase(Phrase)
        case message(DiagnosticMessage)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var template = ""
        fileprivate var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { template += literal }

        /// A name, a number or a code, the same in every language.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            append(.verbatim(value.description))
        }

        package mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

        package mutating func appendInterpolation(_ message: DiagnosticMessage) { append(.message(message)) }

        private mutating func append(_ value: Value) {
            values.append(value)
            template += "{\(values.count)}"
        }
    }

    package init(stringLiteral value: String) {
        template = value
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        template = stringInterpolation.template
        values = stringInterpolation.values
    }

    package var words: Phrase {
        let translation = DiagnosticCatalogue.translation(of: template)
        func text(_ template: String, _ language: Language) -> String {
            values.enumerated().reversed().reduce(template) { text, value in
                let word =
                    switch value.element {
                    case .verbatim(let word): word
                    case .phrase(let phrase): phrase[language]
                    case .message(let message): message.words[language]
                    }
                return text.replacing("{\(value.offset + 1)}", with: word)
            }
        }
        return Phrase(
            ru: text(translation?.ru ?? template, .ru), kk: text(translation?.kk ?? template, .kk),
            en: text(template, .en))
    }

    /// Its template and those within it that are not translated; empty in a finished programme.
    package var untranslated: [String] {
        let inner = values.flatMap { value in
            if case .message(let message) = value { message.untranslated } else { [String]() }
        }
        // A template of places and signs alone says the same everywhere.
        let isWordless = !template.replacing(/\{\d\}/, with: "").contains(where: \.isLetter)
        return inner + (isWordless || DiagnosticCatalogue.translation(of: template) != nil ? [] : [template])
    }
}

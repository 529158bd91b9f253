import Primitives

extension Attribute {
    /// Names of classes of the stylesheet.
    package static func `class`(_ names: StaticString...) -> Attribute { Attribute("class", .constants(names)) }

    package static func id(_ identifier: String) -> Attribute { Attribute("id", .text(identifier)) }

    package static func href(_ address: Address) -> Attribute { Attribute("href", .address(address)) }

    package static func src(_ address: Address) -> Attribute { Attribute("src", .address(address)) }

    package static func alt(_ text: Phrase) -> Attribute { Attribute("alt", .phrase(text)) }

    package static func title(_ text: Phrase) -> Attribute { Attribute("title", .phrase(text)) }

    package static func width(_ pixels: Int) -> Attribute { Attribute("width", .number(pixels)) }

    package static func height(_ pixels: Int) -> Attribute { Attribute("height", .number(pixels)) }

    /// The language of a text that is not in that of the page.
    package static func lang(_ language: Language) -> Attribute { Attribute("lang", .text(language.rawValue)) }

    /// The language in which the page is rendered.
    package static let pageLanguage = Attribute("lang", .pageLanguage)

    package static func hreflang(_ language: Language) -> Attribute { Attribute("hreflang", .text(language.rawValue)) }

    /// How the target relates to the page, such as `next` or `stylesheet`.
    package static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", .constant(relation)) }

    /// The target is to be saved under the given name.
    package static func download(_ name: String) -> Attribute { Attribute("download", .text(name)) }

    /// Opens in a new tab, so that the page stays as it is.
    package static let newTab = Attribute("target", .constant("_blank"))

    package static let hidden = Attribute("hidden", .present)

    package static let open = Attribute("open", .present)

    /// Takes the focus when a script or a link asks for it (-1), or in its turn (0).
    package static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", .number(index)) }

    package static let noTranslation = Attribute("translate", .constant("no"))

    /// What a script may read: `data-` and a constant name. Never a place for personal data.
    package static func data(_ name: DataName, _ value: String = "") -> Attribute {
        Attribute(name.attribute, value.isEmpty ? .present : .text(value))
    }

    /// The same with a text in the language of the page.
    package static func data(_ name: DataName, _ value: Phrase) -> Attribute {
        Attribute(name.attribute, .phrase(value))
    }

    /// A moment or day in the form that machines read, such as `2026-11-24`.
    package static func datetime(_ text: String) -> Attribute { Attribute("datetime", .text(text)) }

    package static func colspan(_ count: Int) -> Attribute { Attribute("colspan", .number(count)) }

    package static func scope(_ scope: CellScope) -> Attribute { Attribute("scope", .text(scope.rawValue)) }

    package static func start(_ number: Int) -> Attribute { Attribute("start", .number(number)) }

    package static func charset(_ name: StaticString) -> Attribute { Attribute("charset", .constant(name)) }

    package static func content(_ text: StaticString) -> Attribute { Attribute("content", .constant(text)) }

    package static func media(_ query: StaticString) -> Attribute { Attribute("media", .constant(query)) }

    package static func metaName(_ name: StaticString) -> Attribute { Attribute("name", .constant(name)) }

    package static func mediaType(_ type: StaticString) -> Attribute { Attribute("type", .constant(type)) }

    package static let `defer` = Attribute("defer", .present)
}

/// What a heading cell of a table heads.
package enum CellScope: String, Sendable { case col, row }

/// The name of a `data-` attribute, a constant of the code.
package struct DataName: Sendable, ExpressibleByStringLiteral {
    let attribute: StaticString

    /// - Parameter literal: the whole name, `data-` included.
    package init(stringLiteral literal: StaticString) { attribute = literal }
}

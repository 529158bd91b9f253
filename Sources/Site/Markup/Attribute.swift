import Primitives

/// An attribute of an element; its name is a constant of this module, its value is escaped by its type.
package struct Attribute: Sendable {
    let name: StaticString
    let value: Value

    enum Value: Sendable {
        /// The attribute is left out.
        case absent
        /// The attribute stands without a value.
        case present
        case constant(StaticString)
        /// Constants with blanks between them.
        case constants([StaticString])
        case text(String)
        case phrase(Phrase)
        case address(Address)
        case number(Int)
        /// The code of the language in which the page is rendered.
        case pageLanguage
    }

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// No attribute; the other branch of a condition.
    package static let none = Attribute("", .absent)

    /// The attribute when `condition` holds.
    package func when(_ condition: Bool) -> Attribute { condition ? self : .none }

    func write(to bytes: inout Bytes, in language: Language) {
        if case .absent = value { return }
        bytes.append(0x20)
        bytes.append(name)
        if case .present = value { return }
        bytes.append(0x3D)
        bytes.append(0x22)
        switch value {
        case .absent, .present: break
        case .constant(let text): bytes.append(text)
        case .constants(let texts):
            for (index, text) in texts.enumerated() {
                if index > 0 { bytes.append(0x20) }
                bytes.append(text)
            }
        case .text(let text): bytes.append(escaping: text, for: .attribute)
        case .phrase(let phrase): bytes.append(escaping: phrase[language], for: .attribute)
        case .address(let address): bytes.append(escaping: address.text(in: language), for: .attribute)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .pageLanguage: bytes.append(contentsOf: language.rawValue.utf8)
        }
        bytes.append(0x22)
    }
}

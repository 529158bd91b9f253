import Primitives

/// Attributes after WAI-ARIA 1.2.
extension Attribute {
    package static func role(_ role: StaticString) -> Attribute { Attribute("role", .constant(role)) }

    package static func ariaLabel(_ text: Phrase) -> Attribute { Attribute("aria-label", .phrase(text)) }

    /// Identifiers of the elements that name this one, blanks between them.
    package static func ariaLabelledBy(_ identifiers: String) -> Attribute {
        Attribute("aria-labelledby", .text(identifiers))
    }

    /// Identifiers of the elements that describe this one; left out when there are none.
    package static func ariaDescribedBy(_ identifiers: [String]) -> Attribute {
        Attribute(
            "aria-describedby", identifiers.isEmpty ? .absent : .text(identifiers.joined(separator: " ")))
    }

    /// What the element is among its like: `page`, `step`, `true`.
    package static func ariaCurrent(_ kind: StaticString) -> Attribute { Attribute("aria-current", .constant(kind)) }

    package static let ariaHidden = Attribute("aria-hidden", .constant("true"))

    package static let ariaInvalid = Attribute("aria-invalid", .constant("true"))

    package static func ariaLive(_ mode: StaticString) -> Attribute { Attribute("aria-live", .constant(mode)) }

    package static func ariaExpanded(_ isExpanded: Bool) -> Attribute {
        Attribute("aria-expanded", .constant(isExpanded ? "true" : "false"))
    }

    package static func ariaControls(_ identifier: String) -> Attribute {
        Attribute("aria-controls", .text(identifier))
    }

    package static func ariaSort(_ direction: StaticString) -> Attribute {
        Attribute("aria-sort", .constant(direction))
    }

    /// Keys that do the same, as `Alt+Shift+P`.
    package static func ariaKeyShortcuts(_ keys: StaticString) -> Attribute {
        Attribute("aria-keyshortcuts", .constant(keys))
    }
}

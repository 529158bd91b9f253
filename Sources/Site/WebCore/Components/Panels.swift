import Markup
import Primitives

/// What a panel is about, told by its words, its icon and its edge, never by colour alone.
package enum PanelKind: Sendable {
    /// Good to know.
    case notice
    /// It went well.
    case success
    /// Something ends or must be done soon.
    case warning
    /// Refused or dangerous.
    case danger

    fileprivate var attribute: Attribute {
        switch self {
        case .notice: .class("panel")
        case .success: .class("panel", "done")
        case .warning: .class("panel", "due")
        case .danger: .class("panel", "refused")
        }
    }

    fileprivate var icon: Icon {
        switch self {
        case .notice: .info
        case .success: .check
        case .warning: .warning
        case .danger: .stop
        }
    }
}

/// A framed message with a heading.
package func panel(_ kind: PanelKind, _ heading: Phrase, @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    let content = content()
    return section(kind.attribute) {
        h2(.class("panel-title")) {
            icon(kind.icon)
            heading
        }
        content
    }
}

/// The top of the page after something was sent: what was done, its number, what to keep.
package func confirmation(_ heading: Phrase, number: String? = nil, numberLabel: Phrase = .yourNumber) -> HTML {
    div(.class("confirmation"), .role("status")) {
        ornament
        h1 { heading }
        if let number {
            p {
                numberLabel
                lineBreak
                strong(.class("number"), .noTranslation) { number }
            }
        }
    }
}

/// What would be here, and why it is empty.
package func emptyState(_ heading: Phrase, _ explanation: Phrase, @HTMLBuilder action: () -> HTML = { .empty }) -> HTML
{
    div(.class("empty")) {
        h2 { heading }
        p { explanation }
        action()
    }
}

/// A part that is folded until asked for; works without scripts.
package func folded(_ heading: Phrase, isOpen: Bool = false, @HTMLBuilder content: () -> HTML) -> HTML {
    details(.class("folded"), Attribute.open.when(isOpen)) {
        summary { heading }
        div(.class("folded-content")) { content() }
    }
}

/// Parts of which one is open at a time, by a shared name; tabs that need no script.
package func foldedGroup(_ name: String, _ parts: [(heading: Phrase, content: HTML)]) -> HTML {
    div(.class("folded-group")) {
        for (index, part) in parts.enumerated() {
            details(.class("folded"), .name(name), Attribute.open.when(index == 0)) {
                summary { part.heading }
                div(.class("folded-content")) { part.content }
            }
        }
    }
}

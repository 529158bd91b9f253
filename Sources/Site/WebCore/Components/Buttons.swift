import Markup
import Primitives

/// How much weight an action has on its page; one primary at most.
package enum ActionKind: Sendable {
    case primary, secondary
    /// It destroys or refuses.
    case danger

    var attribute: Attribute {
        switch self {
        case .primary: .class("button")
        case .secondary: .class("button", "secondary")
        case .danger: .class("button", "danger")
        }
    }
}

/// A button that sends its form; its label is a verb.
///
/// - Parameters:
///   - name: tells several buttons of one form apart.
///   - place: where it sends, when that is not where the form does.
///   - keys: the key that does the same, as `a`.
package func submitButton(
    _ label: Phrase, _ kind: ActionKind = .primary, name: FieldName? = nil, value: String = "yes",
    to place: SitePath? = nil, keys: StaticString? = nil
) -> HTML {
    button(
        .type(.submit), kind.attribute, name.map { .name($0.text) } ?? .none,
        name == nil ? .none : .value(value), place.map { .formAction($0.address) } ?? .none,
        keys.map { .ariaKeyShortcuts($0) } ?? .none
    ) {
        label
        if let keys { kbd(.class("js-only"), .ariaHidden) { keys.description } }
    }
}

/// A link that looks like a button: it begins something.
///
/// - Parameter keys: the key that does the same, as `w`.
package func linkButton(
    _ label: Phrase, to path: SitePath, _ kind: ActionKind = .primary, keys: StaticString? = nil
) -> HTML {
    a(.href(path), kind.attribute, keys.map { .ariaKeyShortcuts($0) } ?? .none) {
        label
        if let keys { kbd(.class("js-only"), .ariaHidden) { keys.description } }
    }
}

/// A link in or under a text.
package func textLink(_ label: Phrase, to path: SitePath) -> HTML { a(.href(path)) { label } }

/// The way back to the page before.
package func backLink(_ label: Phrase = .back, to path: SitePath) -> HTML {
    a(.href(path), .class("back")) {
        icon(.back)
        label
    }
}

/// Buttons side by side, one below the other on a telephone.
package func actions(@HTMLBuilder _ content: () -> HTML) -> HTML { div(.class("actions")) { content() } }

/// A form that changes something: sent with POST, tied to the browser by its token.
package func postForm(
    to path: SitePath, token: FormToken, id: String? = nil, @HTMLBuilder content: () -> HTML
) -> HTML {
    form(.method(.post), .action(path), .noValidation, id.map { .id($0) } ?? .none) {
        input(.type(.hidden), .name(FieldName.token.text), .value(token.text))
        content()
    }
}

/// A form that sends files; its handler checks the token.
package func uploadForm(
    to path: SitePath, token: FormToken, id: String? = nil, @HTMLBuilder content: () -> HTML
) -> HTML {
    form(.method(.post), .action(path), .multipart, .noValidation, id.map { .id($0) } ?? .none) {
        input(.type(.hidden), .name(FieldName.token.text), .value(token.text))
        content()
    }
}

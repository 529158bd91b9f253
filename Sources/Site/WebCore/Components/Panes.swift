import Markup
import Primitives

/// The three panes of the office: queues, list, case.
///
/// - Parameters:
///   - listed: what the list is of.
///   - queues: links with counts and the nearest deadline.
///   - list: one line a case, nothing personal in it.
///   - detail: the case that is open; empty while none is.
package func panes(
    of listed: Phrase = .caseList, @HTMLBuilder queues: () -> HTML, @HTMLBuilder list: () -> HTML,
    @HTMLBuilder detail: () -> HTML
) -> HTML {
    let detail = detail()
    return div(detail.isEmpty ? .class("panes") : .class("panes", "with-detail")) {
        nav(.class("pane", "queues"), .ariaLabel(.queues)) { queues() }
        section(.class("pane", "list"), .ariaLabel(listed)) { list() }
        if !detail.isEmpty { section(.class("pane", "detail"), .ariaLabel(.openCase)) { detail } }
    }
}

/// A queue with how many wait in it and the nearest deadline.
package func queueLink(
    _ label: Phrase, to path: SitePath, count: Int, isCurrent: Bool, @HTMLBuilder nearest: () -> HTML = { .empty }
) -> HTML {
    a(.class("queue"), .href(path), Attribute.ariaCurrent("true").when(isCurrent)) {
        span { label }
        span(.class("count")) { count }
        nearest()
    }
}

/// Two views side by side, as form and scan; one at a time on a telephone.
package func sideBySide(@HTMLBuilder _ left: () -> HTML, @HTMLBuilder _ right: () -> HTML) -> HTML {
    div(.class("side-by-side")) {
        div { left() }
        div { right() }
    }
}

/// The actions of a case, always at the bottom of the window.
package func decisionBar(@HTMLBuilder _ content: () -> HTML) -> HTML { div(.class("decision-bar")) { content() } }

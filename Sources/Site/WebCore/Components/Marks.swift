import Markup
import Policy
import Primitives

/// In which light a state stands; the word says it, the colour helps.
package enum Tone: Sendable {
    case neutral, accent, good, due, refused

    fileprivate var attribute: Attribute {
        switch self {
        case .neutral: .class("tag")
        case .accent: .class("tag", "accent")
        case .good: .class("tag", "good")
        case .due: .class("tag", "due")
        case .refused: .class("tag", "refused")
        }
    }
}

/// The state of a thing in a word.
package func statusTag(_ label: Phrase, _ tone: Tone) -> HTML { span(tone.attribute) { label } }

/// A quiet remark with its source, as a hint of the machine.
///
/// - Parameter links: what it is about, each by its number and with its page.
package func chip(
    _ label: Phrase, source: Phrase? = nil, links: [(number: String, path: SitePath)] = [], _ tone: Tone = .neutral
) -> HTML {
    span(.class("chip"), tone == .due || tone == .refused ? .data("data-tone", "due") : .none) {
        label
        for (index, link) in links.enumerated() {
            index == 0 ? ": " : ", "
            a(.class("nowrap"), .href(link.path)) { link.number }
        }
        if let source {
            span(.class("muted")) {
                " · "
                source
            }
        }
    }
}

/// A day by which something must be done, on the one scale of the product: far, near, today, over.
package func deadlineBadge(_ due: Day, daysLeft: Int) -> HTML {
    let standing: DueDay.Standing =
        switch daysLeft {
        case ..<0: .over
        case 0: .today
        case 1...3: .near
        default: .far
        }
    return deadlineBadge(due, standing, .daysLeft(daysLeft))
}

/// The same, counted in working days.
package func deadlineBadge(_ due: DueDay) -> HTML {
    deadlineBadge(due.day, due.standing, .distance(due), counted: due.counted)
}

private func deadlineBadge(
    _ day: Day, _ standing: DueDay.Standing, _ words: Phrase, counted: CountedTerm? = nil
) -> HTML {
    let colour: Attribute =
        switch standing {
        case .over: .class("deadline", "over")
        case .today: .class("deadline", "today")
        case .near: .class("deadline", "near")
        case .far: .class("deadline", "far")
        }
    return span(colour) {
        icon(.clock)
        time(.datetime(day.description), .title(counted.map { .countedOver($0) } ?? .dateWithWeekday(day))) { words }
    }
}

/// Keys and what they do, for those who work by keyboard.
package func keyHints(_ keys: [(key: String, action: Phrase)]) -> HTML {
    dl(.class("keys")) {
        for line in keys {
            div {
                dt { kbd { line.key } }
                dd { line.action }
            }
        }
    }
}

/// A value that is hidden until it is asked for; showing it is an act on record.
///
/// - Parameters:
///   - mask: what may be seen meanwhile, as `•••@•••.kz`.
///   - path: where "show" sends.
package func maskedValue(
    _ mask: String, label: Phrase, show path: SitePath, token: FormToken, field: FieldName? = nil, value: String = ""
) -> HTML {
    postForm(to: path, token: token) {
        span(.class("masked"), .noTranslation) { mask }
        " "
        button(
            .type(.submit), .class("link-button"), field.map { .name($0.text) } ?? .none,
            field == nil ? .none : .value(value)
        ) {
            icon(.eye)
            Phrase.show
            span(.class("visually-hidden")) {
                ": "
                label
            }
        }
    }
}

/// A code that can be copied whole; the button appears where scripts run.
package func copyable(_ text: String, label: Phrase) -> HTML {
    div(.class("copyable")) {
        code(.noTranslation, .tabindex(0), .role("group"), .ariaLabel(label)) { text }
        button(
            .type(.button), .class("link-button"), .hidden, .data("data-copy", text), .data("data-done", Phrase.copied)
        ) {
            icon(.copy)
            Phrase.copy
        }
    }
}

import Markup
import Permits
import Primitives
import WebCore

/// A page of the office with its navigation, its own styles and its keys.
///
/// - Parameters:
///   - isNarrow: the page is read or answered, not scanned.
///   - styles: of its own.
func officePage(
    _ title: Phrase, _ officer: Officer, at path: SitePath, isNarrow: Bool = false, switchPath: SitePath? = nil,
    styles: [String] = [], in context: WebContext, @HTMLBuilder content: () -> HTML
) -> Page {
    let content = content()
    let held = path == .heldWork ? nil : officer.heldSince
    return Page(
        title, width: .office, for: .person, switchPath: switchPath, scripts: ["office.js"],
        styles: officeStyles + styles, tabs: officer.tabs(current: path)
    ) {
        if let held {
            p(.class("panel", "due"), .role("note")) {
                icon(.warning)
                " "
                Phrase.officeHoldBanner(.moment(held))
                if officer.roles.contains(.administrator) {
                    " "
                    textLink(.officeHoldTitle, to: .heldWork)
                }
            }
        }
        if isNarrow { div(.class("measure", "flow")) { content } } else { content }
    }
}

/// The office's own styles.
private let officeStyles = ["office.css"]

/// A page of the way in: one thing to read or enter.
func doorPage(_ title: Phrase, in context: WebContext, @HTMLBuilder content: () -> HTML) -> Page {
    Page(title, for: .person, styles: officeStyles, content: content)
}

/// A page that says to a member of staff that it is not for their roles.
func noRolePage() -> Page {
    Page(.officeNoRoleTitle, width: .office, for: .person, switchPath: .office, styles: officeStyles) {
        div(.class("measure", "flow")) { refusalText(.officeNoRoleTitle, .officeNoRole) }
    }
}

/// A plain "no".
func refusalText(_ heading: Phrase, _ explanation: Phrase) -> HTML {
    group {
        h1 { heading }
        p(.class("lead")) { explanation }
        actions { linkButton(.office, to: .office, .secondary) }
    }
}

/// A moment on the page: the clock time, with the whole date for machines and on hover.
func moment(_ instant: Instant) -> HTML {
    time(.datetime(instant.description), .class("nowrap"), .title(.moment(instant))) { Phrase.clock(instant) }
}

/// `14:05:09` in Almaty, where ten seconds matter.
func clockWithSeconds(_ instant: Instant) -> String {
    let second = Int((instant + .hours(5)).seconds % 86_400)
    return [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
}

/// The keys of a page, folded away until asked for, with the switch for single keys.
func keyHelp(_ keys: [(key: String, action: Phrase)]) -> HTML {
    details(.class("folded", "keys-help", "js-only"), .id("keys-help"), .data("data-closes")) {
        summary {
            Phrase.officeKeysTitle
            " "
            kbd { "?" }
        }
        div(.class("folded-content")) {
            keyHints(keys + [("?", .officeKeyHelp)])
            button(
                .type(.button), .class("link-button"), .data("data-keys-switch"),
                .data("data-on", Phrase.officeKeysOn), .data("data-off", Phrase.officeKeysOff)
            ) { Phrase.officeKeysOn }
        }
    }
}

import Markup
import Primitives

/// Where a script shows the files on their way: picture, progress in percent and MB, what can be done; nothing without
/// one.
///
/// - Parameter signIn: where somebody whose session has ended goes, in another tab.
package func sendingSlot(_ id: String, signIn: SitePath) -> HTML {
    div(.class("sendings"), .data("data-sendings", id)) {
        template {
            div(.class("received", "sending")) {
                div(.class("picture"), .data("data-picture")) { icon(.document) }
                div {
                    p(.class("file-name"), .noTranslation, .data("data-name")) { .empty }
                    progress(.max(100), .value(0), .ariaLabel(.sendingProgress)) { .empty }
                    p(.class("small", "muted"), .data("data-figures")) { .empty }
                    p(.role("status"), .data("data-said")) { .empty }
                    p(.hidden, .data("data-entrance")) { a(.href(signIn), .newTab) { Phrase.signInVerb } }
                    div(.class("file-actions")) {
                        button(.type(.button), .class("link-button"), .hidden, .data("data-retry")) { Phrase.retry }
                        button(
                            .type(.button), .class("link-button"), .data("data-stop"),
                            .data("data-refused", Phrase.dismiss)
                        ) {
                            Phrase.cancel
                        }
                    }
                }
            }
        }
    }
}

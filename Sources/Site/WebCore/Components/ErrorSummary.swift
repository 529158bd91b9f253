import Markup
import Primitives

/// Everything that is wrong with a form, at its top, each leading to its field; nothing when all is well.
package func errorSummary(_ form: Form) -> HTML {
    guard !form.isAccepted else { return .empty }
    return div(
        .class("panel", "refused", "error-summary"), .role("alert"), .ariaLabelledBy("error-summary-title"),
        .tabindex(-1), .data("data-title", Phrase.errorPrefix)
    ) {
        h2(.id("error-summary-title")) { Phrase.errorSummaryTitle }
        ul {
            for error in form.errors {
                li { a(.href(.fragment(error.field.controlID))) { error.message } }
            }
        }
    }
}

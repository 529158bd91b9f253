import Hummingbird
import Markup
import Primitives
import WebCore

/// A page on which administrators write; who sends what they wrote over something that they have not seen is told so.
func editingPage(
    _ title: Phrase, _ officer: Officer, at tab: SitePath, switchPath: SitePath, _ form: Form, isConflict: Bool,
    in context: WebContext, @HTMLBuilder content: () -> HTML
) -> Response {
    context.respond(
        officePage(
            title, officer, at: tab, switchPath: switchPath, styles: differenceStyles + ["draft.css"], in: context,
            content: content),
        status: isConflict ? .conflict : form.isAccepted ? .ok : .unprocessableContent)
}

/// What stands above the form of such a page.
///
/// - Parameters:
///   - theirs: what somebody else has saved meanwhile.
///   - preview: how what was written would look.
@HTMLBuilder func editingNotes(_ form: Form, isSaved: Bool, theirs: HTML?, preview: HTML?) -> HTML {
    if isSaved, form.isAccepted, theirs == nil, preview == nil { panel(.success, .officeDraftSavedNow) }
    if let theirs {
        panel(.warning, .officeDraftConflictTitle) {
            p { Phrase.officeDraftConflict }
            theirs
        }
    }
    if let preview { panel(.notice, .officePreviewTitle) { preview } }
}

/// A text in every language side by side, as it is shown.
func textSides(_ text: Phrase) -> HTML {
    div(.class("draft-sides")) {
        for language in Language.allCases {
            div(.class("flow"), .lang(language)) {
                p(.class("side-label")) { language.ownName }
                Markdown(text[language]).html
            }
        }
    }
}

/// The fields in which a text is written in every language, side by side.
func textFields(
    _ base: String, _ heading: Phrase = .officePageText, hint: Phrase? = nil, in form: Form, rows: Int = 16
) -> HTML {
    fieldGroup(heading, hint: hint) {
        div(.class("draft-sides")) {
            for language in Language.allCases {
                textArea(
                    fieldName(base, in: language), .invariable(language.ownName), in: form, rows: rows,
                    language: language)
            }
        }
    }
}

import Markup
import Primitives
import WebCore

/// The names, as in the document; nothing is stored yet.
struct NamesPage {
    let form: Form
    let token: FormToken
    /// The names of a draft are corrected.
    var isChange = false

    var page: Page {
        Page(.namesTitle, for: .person, section: .register, switchPath: isChange ? .registerChange : .registerName) {
            registerSteps(.consent, isBegun: false)
            errorSummary(form)
            h1 { Phrase.namesTitle }
            p(.class("lead")) { isChange ? Phrase.namesChangeLead : .namesLead }
            postForm(to: isChange ? .registerChange : .registerName, token: token) {
                textField(.family, .familyName, hint: .asInDocument, in: form, .familyName)
                textField(.given, .givenName, in: form, .givenName)
                textField(.patronymic, .patronymic, hint: .ifInDocument, in: form, .patronymic)
                actions {
                    submitButton(.next)
                    textLink(.back, to: isChange ? .checkStep : .register)
                }
            }
        }
    }
}

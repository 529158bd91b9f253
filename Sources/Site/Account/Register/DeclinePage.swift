import Markup
import Primitives
import WebCore

/// "I do not agree", asked once more, while nothing is stored.
struct DeclinePage {
    let form: Form
    let token: FormToken

    var page: Page {
        Page(.declineTitle, for: .person, section: .register, switchPath: .registerName) {
            h1 { Phrase.declineTitle }
            p(.class("lead")) { Phrase.declineNothingStored }
            postForm(to: .registerConsent, token: token) {
                carried(form, [.family, .given, .patronymic, .submission, .edition])
                for value in form.texts(.optional) {
                    input(.type(.hidden), .name(FieldName.optional.text), .value(value))
                }
                if form.isChecked(.declaration) {
                    input(.type(.hidden), .name(FieldName.declaration.text), .value("yes"))
                }
                actions {
                    submitButton(.backToConsent, .secondary, name: .answer, value: "back")
                    submitButton(.endHere, .danger, name: .answer, value: "end")
                }
            }
        }
    }
}

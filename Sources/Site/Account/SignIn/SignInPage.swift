import Markup
import Primitives
import WebCore

/// By a code, or by a password that was set.
struct SignInPage {
    let form: Form
    let token: FormToken
    /// Came here because a session had ended.
    let hasEnded: Bool
    /// How long a session lasts without use.
    let idle: Span

    var page: Page {
        Page(.signInTitle, for: .person, switchPath: .signIn) {
            errorSummary(form)
            h1 { Phrase.signInTitle }
            if hasEnded { panel(.notice, .sessionEnded) { p { Phrase.sessionEndedLead(.lasting(idle)) } } }
            postForm(to: .signIn, token: token) {
                textField(
                    .address, .emailOrTelephone, hint: .emailOrTelephoneHint, in: form,
                    FieldTraits(autocomplete: .username, spellcheck: false))
                actions { submitButton(.sendMeACode, name: .how, value: "code") }
                folded(.haveAPassword, isOpen: form.error(of: .password) != nil) {
                    textField(.password, .passwordLabel, in: form, .currentPassword)
                    actions { submitButton(.signInByPassword, .secondary, name: .how, value: "password") }
                }
            }
            p { textLink(.notRegisteredYet, to: .register) }
            p { textLink(.outsideFromSignIn, to: .outsideRequest) }
        }
    }
}

import Access
import Markup
import Primitives
import WebCore

/// The addresses that the policy asks for; one of them has to be confirmed.
struct ContactsPage {
    let form: Form
    let token: FormToken
    let channels: [Channel]
    let confirmed: Set<Channel>
    let isChild: Bool

    var page: Page {
        Page(.contactsStepTitle, for: .person, section: .register, switchPath: .contactsStep) {
            registerSteps(.contacts)
            errorSummary(form)
            h1 { isChild ? Phrase.contactsOfChildTitle : .contactsStepTitle }
            if isChild {
                p(.class("lead")) { Phrase.contactsOfChildLead }
            } else {
                p(.class("lead")) { channels.count > 1 ? Phrase.contactsStepLead : .contactStepLead }
            }
            postForm(to: .contactsStep, token: token) {
                if channels.contains(.email) {
                    textField(.email, .email, hint: hint(.email, .emailHint), in: form, .email)
                }
                if channels.contains(.telephone) {
                    textField(.telephone, .telephone, hint: hint(.telephone, .telephoneHint), in: form, .telephone)
                }
                actions { submitButton(.next) }
            }
            waysOut
        }
    }

    private func hint(_ channel: Channel, _ hint: Phrase) -> Phrase {
        confirmed.contains(channel) ? Phrase.addressConfirmed.followed(by: " ", hint) : hint
    }
}

import Access
import Markup
import Primitives
import WebCore

/// Where a new e-mail address or telephone number is given; first the person shows who they are.
struct AddressPage {
    let channel: Channel
    /// The person has shown lately who they are.
    let isProven: Bool
    let hasPassword: Bool
    let form: Form
    let token: FormToken

    var page: Page {
        Page(
            .newAddressTitle(channel == .email), for: .person, switchPath: channel.changePath,
            tabs: accountTabs(.accountData)
        ) {
            errorSummary(form)
            backLink(.toOwnData, to: .accountData)
            h1 { Phrase.newAddressTitle(channel == .email) }
            if isProven { addressForm } else { proof }
        }
    }

    private var addressForm: HTML {
        group {
            p(.class("lead")) { Phrase.newAddressLead(channel == .email) }
            postForm(to: channel.changePath, token: token) {
                if channel == .email {
                    textField(.email, .email, in: form, .email)
                } else {
                    textField(.telephone, .telephone, hint: .telephoneHint, in: form, .telephone)
                }
                actions { submitButton(.sendMeACode) }
            }
        }
    }

    private var proof: HTML {
        group {
            p(.class("lead")) { Phrase.newAddressNeedsProof }
            if hasPassword {
                postForm(to: channel.changePath, token: token) {
                    textField(
                        .presentPassword, .presentPassword, in: form,
                        FieldTraits(.password, autocomplete: .currentPassword))
                    actions { submitButton(.next) }
                }
            }
            postForm(to: .accountAct, token: token) {
                actions {
                    submitButton(
                        .copyProve, hasPassword ? .secondary : .primary, name: RightsActController.aim,
                        value: channel.rawValue)
                }
            }
        }
    }
}

import Markup
import Primitives
import WebCore

/// The password, and where the person is signed in.
struct SecurityPage {
    let form: Form
    let token: FormToken
    /// What was done just now.
    let done: String?
    /// The person has shown lately who they are; otherwise they are asked for the present password or a code.
    let isProven: Bool
    let hasPassword: Bool
    let sessions: [OpenSession]

    var page: Page {
        Page(
            .securityTitle, for: .person, switchPath: .accountPassword, tabs: accountTabs(.accountPassword)
        ) {
            errorSummary(form)
            h1 { Phrase.securityTitle }
            if done == "password" { panel(.success, .passwordIsSet) }
            if done == "sessions" { panel(.success, .sessionsEnded) }
            h2 { Phrase.setPasswordTitle }
            p { Phrase.setPasswordLead }
            passwordForm
            h2 { Phrase.openSessions }
            sessionList(sessions, to: .accountSessions, token: token)
        }
    }

    private var passwordForm: HTML {
        postForm(to: .accountPassword, token: token) {
            if !isProven && hasPassword {
                textField(
                    .presentPassword, .presentPassword, hint: .presentPasswordHint, in: form,
                    FieldTraits(.password, autocomplete: .currentPassword, isOptional: true))
            }
            textField(
                .password, .newPassword,
                hint: isProven || hasPassword ? .newPasswordHint : .newPasswordHint.followed(by: " ", .codeWillCome),
                in: form, .newPassword)
            actions { submitButton(.setPassword) }
        }
    }
}

/// The second navigation of an account.
func accountTabs(_ current: SitePath) -> [PageTab] {
    let tabs: [(Phrase, SitePath)] = [
        (.tabStatus, .account), (.tabData, .accountData), (.tabDocuments, .accountDocuments),
        (.tabConsents, .accountConsents), (.tabRecipients, .accountRecipients), (.tabRights, .accountRights),
        (.threadsTitle, .accountThreads), (.tabOrders, .accountOrders), (.tabHistory, .accountHistory),
        (.tabSecurity, .accountPassword),
    ]
    return tabs.map { PageTab($0.0, to: $0.1, isCurrent: $0.1 == current) }
}

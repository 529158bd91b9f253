import Access
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

    /// A session as the page shows it.
    struct OpenSession {
        let session: Session
        let name: String
        let isThis: Bool
    }

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
            p { Phrase.openSessionsLead }
            dataTable(
                .openSessionsCaption,
                [Column(.sessionHow), Column(.sessionSince), Column(.sessionUsed), Column(.sessionEnd)],
                rows: sessions.map(row))
            if sessions.count > 1 {
                p { Phrase.otherSessionsLead }
                postForm(to: .accountSessions, token: token) {
                    actions { submitButton(.endOtherSessions, .secondary) }
                }
            }
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

    private func row(_ open: OpenSession) -> [HTML] {
        let session = open.session
        return [
            group {
                Phrase.recognised(session.assurance)
                if open.isThis {
                    " "
                    statusTag(.thisSession, .accent)
                }
            },
            time(.datetime(session.createdAt.description)) { Phrase.moment(session.createdAt) },
            time(.datetime(session.seenAt.description)) { Phrase.moment(session.seenAt) },
            open.isThis
                ? .empty
                : postForm(to: .accountSessions, token: token) {
                    button(.type(.submit), .class("link-button"), .name(FieldName.session.text), .value(open.name)) {
                        Phrase.sessionEnd
                        span(.class("visually-hidden")) {
                            ": "
                            Phrase.moment(session.createdAt)
                        }
                    }
                },
        ]
    }
}

/// The second navigation of an account.
func accountTabs(_ current: SitePath) -> [PageTab] {
    let tabs: [(Phrase, SitePath)] = [
        (.tabStatus, .account), (.tabData, .accountData), (.tabDocuments, .accountDocuments),
        (.tabConsents, .accountConsents), (.tabHistory, .accountHistory), (.tabSecurity, .accountPassword),
    ]
    return tabs.map { PageTab($0.0, to: $0.1, isCurrent: $0.1 == current) }
}

extension Phrase {
    /// How the person was recognised.
    fileprivate static func recognised(_ assurance: Session.Assurance) -> Phrase {
        switch assurance {
        case .browser: .recognisedByBrowser
        case .telephoneCode: .recognisedByTelephone
        case .emailCode: .recognisedByEmail
        case .password, .twoFactors, .passwordOnly, .link, .none: .recognisedByPassword
        }
    }
}

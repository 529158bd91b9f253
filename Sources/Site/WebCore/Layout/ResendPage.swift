import HTTPTypes
import Hummingbird
import Markup
import Primitives

/// Why a form that was sent has to be sent once more.
package enum ResendReason: Sendable {
    /// It does not bear the token of this browser (any more).
    case formTooOld
    /// Nobody is signed in any more; where to sign in.
    case sessionEnded(signIn: SitePath)
    /// Its source has asked too often; how long to wait.
    case tooOften(seconds: Int)
    /// The disk is nearly full.
    case noRoom
}

extension WebContext {
    /// What was entered comes back in a page, to be sent once more; nothing of it was stored or done.
    ///
    /// Passwords and codes do not come back. Signing in happens in another tab, so that this page stays as it is.
    package func resend(_ reason: ResendReason) -> Response {
        let status: HTTPResponse.Status
        switch reason {
        case .formTooOld: status = .forbidden
        case .sessionEnded: status = .unauthorized
        case .tooOften: status = .tooManyRequests
        case .noRoom: status = .insufficientStorage
        }
        return respond(resendPage(reason), status: status)
    }

    private func resendPage(_ reason: ResendReason) -> Page {
        let again = postForm(to: path, token: formToken) {
            for (name, text) in form.entered { input(.type(.hidden), .name(name.text), .value(text)) }
            if case .tooOften = reason { secretFields }
            actions { submitButton(.sendOnceMore) }
        }
        switch reason {
        case .formTooOld:
            return Page(.resendTitle, for: .person, switchPath: .home) {
                h1 { Phrase.resendTitle }
                p(.class("lead")) { Phrase.resendTooOld }
                again
                p(.class("muted")) { Phrase.resendNeedsCookies }
            }
        case .tooOften(let seconds):
            return Page(.tooOftenTitle, for: .person, switchPath: .home) {
                h1 { Phrase.tooOftenTitle }
                p(.class("lead")) { Phrase.tooOftenLead(seconds) }
                p { Phrase.tooOftenKept }
                again
            }
        case .noRoom:
            return noRoomPage(site.frame.operator) {
                p { Phrase.noRoomKept }
                again
            }
        case .sessionEnded(let signIn):
            return Page(.sessionOver, for: .person, switchPath: .home) {
                h1 { Phrase.sessionOver }
                p(.class("lead")) { Phrase.resendSessionOver }
                ol(.class("resend-steps")) {
                    li {
                        p { Phrase.resendSignIn }
                        actions { a(.class("button", "secondary"), .href(signIn), .newTab) { Phrase.navSignIn } }
                    }
                    li {
                        p { Phrase.resendThenSend }
                        again
                    }
                }
            }
        }
    }
}

extension WebContext {
    /// What does not come back is asked for once more, where the form itself is not shown again.
    private var secretFields: HTML {
        group {
            for (name, text) in form.secrets where !text.isEmpty {
                if name.text.contains("password") {
                    textField(name, .passwordLabel, hint: .tooOftenPassword, in: Form(), .currentPassword)
                } else {
                    textField(name, .codeLabel, in: Form(), .oneTimeCode)
                }
            }
        }
    }
}

extension Form {
    /// Something was sent beside the token.
    package var hasEntries: Bool { !entered.isEmpty }

    /// Everything that was entered but for what must not come back.
    fileprivate var entered: [(name: FieldName, text: String)] {
        all.filter { $0.name != .token && !$0.name.isSecret }
    }

    /// Passwords and codes that were entered.
    fileprivate var secrets: [(name: FieldName, text: String)] { all.filter(\.name.isSecret) }
}

extension FieldName {
    fileprivate var isSecret: Bool { ["password", "code"].contains { text.contains($0) } }
}

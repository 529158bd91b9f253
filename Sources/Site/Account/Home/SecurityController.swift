import Access
import Hummingbird
import Markup
import Permits
import Primitives
import WebCore

/// Password and sessions.
struct SecurityController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountPassword, use: show).post(.accountPassword, use: set).post(.accountSessions, use: endOthers)
            .get(.accountSessions) { _, context in context.redirect(to: .accountPassword) }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.own()
        return context.respond(page(Form(), context))
    }

    private func set(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        do {
            try await rooms.signIn.setPassword(form.text(.password), of: own.subject, session: own.session)
            return context.redirect(to: .accountPassword.with("done", "password"))
        } catch let refusal as any Refusal where refusal.kind == .invalid {
            form.refuse(.password, .weakPassword)
            return context.respond(page(form, context), status: .unprocessableContent)
        }
    }

    private func endOthers(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        try await rooms.gate.perform { transaction in
            try SessionStore(transaction).endAll(of: own.subject, except: own.digest)
        }
        return context.redirect(to: .accountPassword.with("done", "sessions"))
    }

    private func page(_ form: Form, _ context: WebContext) -> Page {
        let done = context.path.value(of: "done")
        return Page(
            .securityTitle, for: .person, switchPath: .accountPassword, tabs: accountTabs(.accountPassword)
        ) {
            errorSummary(form)
            h1 { Phrase.securityTitle }
            if done == "password" { panel(.success, .passwordIsSet) }
            if done == "sessions" { panel(.success, .sessionsEnded) }
            h2 { Phrase.setPasswordTitle }
            p { Phrase.setPasswordLead }
            postForm(to: .accountPassword, token: context.formToken) {
                textField(.password, .newPassword, hint: .newPasswordHint, in: form, .newPassword)
                actions { submitButton(.setPassword) }
            }
            h2 { Phrase.otherSessions }
            p { Phrase.otherSessionsLead }
            postForm(to: .accountSessions, token: context.formToken) {
                actions { submitButton(.endOtherSessions, .secondary) }
            }
        }
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

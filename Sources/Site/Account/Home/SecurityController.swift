import Access
import HTTPTypes
import Hummingbird
import Permits
import Primitives
import Registration
import WebCore

/// Password and sessions.
struct SecurityController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountPassword, use: show).post(.accountSessions, use: end)
            .post(.accountPasswordCode, use: takeCode)
            .get(.accountSessions, use: toPassword).get(.accountPasswordCode, use: toPassword)
            .get(.accountPasswordCodeAgain, use: toPassword)
        routes.costly.post(.accountPassword, use: set).post(.accountPasswordCodeAgain, use: sendAgain)
    }

    private func toPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: .accountPassword)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard try context.own().session.representation == nil else { throw PageRefusal(.forbidden, .notForAnother) }
        return try await page(Form(), context)
    }

    private func set(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        let present = form.text(.presentPassword)
        do {
            let token = try await rooms.signIn.setPassword(
                form.text(.password), present: present.isEmpty ? nil : present, of: own.subject, session: own.session)
            return isSet(token, own, context)
        } catch AccessRefusal.weakPassword {
            form.refuse(.password, .weakPassword)
        } catch AccessRefusal.wrongCredentials {
            form.refuse(.presentPassword, .wrongPresentPassword)
        } catch AccessRefusal.needsProof {
            return try await prove(form, own, request, context)
        }
        return try await page(form, context, status: .unprocessableContent)
    }

    /// Asks for a code; the password that was entered waits on the page, sealed.
    private func prove(
        _ form: Form, _ own: Own, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        var form = form
        let kept = try await rooms.signIn.keep(form.text(.password), of: own.subject, session: own.session)
        do {
            try await rooms.askProof(own, request, context)
        } catch AccessRefusal.notAnAddress {
            form.refuse(.password, .confirmAnAddressFirst)
            return try await page(form, context, status: .unprocessableContent)
        } catch let refusal as AccessRefusal {
            form.refuse(.password, .codeRefusal(refusal))
            return try await page(form, context, status: .tooManyRequests)
        }
        return try await codePage(kept, Form(), own, request, context)
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        guard let kept = Bytes(hex: form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            let token = try await rooms.signIn.setPassword(
                kept: kept, code: form.text(.code), of: own.subject, session: own.session)
            return isSet(token, own, context)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return try await codePage(kept, form, own, request, context, status: .unprocessableContent)
        } catch AccessRefusal.needsProof {
            return context.redirect(to: .accountPassword)
        }
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let kept = Bytes(hex: context.form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            _ = try await rooms.signIn.askProof(of: own.subject, session: own.session, asker: context.asker(request))
            return try await codePage(kept, Form(), own, request, context, wasSentAgain: true)
        } catch let refusal as AccessRefusal {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(kept, form, own, request, context, status: .tooManyRequests)
        }
    }

    private func isSet(_ token: Bytes, _ own: Own, _ context: WebContext) -> Response {
        var response = context.redirect(to: .accountPassword.with("done", "password"))
        SessionCookie.give(SessionCookie.account, token, own.session.kind, on: &response)
        return response
    }

    /// Ends one session, or all but this one.
    private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard own.session.representation == nil else { throw PageRefusal(.forbidden, .notForAnother) }
        try await rooms.sessions.end(asIn: context.form, of: own.subject, except: own.digest)
        return context.redirect(to: .accountPassword.with("done", "sessions"))
    }
}

extension SecurityController {
    private func page(
        _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try context.own()
        let sessions = try await rooms.sessions.open(of: own.subject, seenFrom: own.digest)
        let page = SecurityPage(
            form: form, token: context.formToken, done: context.path.value(of: "done"),
            isProven: rooms.signIn.isProven(own.session), hasPassword: try await rooms.signIn.hasPassword(own.subject),
            sessions: sessions)
        return context.respond(page.page, status: status)
    }

    private func codePage(
        _ kept: Bytes, _ form: Form, _ own: Own, _ request: Request, _ context: WebContext,
        wasSentAgain: Bool = false, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try await rooms.proofPage(
            kept.hex, .proving, enter: .accountPasswordCode, again: .accountPasswordCodeAgain, form, own, request,
            context, wasSentAgain: wasSentAgain, status: status)
    }
}

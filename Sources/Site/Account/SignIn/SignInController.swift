import Access
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Lets persons in; the same answer whether or not the person exists.
struct SignInController: Sendable {
    let rooms: AccountRooms

    /// Waits for a code beside a registration that this browser may hold.
    private static let waiting = HostCookie("saqta-waiting")

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.signIn, use: show)
            .get(.signInCode, use: showCode).post(.signInCode, use: takeCode)
            .post(.signOut, use: signOut)
        routes.costly.post(.signIn, use: take).post(.signInCodeAgain, use: sendAgain)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(try await page(Form(), context))
    }

    private func page(_ form: Form, _ context: WebContext) async throws -> Page {
        try await SignInPage(
            form: form, token: context.formToken, hasEnded: context.path.value(of: "ended") != nil,
            idle: rooms.sessions.idle().account
        ).page
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        guard let (channel, address) = Self.address(form.text(.address)) else {
            form.refuse(.address, form.trimmed(.address) == nil ? .fillThisIn : .notAnAddress)
            return context.respond(try await page(form, context), status: .unprocessableContent)
        }
        do {
            if form.text(.how) == "password" {
                return try await entered(
                    try await rooms.signIn.enter(
                        address: address, field: channel.field, password: form.text(.password),
                        asker: context.asker(request)), request, context)
            }
            let token = try await rooms.signIn.askCode(
                channel, field: channel.field, address: address, asker: context.asker(request))
            var response = context.redirect(to: .signInCode)
            SessionCookie.give(Self.waiting, token, .stranger, on: &response)
            SentTo.give(channel, address, on: &response)
            return response
        } catch AccessRefusal.wrongCredentials, AccessRefusal.locked {
            form.refuse(.password, .wrongCredentials)
        } catch let refusal as AccessRefusal {
            form.refuse(.address, .codeRefusal(refusal))
        }
        return context.respond(try await page(form, context), status: .unprocessableContent)
    }

    /// What was entered in one field: an e-mail address or a telephone number.
    static func address(_ entered: String) -> (Channel, String)? {
        let channel: Channel = entered.contains("@") ? .email : .telephone
        guard let address = try? Registrar.normalised(channel, entered) else { return nil }
        return (channel, address.compared)
    }

    /// The session that waits for a code. - Throws: `AccessRefusal.noSession`.
    private func stranger(_ request: Request) async throws -> Session {
        guard let digest = SessionCookie.digest(Self.waiting, in: request),
            let session = try await rooms.sessions.find(digest), session.kind == .stranger
        else { throw AccessRefusal.noSession }
        return session
    }

    private func entered(
        _ entered: SignIn.Entered, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        // What somebody left who acted for another in this browser leads nobody else into their account.
        if let own = OwnSessionCookie.digest(in: request) { try await rooms.sessions.end(own) }
        if let sitting = context.sitting, sitting.session.representation != nil {
            try await rooms.sessions.end(sitting.digest)
        }
        var response = context.redirect(to: .account)
        OwnSessionCookie.clear(on: &response)
        Self.waiting.clear(on: &response)
        SessionCookie.give(SessionCookie.account, entered.token, .account, on: &response)
        KnownCookie.give(entered.tokens, on: &response)
        return response
    }

    private func showCode(_ request: Request, _ context: WebContext) async throws -> Response {
        try await codePage(Form(), request, context)
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let stranger = try await stranger(request)
        var form = context.form
        do {
            return try await entered(
                try await rooms.signIn.enter(
                    code: form.text(.code), session: stranger.digest, asker: context.asker(request)), request, context)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return try await codePage(form, request, context, status: .unprocessableContent)
        }
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let stranger = try await stranger(request)
        do {
            try await rooms.signIn.askAgain(session: stranger.digest, asker: context.asker(request))
            return context.redirect(to: .signInCode.with("sent", "1"))
        } catch let refusal as AccessRefusal where refusal != .noSession {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(form, request, context, status: .tooManyRequests)
        }
    }

    private func codePage(
        _ form: Form, _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        if context.sitting?.session.kind == .account { return context.redirect(to: .account) }
        let (codes, session) = (rooms.registrar.codes, try await stranger(request).digest)
        let pending = try await rooms.gate.look {
            try codes.pending(.signIn, channel: nil, session: session, in: $0)
        }
        let channel = pending?.channel ?? .email
        let page = CodePage(
            channel: channel, mask: SentTo.mask(channel, in: request),
            waiting: CodePage.Waiting(pending, at: rooms.time.now), form: form,
            token: context.formToken, wasSentAgain: context.path.value(of: "sent") != nil,
            paths: CodePage.Paths(enter: .signInCode, again: .signInCodeAgain, change: .signIn, other: nil),
            use: .signingIn, operator: context.site.frame.operator)
        return context.respond(page.page, status: status)
    }

    private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
        if let sitting = context.sitting { try await rooms.sessions.end(sitting.digest) }
        // The own session of somebody who acts for another ends with it.
        if let own = OwnSessionCookie.digest(in: request) { try await rooms.sessions.end(own) }
        var response = context.redirect(to: .home)
        OwnSessionCookie.clear(on: &response)
        SessionCookie.account.clear(on: &response)
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }
}

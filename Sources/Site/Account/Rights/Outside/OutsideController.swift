import Access
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// Takes what somebody asks about their own data who has no account, or does not come into it.
struct OutsideController: Sendable {
    let rooms: AccountRooms

    /// Waits for a code beside a registration that this browser may hold.
    private static let asking = HostCookie("saqta-asking")
    static let kind: FieldName = "kind"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.outsideRequest, use: show)
            .get(.outsideCode, use: showCode).post(.outsideCode, use: takeCode)
            .get(.outsideCodeAgain, use: toCode).get(.outsideReceived, use: received)
        routes.costly.storing.post(.outsideRequest, use: take)
        routes.costly.post(.outsideCodeAgain, use: sendAgain)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response { page(Form(), context) }

    private func page(_ form: Form, _ context: WebContext) -> Response {
        context.respond(
            OutsidePage(law: rooms.rights.law, form: form, token: context.formToken).page,
            status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        do {
            guard let asking = try await asking(&form, context) else { return page(form, context) }
            let token = try await rooms.rights.begin(asking, asker: context.asker(request))
            var response = context.redirect(to: .outsideCode)
            SessionCookie.give(Self.asking, token, .stranger, on: &response)
            SentTo.give(asking.channel, asking.address.compared, on: &response)
            return response
        } catch RightsRefusal.longWords {
            form.refuse(RightsController.words, .requestLongWords)
        } catch let refusal as AccessRefusal {
            form.refuse(.address, .codeRefusal(refusal))
        }
        return page(form, context)
    }

    /// What was entered; nil when something of it cannot be accepted, which then stands in the form.
    private func asking(_ form: inout Form, _ context: WebContext) async throws -> RightsDesk.OutsideAsking? {
        let kind = RequestKind(rawValue: form.text(Self.kind)).flatMap { rooms.rights.law.request($0)?.id }
        if kind == nil { form.refuse(Self.kind, .outsideKindMissing) }
        var name: PersonName?
        do throws(RegistrationRefusal) {
            name = try PersonName(form: form)
        } catch {
            guard case .fields(let problems) = error else { throw error }
            form.refuse(problems)
        }
        let asked = try await rooms.registrar.edition().document.contacts.channels
        let found = SignInController.address(form.text(.address))
        if found == nil || !asked.contains(found?.0 ?? .email) {
            form.refuse(.address, form.trimmed(.address) == nil ? .fillThisIn : .notAnAddress)
        }
        if form.trimmed(RightsController.words) == nil { form.refuse(RightsController.words, .requestNoWords) }
        guard form.isAccepted, let kind, let name, let (channel, _) = found else { return nil }
        return RightsDesk.OutsideAsking(
            kind, words: form.trimmed(RightsController.words), name: name, channel: channel,
            address: try Registrar.normalised(channel, form.text(.address)), language: context.language)
    }

    /// The session that waits for the code. - Throws: `PageRefusal` that leads back to the form.
    private func session(_ request: Request) async throws -> Session? {
        guard let digest = SessionCookie.digest(Self.asking, in: request),
            let session = try await rooms.sessions.find(digest), session.kind == .stranger, session.subject != nil
        else { return nil }
        return session
    }

    private func toCode(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: .outsideCode)
    }

    private func showCode(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let session = try await session(request) else { return context.redirect(to: .outsideRequest) }
        return try await codePage(Form(), session, request, context)
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let session = try await session(request) else { return context.redirect(to: .outsideRequest) }
        var form = context.form
        do {
            try await rooms.rights.confirm(form.text(.code), in: session)
            return context.redirect(to: .outsideReceived)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
        }
        return try await codePage(form, session, request, context, status: .unprocessableContent)
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let session = try await session(request) else { return context.redirect(to: .outsideRequest) }
        do {
            try await rooms.rights.sendCodeAgain(session, asker: context.asker(request))
            return context.redirect(to: .outsideCode.with("sent", "1"))
        } catch RightsRefusal.closed {
            return context.redirect(to: .outsideReceived)
        } catch let refusal as AccessRefusal {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(form, session, request, context, status: .tooManyRequests)
        }
    }

    private func codePage(
        _ form: Form, _ session: Session, _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard try await rooms.rights.outside(session).request.state == .unconfirmed else {
            return context.redirect(to: .outsideReceived)
        }
        let codes = rooms.registrar.codes
        let pending = try await rooms.gate.look {
            try codes.pending(.confirm, channel: nil, session: session.digest, in: $0)
        }
        let channel = pending?.channel ?? .email
        let page = CodePage(
            channel: channel, mask: SentTo.mask(channel, in: request),
            waiting: CodePage.Waiting(pending, at: rooms.time.now), form: form, token: context.formToken,
            wasSentAgain: context.path.value(of: "sent") != nil,
            paths: CodePage.Paths(enter: .outsideCode, again: .outsideCodeAgain, change: .outsideRequest, other: nil),
            use: .confirmingLater, operator: context.site.frame.operator)
        return context.respond(page.page, status: status)
    }

    private func received(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let session = try await session(request) else { return context.redirect(to: .outsideRequest) }
        let standing = try await rooms.rights.outside(session)
        guard standing.request.state != .unconfirmed else { return context.redirect(to: .outsideCode) }
        return context.respond(OutsideReceivedPage(standing: standing, law: rooms.rights.law).page)
    }
}

import Access
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// For whom somebody acts, who acts for them, and the way from one to the other.
struct RepresentingController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.representing, use: show).post(.representing, use: act)
            .post(.representingBack, use: back).get(.representingBack, use: toList)
            .get(.representation, use: showOwn).post(.representation, use: end)
            .get(.representingAgree, use: toList).get(.representingCode, use: toList)
            .get(.representingCodeAgain, use: toList).post(.representingCode, use: takeCode)
        routes.costly.post(.representingAgree, use: agree).post(.representingCodeAgain, use: sendAgain)
    }

    private func toList(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: .representing)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await list(Form(), context)
    }

    private func list(
        _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try context.own()
        let isActing = own.session.representation != nil
        let page = RepresentingPage(
            rows: isActing ? [] : try await rooms.registrar.represented(by: own.subject),
            offered: try await rooms.registrar.edition().document.registrants, isActing: isActing,
            mayBegin: try await rooms.registrar.mayRepresent(own.session), now: rooms.time.now, form: form,
            token: context.formToken, hasAgreed: context.path.value(of: "done") != nil,
            hasEnded: context.path.value(of: "ended") != nil)
        return context.respond(page.page, status: status)
    }

    private func act(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let id = Identifier<RepresentationRow>(context.form.text(.representation)) else {
            throw PageRefusal(.notFound)
        }
        let token = try await rooms.registrar.act(by: id, in: own.session)
        var response = context.redirect(to: .account)
        OwnSessionCookie.keep(request, in: context, on: &response)
        SessionCookie.give(SessionCookie.account, token, .account, on: &response)
        return response
    }

    private func back(_ request: Request, _ context: WebContext) async throws -> Response {
        if let sitting = context.sitting, sitting.session.representation != nil {
            try await rooms.sessions.end(sitting.digest)
        }
        var response = context.redirect(to: .representing)
        OwnSessionCookie.restore(request, in: context, on: &response)
        return response
    }

    private func showOwn(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let registration = try await rooms.registration(of: own)
        let page = RepresentationPage(
            rows: try await rooms.registrar.representatives(of: own.subject), number: registration.number,
            needsConsent: try await rooms.registrant(of: own) == .minor, now: rooms.time.now, token: context.formToken)
        return context.respond(page.page)
    }

    private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let id = Identifier<RepresentationRow>(context.form.text(.representation)) else {
            throw PageRefusal(.notFound)
        }
        if own.session.representation == nil,
            try await rooms.registrar.representations(of: own.subject).allSatisfy({ $0.id != id })
        {
            try await rooms.registrar.takeBack(id, in: own.session)
            return context.redirect(to: .representing)
        }
        try await rooms.registrar.endRepresentation(id, of: own.subject, session: own.digest)
        guard own.session.representation != nil else { return context.redirect(to: .representation) }
        var response = context.redirect(to: .representing)
        OwnSessionCookie.restore(request, in: context, on: &response)
        return response
    }
}

/// The consent of a legal representative for somebody from 14 to 17, by a code of their own.
extension RepresentingController {
    private func agree(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        if form.trimmed(.number) == nil { form.refuse(.number, .fillThisIn) }
        if !form.isChecked(.consent) { form.refuse(.consent, .mustDeclareThis) }
        guard form.isAccepted else { return try await list(form, context, status: .unprocessableContent) }
        let number = form.text(.number)
        if rooms.signIn.isProven(own.session) { return try await agree(number, own, context) }
        do {
            try await rooms.askProof(own, request, context)
        } catch let refusal as AccessRefusal {
            form.refuse(.number, .codeRefusal(refusal))
            return try await list(form, context, status: .tooManyRequests)
        }
        return try await codePage(number, Form(), own, request, context)
    }

    private func agree(_ number: String, _ own: Own, _ context: WebContext) async throws -> Response {
        var form = Form()
        form.fill(.number, number)
        form.fill(.consent, "yes")
        do {
            let language = context.language
            try await rooms.registrar.agree(
                toMinor: number, by: Phrase.agreeStatement[language], in: language, of: own.session, isProven: true)
            return context.redirect(to: .representing.with("done", "1"))
        } catch RepresentationRefusal.noMinor {
            form.refuse(.number, .noMinor)
        } catch RepresentationRefusal.registerFirst {
            form.refuse(.number, .registerFirstTitle)
        }
        return try await list(form, context, status: .unprocessableContent)
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        let number = form.text(.kept)
        do {
            try await rooms.signIn.prove(form.text(.code), of: own.subject, session: own.session)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return try await codePage(number, form, own, request, context, status: .unprocessableContent)
        }
        return try await agree(number, own, context)
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = context.form.text(.kept)
        do {
            _ = try await rooms.signIn.askProof(of: own.subject, session: own.session, asker: context.asker(request))
            return try await codePage(number, Form(), own, request, context, wasSentAgain: true)
        } catch let refusal as AccessRefusal {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(number, form, own, request, context, status: .tooManyRequests)
        }
    }

    private func codePage(
        _ number: String, _ form: Form, _ own: Own, _ request: Request, _ context: WebContext,
        wasSentAgain: Bool = false, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try await rooms.proofPage(
            number, .agreeing, enter: .representingCode, again: .representingCodeAgain, form, own, request, context,
            wasSentAgain: wasSentAgain, status: status)
    }
}

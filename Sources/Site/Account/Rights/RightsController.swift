import Documents
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// A person's rights: what each is, what was asked, and the answers.
struct RightsController: Sendable {
    let rooms: AccountRooms

    static let words: FieldName = "words"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountRights, use: show)
            .get(SitePath.accountAsk, use: write).post(SitePath.accountAsk, use: ask)
            .get(SitePath.accountRequest, use: read).post(SitePath.accountRequestWithdraw, use: withdraw)
        CorrectionController(rights: self).addRoutes(to: routes)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let page = RightsPage(
            law: rooms.rights.law, policy: try await rooms.registrar.edition().document,
            rights: try await rooms.rights.own(own.subject), registration: try await rooms.registration(of: own),
            done: context.path.value(of: "done"), token: context.formToken)
        return context.respond(page.page)
    }

    private func rule(_ context: WebContext) throws -> LawPack.RequestRule {
        guard let kind = RequestKind(rawValue: try SitePath.accountAsk.values(in: context)),
            let rule = rooms.rights.law.request(kind)
        else { throw PageRefusal(.notFound) }
        return rule
    }

    private func write(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.own()
        return context.respond(try await askPage(Form(), context))
    }

    private func askPage(_ form: Form, _ context: WebContext) async throws -> Page {
        let rule = try rule(context)
        let policy = try await rooms.registrar.edition().document
        return AskPage(
            rule: rule, term: rooms.rights.law.term(of: rule.id, under: policy), form: form, token: context.formToken
        ).page
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        do {
            let reference = try await rooms.rights.ask(
                try rule(context).id, words: form.trimmed(Self.words), of: own.subject, session: own.digest)
            return context.redirect(to: SitePath.accountRequest(reference.number).with("done", "1"))
        } catch RightsRefusal.noWords {
            form.refuse(Self.words, .requestNoWords)
        } catch RightsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch RightsRefusal.tooMany {
            form.refuse(Self.words, .tooManyRequests)
        }
        return context.respond(try await askPage(form, context), status: .unprocessableContent)
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        try await shown(try SitePath.accountRequest.values(in: context), Form(), context)
    }

    func shown(_ number: Int, _ form: Form, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let request = try await rooms.rights.read(number, of: own.subject, session: own.digest)
        let place = request.standing.request.correspondence
        let files = try await rooms.documents.files(in: place, of: own.subject)
        let page = OwnRequestPage(
            request: request, files: files.filter { $0.state != .receiving },
            viewing: try await rooms.viewings.viewing(of: own, for: files), law: rooms.rights.law,
            policy: try await rooms.registrar.edition().document, done: context.path.value(of: "done"), form: form,
            token: context.formToken)
        return context.respond(page.page, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountRequestWithdraw.values(in: context)
        do {
            try await rooms.rights.withdraw(number, of: own.subject, session: own.digest)
        } catch RightsRefusal.closed {
            return context.redirect(to: SitePath.accountRequest(number))
        }
        return context.redirect(to: .accountRights.with("done", "withdrawn"))
    }
}

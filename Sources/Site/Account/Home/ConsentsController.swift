import Consents
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Consents with their history, given and withdrawn one by one.
struct ConsentsController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountConsents, use: show).post(.accountConsents, use: decide)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let page = ConsentsPage(
            policy: try await rooms.consents.edition().document,
            history: try await rooms.consents.history(of: own.subject), token: context.formToken,
            wasDone: context.path.value(of: "done") != nil)
        return context.respond(page.page)
    }

    private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let id = ConsentID(context.form.text(.consent))
        let edition = try await rooms.consents.edition()
        guard let item = edition.document.consent(id) else { throw PageRefusal(.notFound) }
        let registration = try await rooms.registration(of: own)
        // Without the main consent nothing may be kept of a registration that is not decided.
        if item.required, !registration.state.isDecided { return context.redirect(to: .end) }
        let answer = context.form.text(.answer)
        let name = try await rooms.name(of: own).shown
        guard answer == "give" || answer == "withdraw" else {
            let text = rooms.consents.wording(edition, in: context.language).items(of: item, personName: name)
            let page = ConsentDecisionPage(
                item: item, text: text, gives: answer == "ask-give", token: context.formToken)
            return context.respond(page.page)
        }
        try await rooms.consents.decide(
            id, give: answer == "give", language: context.language, personName: name,
            shown: Int(context.form.text(.edition)) ?? 0, of: own.subject, session: own.digest)
        return context.redirect(to: .accountConsents.with("done", "1"))
    }
}

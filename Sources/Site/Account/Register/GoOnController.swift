import Access
import Hummingbird
import Policy
import Primitives
import Registration
import WebCore

/// Where a person goes on with a registration that a programme began: looking at the page uses nothing up, since
/// messengers and browsers fetch addresses before anybody opens them.
struct GoOnController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.goOn, use: show)
        routes.costly.storing.post(SitePath.goOn, use: goOn)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.goOn.values(in: context)
        guard let token = Bytes(hex: text),
            let handover = try await rooms.registrar.handover(token, in: context.visitMark)
        else { return ended(context) }
        let policy = try await rooms.registrar.edition().document
        let page = GoOnPage(
            handover: handover, policy: policy, operator: context.site.frame.operator.name,
            leavesOther: context.sitting?.subject.map { $0 != handover.subject } ?? false, path: SitePath.goOn(text),
            token: context.formToken)
        return context.respond(page.page)
    }

    private func goOn(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = Bytes(hex: try SitePath.goOn.values(in: context)),
            let session = try await rooms.registrar.goOn(token, in: context.visitMark)
        else { return ended(context) }
        var response = context.redirect(to: .contactsStep)
        SessionCookie.give(SessionCookie.account, session, .registration, on: &response)
        return response
    }

    /// One page for a link that was used, one that is too old, one that never was, and one of somebody erased.
    private func ended(_ context: WebContext) -> Response {
        let isOpen = context.sitting?.session.kind == .registration
        return context.respond(linkEndedPage(hasRegistration: isOpen), status: .gone)
    }
}

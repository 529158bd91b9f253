import Access
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The ways out: leave for now, or end it and have everything destroyed.
struct EndController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.leave, use: leave).get(.end, use: ask).post(.end, use: end).get(.ended, use: ended)
    }

    private func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let contacts = try await rooms.contacts(of: own)
        let page = LeavePage(
            until: try await rooms.registration(of: own).dueAt, hasEmail: contacts[.email]?.confirmedAt != nil,
            isConfirmed: contacts.values.contains { $0.confirmedAt != nil }, token: context.formToken)
        return context.respond(page.page)
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let registration = try await rooms.registration(of: try context.own())
        guard !registration.state.isDecided else { return context.redirect(to: .account) }
        return context.respond(EndPage(isDraft: registration.state == .draft, token: context.formToken).page)
    }

    private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let registration = try await rooms.registration(of: own)
        // What was sent is not destroyed by whoever sits down at a browser that was left open.
        guard registration.state == .draft else {
            return try await RightsActController(rooms: rooms).act(.end, own, request, context)
        }
        return try await rooms.end(registration, own, request, context)
    }

    private func ended(_ request: Request, _ context: WebContext) async throws -> Response {
        let mark = context.path.value(of: "certificate").flatMap { ErasureMark(pathText: $0) }
        return context.respond(EndedPage(wasStored: context.path.value(of: "kept") == nil, mark: mark).page)
    }
}

extension AccountRooms {
    /// Ends a registration, destroys all that is held for it, and the session with it.
    func end(
        _ registration: RegistrationRow, _ own: Own, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let mark = try await registrar.end(
            own.subject, by: registration.state == .draft ? .decline : .withdrawRegistration, session: own.digest)
        var response = context.redirect(to: .ended.with("certificate", ErasureMark(mark).pathText))
        if own.session.representation != nil {
            OwnSessionCookie.restore(request, in: context, on: &response)
        } else {
            SessionCookie.account.clear(on: &response)
        }
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }
}

import Access
import Hummingbird
import Markup
import Primitives
import WebCore

/// Where a member of staff is signed in.
struct SessionsController: Sendable {
    let desk: OfficeDesk
    let sessions: Sessions

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeSessions, use: show).post(.officeSessions, use: end)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(in: context)
        let open = try await sessions.open(of: officer.person, seenFrom: officer.session.digest)
        return context.respond(
            officePage(.officeSessionsTitle, officer, at: .officeSessions, isNarrow: true, in: context) {
                h1 { Phrase.officeSessionsTitle }
                if context.path.value(of: "done") != nil { panel(.success, .sessionsEnded) }
                sessionList(open, to: .officeSessions, token: context.formToken)
            })
    }

    private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(in: context)
        try await sessions.end(asIn: context.form, of: officer.person, except: officer.session.digest)
        return context.redirect(to: .officeSessions.with("done", "sessions"))
    }
}

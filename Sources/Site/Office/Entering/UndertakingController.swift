import Access
import Hummingbird
import Markup
import Policy
import Primitives
import Staffing
import WebCore

/// Shows the confidentiality undertaking, without which no role can be used (Law 94-V, art. 11).
struct UndertakingController: Sendable {
    let desk: OfficeDesk

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.undertaking, use: show).post(.undertaking, use: accept)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let session = try context.require(.staff).session
        guard session.assurance == .twoFactors else { throw AccessRefusal.needsMore }
        if let person = session.subject, try await desk.staff.member(person)?.state == .active {
            return context.redirect(to: .office)
        }
        let policy = try await desk.staff.policy()
        return context.respond(
            doorPage(.officeUndertakingTitle, in: context) {
                h1 { Phrase.officeUndertakingTitle }
                p { Phrase.officeUndertakingLead }
                blockquote(.class("undertaking")) { p { policy.staffing.undertaking } }
                postForm(to: .undertaking, token: context.formToken) {
                    actions { submitButton(.officeAccept) }
                }
            })
    }

    private func accept(_ request: Request, _ context: WebContext) async throws -> Response {
        let session = try context.require(.staff).session
        guard let person = session.subject else { throw AccessRefusal.noSession }
        try await desk.staff.acceptUndertaking(person, session: session)
        return context.redirect(to: .office)
    }
}

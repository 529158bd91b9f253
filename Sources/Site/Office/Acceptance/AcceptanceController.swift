import Consents
import Hummingbird
import Markup
import Permits
import Primitives
import WebCore

/// How often the policy was accepted by use, for administrators.
struct AcceptanceController: Sendable {
    let desk: OfficeDesk
    let acceptance: Acceptance
    /// How many days are shown.
    static let days = 30

    func addRoutes(to routes: SiteRoutes) { routes.get(.officeAcceptance, use: show) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let today = Day(of: desk.time.now, hoursEast: 5)
        let page = AcceptancePage(
            counts: try await acceptance.counts(since: today + (1 - Self.days)), today: today)
        return context.respond(
            officePage(
                .officeAcceptanceTitle, officer, at: .officePolicy, switchPath: .officeAcceptance,
                styles: ["acceptance.css"], in: context
            ) { page.content })
    }
}

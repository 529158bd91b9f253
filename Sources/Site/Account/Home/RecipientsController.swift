import Agreements
import Consents
import Disclosures
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// Who receives a person's data: by which consent, what was handed over, who was told.
struct RecipientsController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) { routes.get(.accountRecipients, use: show) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let found = try await rooms.disclosures.own(own.subject)
        var explanations: [Identifier<Withdrawal>: PersonalData<String>] = [:]
        for one in found.withdrawals where one.explanation != nil {
            explanations[one.id] = try await rooms.disclosures.explanation(of: one, session: own.digest)
        }
        let page = RecipientsPage(
            policy: try await rooms.consents.edition().document,
            standing: try await rooms.consents.standing(of: own.subject), services: try await rooms.services.offered(),
            found: found, orders: try await rooms.orders.own(own.subject), explanations: explanations)
        return context.respond(page.page)
    }
}

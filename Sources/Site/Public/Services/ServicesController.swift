import Agreements
import Hummingbird
import Policy
import Primitives
import WebCore

/// The catalogue of services, and a page for each.
package struct ServicesController: Sendable {
    private let services: ServiceDesk

    package init(services: ServiceDesk) { self.services = services }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.services, use: list).get(SitePath.service, use: show)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(ServicesPage(services: try await services.offered()).page, to: request)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let name = ServiceID(try SitePath.service.values(in: context))
        guard let offered = try await services.offered(name) else { throw PageRefusal(.notFound) }
        let page = ServicePage(offered: offered, policy: try await services.policy())
        return context.respond(page.page, to: request)
    }
}

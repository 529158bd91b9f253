import Hummingbird
import WebCore

/// The home page, the operator's page and the contacts.
package struct HomeController: Sendable {
    private let shelf: EditionShelf

    package init(shelf: EditionShelf) { self.shelf = shelf }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.home, use: home)
            .get(.operator, use: operatorPage)
            .get(.contacts, use: contacts)
    }

    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = HomePage(edition: try await shelf.inForce())
        return context.respond(page.page, to: request)
    }

    private func operatorPage(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(OperatorPage(operator: context.site.frame.operator).page, to: request)
    }

    private func contacts(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(ContactsPage(operator: context.site.frame.operator).page, to: request)
    }
}

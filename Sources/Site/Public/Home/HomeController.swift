import Hummingbird
import Policy
import Primitives
import WebCore

/// The home page, the operator's page and the contacts.
package struct HomeController: Sendable {
    private let shelf: EditionShelf
    private let pages = KeptPages()

    package init(shelf: EditionShelf) { self.shelf = shelf }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.home, use: home)
            .get(.operator, use: operatorPage)
            .get(.contacts, use: contacts)
    }

    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        let edition = try await shelf.inForce()
        let name = edition.map { [$0.hash, Bytes("\($0.number)".utf8)] } ?? []
        return context.respond(from: pages, name, to: request) {
            HomePage(edition: edition).page
        }
    }

    private func operatorPage(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(from: pages, [], to: request) { OperatorPage(operator: context.site.frame.operator).page }
    }

    private func contacts(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(from: pages, [], to: request) { ContactsPage(operator: context.site.frame.operator).page }
    }
}

import Hummingbird
import Markup
import Pages
import Policy
import Primitives
import WebCore

/// The home page, the operator's page, the contacts and the help page.
package struct HomeController: Sendable {
    private let shelf: EditionShelf
    /// What the operator wrote for a page; nil where nothing was.
    private let texts: @Sendable (SitePage) async throws -> PageText?
    private let pages = KeptPages()

    package init(
        shelf: EditionShelf, texts: @escaping @Sendable (SitePage) async throws -> PageText? = { _ in nil }
    ) {
        self.shelf = shelf
        self.texts = texts
    }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.home, use: home)
            .get(.operator, use: operatorPage)
            .get(.contacts, use: contacts)
            .get(.help, use: help)
    }

    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        let edition = try await shelf.inForce()
        let written = try await texts(.home)
        let name =
            (edition.map { [$0.hash, Bytes("\($0.number)".utf8)] } ?? []) + [try PageText.mark(of: written?.text)]
        return context.respond(from: pages, name, to: request) {
            HomePage(edition: edition, written: written?.text).page
        }
    }

    private func operatorPage(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(from: pages, [], to: request) { OperatorPage(operator: context.site.frame.operator).page }
    }

    private func contacts(_ request: Request, _ context: WebContext) async throws -> Response {
        let written = try await texts(.contacts)?.text
        return context.respond(from: pages, [try PageText.mark(of: written)], to: request) {
            ContactsPage(operator: context.site.frame.operator, written: written).page
        }
    }

    private func help(_ request: Request, _ context: WebContext) async throws -> Response {
        let written = try await texts(.help)?.text
        return context.respond(from: pages, [try PageText.mark(of: written)], to: request) {
            Page(.helpTitle, for: .everyone) {
                h1 { Phrase.helpTitle }
                markdown(written ?? .helpByDefault)
            }
        }
    }
}

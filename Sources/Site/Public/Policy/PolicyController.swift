import Hummingbird
import Policy
import Primitives
import WebCore

/// The policy in force, every earlier edition, and how data are kept.
package struct PolicyController: Sendable {
    private let shelf: EditionShelf

    package init(shelf: EditionShelf) { self.shelf = shelf }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.policy, use: policy)
            .get(.editions, use: editions)
            .get(SitePath.edition, use: edition)
            .get(.dataKeeping, use: dataKeeping)
    }

    private func policy(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let edition = try await shelf.inForce() else { throw PageRefusal(.notFound, .noEditionsExplanation) }
        return context.respond(PolicyPage(edition: edition, isInForce: true).page, to: request)
    }

    private func editions(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = EditionsPage(editions: try await shelf.all(), inForce: try await shelf.inForce()?.number)
        return context.respond(page.page, to: request)
    }

    private func edition(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.edition.values(in: context)
        guard let edition = try await shelf.edition(number) else { throw PageRefusal(.notFound) }
        let inForce = try await shelf.inForce()?.number
        return context.respond(PolicyPage(edition: edition, isInForce: number == inForce).page, to: request)
    }

    private func dataKeeping(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let edition = try await shelf.inForce() else { throw PageRefusal(.notFound, .noEditionsExplanation) }
        return context.respond(DataKeepingPage(document: edition.document).page, to: request)
    }
}

import Hummingbird
import Markup
import Policy
import Primitives
import WebCore

/// The policy in force, every earlier edition, and how data are kept.
package struct PolicyController: Sendable {
    private let shelf: EditionShelf
    private let cache = PolicyCache()

    package init(shelf: EditionShelf) { self.shelf = shelf }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.policy, use: policy)
            .get(.editions, use: editions)
            .get(SitePath.edition, use: edition)
            .get(.dataKeeping, use: dataKeeping)
    }

    private func policy(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let edition = try await shelf.inForce() else { throw PageRefusal(.notFound, .noEditionsExplanation) }
        return show(PolicyPage(edition: edition, isInForce: true), request, context)
    }

    private func editions(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = EditionsPage(editions: try await shelf.all(), inForce: try await shelf.inForce()?.number)
        return context.respond(page.page, to: request)
    }

    private func edition(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.edition.values(in: context)
        guard let edition = try await shelf.edition(number) else { throw PageRefusal(.notFound) }
        let inForce = try await shelf.inForce()?.number
        return show(PolicyPage(edition: edition, isInForce: number == inForce), request, context)
    }

    private func dataKeeping(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let edition = try await shelf.inForce() else { throw PageRefusal(.notFound, .noEditionsExplanation) }
        return context.respond(DataKeepingPage(document: edition.document).page, to: request)
    }

    private func show(_ policy: PolicyPage, _ request: Request, _ context: WebContext) -> Response {
        let content = cache.content(of: policy, in: context.language)
        return context.respond(policy.frame { content }, to: request)
    }
}

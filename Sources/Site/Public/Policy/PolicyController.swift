import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Policy
import Primitives
import WebCore

/// The policy in force, every earlier edition, what changed, and how data are kept.
package struct PolicyController: Sendable {
    private let shelf: EditionShelf
    private let cache = PolicyCache()
    private let pages = KeptPages()
    /// Apart, so that nobody drives the policy itself out of its cache by comparing.
    private let changes = PolicyCache()

    static let from: FieldName = "from"
    static let to: FieldName = "to"

    package init(shelf: EditionShelf) { self.shelf = shelf }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.policy, use: policy)
            .get(.editions, use: editions)
            .get(SitePath.edition, use: edition)
            .get(.changes, use: newestChanges)
            .get(SitePath.changesBetween, use: changes)
            .get(.dataKeeping, use: dataKeeping)
            .get(.policyFeed, use: feed)
    }

    private func policy(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let edition = try await shelf.inForce() else { throw PageRefusal(.notFound, .noEditionsExplanation) }
        let void = edition.void.isEmpty ? [] : try await shelf.void(edition.number)
        return show(PolicyPage(edition: edition, isInForce: true, void: void), request, context)
    }

    private func editions(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = EditionsPage(editions: try await shelf.all(), inForce: try await shelf.inForce()?.number)
        return context.respond(page.page, to: request)
    }

    private func edition(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.edition.values(in: context)
        guard let edition = try await shelf.edition(number) else { throw PageRefusal(.notFound) }
        let inForce = try await shelf.inForce()?.number
        let page = PolicyPage(
            edition: edition, isInForce: number == inForce, void: try await shelf.void(number))
        return show(page, request, context)
    }

    /// Leads to the permanent address of two editions: those that were chosen, else the last two.
    private func newestChanges(_ request: Request, _ context: WebContext) async throws -> Response {
        let numbers = try await shelf.all().map(\.number)
        func chosen(_ name: FieldName) -> Int? { context.path.value(of: name.text).flatMap(Int.init(pathText:)) }
        if let from = chosen(Self.from), let to = chosen(Self.to), from != to {
            return context.redirect(to: SitePath.changesBetween(min(from, to), max(from, to)))
        }
        guard numbers.count > 1 else { return context.respond(NoChangesPage().page, to: request) }
        return context.redirect(to: SitePath.changesBetween(numbers[1], numbers[0]))
    }

    private func changes(_ request: Request, _ context: WebContext) async throws -> Response {
        let (from, to) = try SitePath.changesBetween.values(in: context)
        guard from < to, let old = try await shelf.edition(from), let new = try await shelf.edition(to) else {
            throw PageRefusal(.notFound)
        }
        let page = ChangesPage(from: old, to: new, numbers: try await shelf.all().map(\.number))
        let content = changes.content(of: page, in: context.language)
        return context.respond(page.frame { content }, to: request)
    }

    private func feed(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let inForce = try await shelf.inForce()?.document else { throw PageRefusal(.notFound) }
        let editions = try await shelf.all()
        var first = inForce
        if let oldest = editions.last, let edition = try await shelf.edition(oldest.number) { first = edition.document }
        let feed = PolicyFeed(
            editions: editions, void: try await shelf.void(nil), title: inForce.title,
            operatorName: inForce.operatorRecord.name, base: context.site.settings.baseURL,
            authority: first.operatorRecord.site, language: context.language)
        return Response(
            status: .ok,
            headers: [.contentType: "application/atom+xml; charset=utf-8", .cacheControl: "public, max-age=300"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: feed.text)))
    }

    private func dataKeeping(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let edition = try await shelf.inForce() else { throw PageRefusal(.notFound, .noEditionsExplanation) }
        return context.respond(DataKeepingPage(document: edition.document).page, to: request)
    }

    private func show(_ policy: PolicyPage, _ request: Request, _ context: WebContext) -> Response {
        let name = [
            policy.edition.hash, Bytes("\(policy.edition.number) \(policy.isInForce) \(policy.void.count)".utf8),
        ]
        return context.respond(from: pages, name, to: request) {
            let content = cache.content(of: policy, in: context.language)
            return policy.frame { content }
        }
    }
}

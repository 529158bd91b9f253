import Hummingbird
import Primitives

/// Where controllers add their pages; each is served in every language.
package struct SiteRoutes {
    /// Answers one request.
    package typealias Handler = @Sendable (Request, WebContext) async throws -> Response

    private let groups: [RouterGroup<WebContext>]

    init(groups: [RouterGroup<WebContext>]) { self.groups = groups }

    /// The pages of the site on `router`, under `/ru`, `/kk` and `/en`.
    package init(on router: Router<WebContext>) {
        groups = Language.allCases.map { router.group(RouterPath($0.rawValue)).add(middleware: FrameFilter()) }
    }

    /// Routes behind a filter, such as one that asks for a session.
    package func behind(_ filter: some MiddlewareProtocol<Request, Response, WebContext>) -> SiteRoutes {
        SiteRoutes(groups: groups.map { $0.group().add(middleware: filter) })
    }

    @discardableResult
    package func get(_ path: SitePath, use handler: @escaping Handler) -> SiteRoutes {
        on(.get, path.pattern, handler)
    }

    @discardableResult
    package func post(_ path: SitePath, use handler: @escaping Handler) -> SiteRoutes {
        on(.post, path.pattern, handler)
    }

    @discardableResult
    package func get<each Value: PathValue>(
        _ route: SiteRoute<repeat each Value>, use handler: @escaping Handler
    ) -> SiteRoutes {
        on(.get, route.pattern, handler)
    }

    @discardableResult
    package func post<each Value: PathValue>(
        _ route: SiteRoute<repeat each Value>, use handler: @escaping Handler
    ) -> SiteRoutes {
        on(.post, route.pattern, handler)
    }

    /// Any other method, as resumable uploads need.
    @discardableResult
    package func on(_ method: HTTPRequest.Method, _ path: SitePath, use handler: @escaping Handler) -> SiteRoutes {
        on(method, path.pattern, handler)
    }

    /// Any other method under an address with values.
    @discardableResult
    package func on<each Value: PathValue>(
        _ method: HTTPRequest.Method, _ route: SiteRoute<repeat each Value>, use handler: @escaping Handler
    ) -> SiteRoutes {
        on(method, route.pattern, handler)
    }

    private func on(
        _ method: HTTPRequest.Method, _ pattern: RouterPath, _ handler: @escaping Handler
    ) -> SiteRoutes {
        for group in groups { group.on(pattern, method: method, use: handler) }
        return self
    }
}

import HTTPTypes
import Hummingbird

/// Finds out where a request comes from, once, for all that come after.
struct OriginFilter: RouterMiddleware {
    let settings: SiteSettings

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.origin = settings.origin(of: context.peer, request.headers)
        return try await next(request, context)
    }
}

extension SiteSettings {
    /// Where a request comes from.
    ///
    /// - Parameter peer: the other end of its connection.
    func origin(of peer: IPAddress?, _ headers: HTTPFields) -> RequestOrigin {
        proxies.origin(peer: peer, isTLS: speaksTLS, headers)
    }
}

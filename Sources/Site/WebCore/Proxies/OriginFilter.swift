import Hummingbird

/// Finds out where a request comes from, once, for all that come after.
struct OriginFilter: RouterMiddleware {
    let settings: SiteSettings

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.origin = settings.proxies.origin(
            peer: context.peer, isTLS: settings.speaksTLS, request.headers)
        return try await next(request, context)
    }
}

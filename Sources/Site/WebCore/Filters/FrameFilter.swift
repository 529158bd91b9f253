import Hummingbird

/// Looks at the policy in force before a page is made.
struct FrameFilter: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        try await context.site.policy.refresh()
        return try await next(request, context)
    }
}

import HTTPTypes
import Hummingbird
import Primitives

/// Lets nothing change that another site asked for.
///
/// Browsers say with `Sec-Fetch-Site` where a request comes from (W3C Fetch Metadata); older ones send `Origin`.
/// What sends neither is no browser and carries no cookies of a person's browser.
struct SameOriginFilter: RouterMiddleware {
    let baseURL: String

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if [.get, .head, .options].contains(request.method) { return try await next(request, context) }
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" else { throw PageRefusal(.forbidden, .sentFromElsewhere) }
        } else if let origin = request.headers[.origin] {
            guard origin == baseURL else { throw PageRefusal(.forbidden, .sentFromElsewhere) }
        }
        return try await next(request, context)
    }
}

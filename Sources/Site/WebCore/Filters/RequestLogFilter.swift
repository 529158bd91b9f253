import Hummingbird
import Logging
import Primitives

/// Logs each request by method, route and status: no address, no query, no body, so nothing about a person.
struct RequestLogFilter: RouterMiddleware {
    let time: TimeSource

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let begin = time.now
        let response = try await next(request, context)
        context.logger.info(
            "Request answered",
            metadata: [
                "http.method": "\(request.method.rawValue)", "http.route": "\(context.endpointPath ?? "none")",
                "http.status": "\(response.status.code)",
                "duration.us": "\((time.now - begin).microseconds)",
            ])
        return response
    }
}

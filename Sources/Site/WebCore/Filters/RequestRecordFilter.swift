import HTTPTypes
import Hummingbird
import Logging
import Metrics
import Primitives

/// Counts each request, and tells the log of it where that is wanted: by method, route and status. No address, no query,
/// no body, so nothing about a person.
struct RequestRecordFilter: RouterMiddleware {
    let time: TimeSource
    let isLogged: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let begin = time.now
        let response = try await next(request, context)
        let span = time.now - begin
        let route = Self.route(context.endpointPath)
        // Until the answer begins; how long it takes to carry it over depends on the line of whoever asked.
        Timer(
            label: "http.request.duration",
            dimensions: [
                ("method", Self.method(request.method)), ("route", route),
                ("status", "\(response.status.code / 100)xx"),
            ]
        ).recordMicroseconds(span.microseconds)
        if isLogged {
            context.logger.notice(
                "Request answered",
                metadata: [
                    "http.method": "\(Self.method(request.method))", "http.route": "\(route)",
                    "http.status": "\(response.status.code)", "duration.us": "\(span.microseconds)",
                ])
        }
        return response
    }

    /// The pattern of the address, the same for all languages: as many as there are routes, whatever is asked.
    static func route(_ pattern: String?) -> String {
        // The router gives addresses without a route this name.
        guard let pattern, pattern != "NotFound" else { return "none" }
        let segments = pattern.split(separator: "/")
        guard let first = segments.first, Language(rawValue: String(first)) != nil else { return pattern }
        return "/" + (["{language}"] + segments.dropFirst()).joined(separator: "/")
    }

    private static func method(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .put, .patch, .delete, .options].contains(method) ? method.rawValue : "other"
    }
}

import HTTPTypes
import Hummingbird
import Logging
import Metrics
import Primitives

/// What is counted of each request and told to the log: method, route and status. No address, no query, no body, so nothing
/// about a person.
struct RequestRecord {
    let method: HTTPRequest.Method
    /// As ``route(_:)`` gives it.
    let route: String
    let status: HTTPResponse.Status
    /// Until the answer begins; how long it takes to carry it over depends on the line of whoever asked.
    let took: Span

    func count() {
        Timer(
            label: "http.request.duration",
            dimensions: [("method", methodName), ("route", route), ("status", "\(status.code / 100)xx")]
        ).recordMicroseconds(took.microseconds)
    }

    func tell(_ logger: Logger) {
        logger.notice(
            "Request answered",
            metadata: [
                "http.method": "\(methodName)", "http.route": "\(route)", "http.status": "\(status.code)",
                "duration.us": "\(took.microseconds)",
            ])
    }

    /// The pattern of the address, the same for all languages: as many as there are routes, whatever is asked.
    static func route(_ pattern: String?) -> String {
        // The router gives addresses without a route this name.
        guard let pattern, pattern != "NotFound" else { return "none" }
        let segments = pattern.split(separator: "/")
        guard let first = segments.first, Language(rawValue: String(first)) != nil else { return pattern }
        return "/" + (["{language}"] + segments.dropFirst()).joined(separator: "/")
    }

    private var methodName: String {
        [.get, .head, .post, .put, .patch, .delete, .options].contains(method) ? method.rawValue : "other"
    }
}

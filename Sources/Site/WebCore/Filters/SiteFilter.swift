import Hummingbird
import Primitives

/// The first filter: finds out the language and the page, and keeps the browser's form cookie.
struct SiteFilter: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.site = site
        context.isFromProgramme = request.uri.path == "/api" || request.uri.path.hasPrefix("/api/")
        let segments = request.uri.path.split(separator: "/").map(String.init)
        if let first = segments.first, let language = Language(rawValue: first) {
            context.language = language
            context.path = SitePath(segments: Array(segments.dropFirst()), query: request.queryItems)
        } else {
            context.language = Language(preferredIn: request.headers[.acceptLanguage])
        }
        let known = HostCookie.visit.value(in: request).flatMap(Identifier<Visit>.init(_:))
        context.visit = Visit(known: known, key: site.formKey)

        var response = try await next(request, context)
        if context.visit.needsCookie { HostCookie.visit.set(context.visit.id.description, on: &response) }
        return response
    }
}

extension Language {
    /// The first language of the site in an `Accept-Language` header (RFC 9110, section 12.5.4) with the highest weight;
    /// Russian when none is asked for.
    init(preferredIn header: String?) {
        var best: (language: Language, weight: Double) = (.ru, 0)
        for item in (header ?? "").split(separator: ",").prefix(20) {
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else {
                continue
            }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
            let weight = quality.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        self = best.language
    }
}

extension Request {
    var queryItems: [SitePath.QueryItem] {
        uri.queryParameters.prefix(20).map { item in
            SitePath.QueryItem(name: String(item.key), value: String(item.value))
        }
    }
}

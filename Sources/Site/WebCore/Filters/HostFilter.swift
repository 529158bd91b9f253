import HTTPTypes
import Hummingbird
import Markup
import Primitives

/// Answers for the site's own address only: whoever asks for another host, or in the clear, is led to the right one.
///
/// A name that somebody else chose would otherwise get into links and caches, and a page of another site could reach
/// this server under a name of its own (DNS rebinding).
struct HostFilter: RouterMiddleware {
    let settings: SiteSettings

    /// What machines ask under whatever address they know.
    static let exempt: Set<String> = ["/health", "/ready", "/metrics"]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if settings.isAddressed(by: request, context.origin) || Self.exempt.contains(request.uri.path) {
            return try await next(request, context)
        }
        // A key that came in the clear, or to another host, must not be carried on.
        if context.isFromProgramme { return context.respond(Problem(.misdirected)) }
        guard [.get, .head].contains(request.method) else {
            return context.respond(misdirected, status: .misdirectedRequest)
        }
        return Response(status: .movedPermanently, headers: [.location: settings.baseURL + request.target])
    }

    private var misdirected: Page {
        Page(.misdirectedTitle, for: .person) {
            h1 { Phrase.misdirectedTitle }
            p(.class("lead")) { Phrase.misdirectedLead }
            p { linkButton(.toHome, to: .home, .secondary) }
        }
    }
}

extension SiteSettings {
    /// The request names the site's own host, and came over TLS where the site is reached over TLS.
    func isAddressed(by request: Request, _ origin: RequestOrigin) -> Bool {
        guard let host else { return true }
        if isSecure, !origin.isSecure { return false }
        return Self.host(of: request.head.authority ?? "") == host
    }
}

extension Request {
    /// Path and query as they were asked for, without the host that an absolute address may name (RFC 9112, 3.2.2).
    package var target: String {
        guard uri.path.hasPrefix("/") else { return "/" }
        return uri.path + (uri.query.map { "?" + $0 } ?? "")
    }
}

import HTTPTypes
import Hummingbird

/// Headers that keep the browser from doing what the site never does.
struct SecurityHeadersFilter: RouterMiddleware {
    let isSecure: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in SecurityHeadersFilter.constant { response.headers[name] = value }
        if Self.opensByItself(request.uri.path) { response.headers[.referrerPolicy] = "strict-origin" }
        response.headers[.contentSecurityPolicy] =
            SecurityHeadersFilter.policy + (isSecure ? "; upgrade-insecure-requests" : "")
        // Only where it came over TLS (RFC 6797, 7.2), and for this host alone: beside it others may stand without TLS.
        if isSecure, context.origin.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        // What says nothing about caching is personal.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.requestID] = context.id
        return response
    }

    /// Content Security Policy Level 3: files of this site only; pictures may also be those just chosen for sending.
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")

    /// Addresses, behind their language, in which a one-time secret stands: not even the rest of the site is told them, nor a
    /// log of what stands in front. (`strict-origin` tells where a form comes from all the same.)
    private static let secret = ["continue/", "office/enrol/", "office/reset/", "answer/"]

    static func opensByItself(_ path: String) -> Bool {
        let page = path.dropFirst(4)
        return secret.contains { page.hasPrefix($0) }
    }

    private static let constant: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"),
        // `no-referrer` would make browsers send `Origin: null` with our own forms.
        (.referrerPolicy, "same-origin"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.crossOriginResourcePolicy, "same-origin"),
        (
            .permissionsPolicy,
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()"
        ),
    ]
}

extension HTTPField.Name {
    static let referrerPolicy = constant("Referrer-Policy")
    static let crossOriginOpenerPolicy = constant("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = constant("Cross-Origin-Resource-Policy")
    static let permissionsPolicy = constant("Permissions-Policy")
    static let requestID = constant("Request-Id")
    static let secFetchSite = constant("Sec-Fetch-Site")
    static let secFetchMode = constant("Sec-Fetch-Mode")
    static let secPurpose = constant("Sec-Purpose")
    /// What a browser wants the answer for (W3C Fetch Metadata); older ones do not say.
    package static let secFetchDest = constant("Sec-Fetch-Dest")
    static let formToken = constant("Form-Token")

    private static func constant(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a token after RFC 9110") }
        return name
    }
}

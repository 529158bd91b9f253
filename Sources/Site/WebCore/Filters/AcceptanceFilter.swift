import HTTPTypes
import Hummingbird
import Primitives

/// Counts the first use of the public pages in a visit as acceptance of the edition in force (clause d).
///
/// A visit begins where a browser comes from elsewhere: that is told by the request itself, so nothing is kept in the
/// browser and nothing of whoever asks.
package struct AcceptanceFilter: RouterMiddleware {
    let count: @Sendable (Int, Language) -> Void

    /// - Parameter count: given the number of the edition and the language of the page.
    package init(count: @escaping @Sendable (Int, Language) -> Void) { self.count = count }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.isArrival, let edition = context.site.frame.edition?.number else {
            return try await next(request, context)
        }
        var context = context
        let language = context.language
        let arrival = { @Sendable in count(edition, language) }
        context.arrival = arrival
        let response = try await next(request, context)
        let isPage = response.headers[.contentType]?.hasPrefix("text/html") == true
        if (response.status == .ok || response.status == .notModified) && isPage { arrival() }
        return response
    }
}

extension Request {
    /// A browser comes to a page from elsewhere, or by its address: not by a link of the site, and not to have it ready.
    var isArrival: Bool {
        guard method == .get, headers[.secPurpose] == nil else { return false }
        if let site = headers[.secFetchSite] {
            return site != "same-origin" && ["navigate", nil].contains(headers[.secFetchMode])
        }
        // Older browsers, and programmes that are none, say at most where they come from.
        guard let host = head.authority, let from = headers[.referer] else { return true }
        return !from.hasPrefix("https://\(host)/") && !from.hasPrefix("http://\(host)/")
    }
}

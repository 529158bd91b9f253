import HTTPTypes
import Hummingbird
import Markup
import Primitives

/// Counts every request against its source.
struct FloodFilter: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let wait = context.site.flood.spend(.page, of: context.mark(of: request)) else {
            return try await next(request, context)
        }
        var context = context
        guard !context.isFromProgramme else { return context.tooOften(request, wait: wait) }
        // What was typed goes back to the person, but only what they sent from a form of ours.
        if let form = try? await request.form(), context.visit.accepts(form.text(.token)) { context.form = form }
        return context.tooOften(request, wait: wait)
    }
}

/// Counts what costs much; stands behind ``FormFilter``.
struct CostlyFilter: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let wait = context.site.flood.spend(.costly, of: context.mark(of: request)) else {
            return try await next(request, context)
        }
        return context.tooOften(request, wait: wait)
    }
}

extension SiteRoutes {
    /// Routes to what costs the server or others much, of which one source gets less.
    package var costly: SiteRoutes { behind(CostlyFilter()) }
}

extension WebContext {
    /// Where a request comes from, as far as limits tell sources apart; see ``RequestOrigin``.
    package func source(of request: Request) -> NetworkSource { NetworkSource(origin.source) }

    /// What may be remembered of where a request comes from.
    package func mark(of request: Request) -> SourceMark { site.flood.marks.mark(of: source(of: request)) }

    /// 429 (RFC 6585, 4) with the time to wait, as a page or for a script.
    fileprivate func tooOften(_ request: Request, wait: Span) -> Response {
        let seconds = Int((wait.microseconds + 999_999) / 1_000_000)
        var response: Response
        if isFromProgramme {
            response = respond(Problem(.tooMany))
        } else if request.isFromScript {
            // Our own words, in which nothing needs escaping.
            let text = "{\"message\":\"\(Phrase.tooOftenLead(seconds)[language])\"}"
            response = Response(
                status: .tooManyRequests, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        } else if form.hasEntries {
            response = resend(.tooOften(seconds: seconds))
        } else {
            response = respond(tooOftenPage(seconds, wasSent: request.method == .post), status: .tooManyRequests)
        }
        response.headers[.retryAfter] = "\(seconds)"
        return response
    }
    private func tooOftenPage(_ seconds: Int, wasSent: Bool) -> Page {
        Page(.tooOftenTitle, for: .person, switchPath: wasSent ? .home : nil) {
            h1 { Phrase.tooOftenTitle }
            p(.class("lead")) { Phrase.tooOftenLead(seconds) }
            if wasSent { p { Phrase.tooOftenFile } } else { actions { linkButton(.retry, to: path) } }
        }
    }
}

import Hummingbird
import Logging
import Primitives

extension Site {
    /// A router with all filters in their order, the files of the pages and the way from `/` to a language.
    ///
    /// - Parameters:
    ///   - time: measures how long answers take.
    ///   - describe: what may be logged of an unexpected error without telling anything about a person.
    ///   - problem: what programmes are told of a refusal; nil where its kind says all.
    package func router(
        time: TimeSource, describing describe: @escaping @Sendable (any Error) -> String? = { _ in nil },
        problem: @escaping @Sendable (any Error) -> Problem? = { _ in nil }
    ) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestRecordFilter(time: time, isLogged: settings.logsRequests))
        router.add(middleware: OriginFilter(settings: settings))
        router.add(middleware: ReadyFilter(ready: ready))
        router.add(middleware: SecurityHeadersFilter(isSecure: settings.isSecure))
        router.add(middleware: SiteFilter(site: self))
        router.add(middleware: RefusalFilter(describe: describe, problem: problem))
        router.add(middleware: FloodFilter())
        router.add(middleware: HostFilter(settings: settings))
        router.add(middleware: SameOriginFilter(baseURL: settings.baseURL))
        router.add(middleware: FormFilter(baseURL: settings.baseURL))

        router.get("assets/:file") { request, context in try context.site.assets.response(to: request, context) }
        router.get("/") { _, context in
            var response = context.redirect(to: .home, status: .found)
            response.headers[.vary] = "Accept-Language"
            return response
        }
        return router
    }
}

extension Assets {
    fileprivate func response(to request: Request, _ context: WebContext) throws -> Response {
        guard let name = context.parameters.get("file"), let file = files[name] else { throw PageRefusal(.notFound) }
        return file.written.answer(
            [
                .contentType: file.mediaType, .cacheControl: "public, max-age=31536000, immutable",
                .vary: "Accept-Encoding",
            ], to: request)
    }
}

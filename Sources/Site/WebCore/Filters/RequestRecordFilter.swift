import Hummingbird
import Logging
import Primitives

/// Counts each request, and tells the log of it where that is wanted.
struct RequestRecordFilter: RouterMiddleware {
    let time: TimeSource
    let isLogged: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let begin = time.now
        let response = try await next(request, context)
        let record = RequestRecord(
            method: request.method, route: RequestRecord.route(context.endpointPath), status: response.status,
            took: time.now - begin)
        record.count()
        if isLogged { record.tell(context.logger) }
        return response
    }
}

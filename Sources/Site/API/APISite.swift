import Clients
import HTTPTypes
import Hummingbird
import Permits
import Primitives
import WebCore

/// The API: what connected programmes may ask, under `/api`.
package struct APISite: Sendable {
    let clients: ClientDesk
    let subjects: SubjectDesk
    /// Scheme and host of the site, for the addresses in answers.
    let site: String

    package init(clients: ClientDesk, subjects: SubjectDesk, site: String) {
        self.clients = clients
        self.subjects = subjects
        self.site = site
    }

    /// Everything that there is, in the order in which it is described: the one table from which both the router and the
    /// OpenAPI document are made.
    package var endpoints: [Endpoint] {
        let registering = RegisteringController(subjects: subjects, site: site)
        let reading = ReadingController(subjects: subjects)
        return [
            registering.texts, registering.register, reading.read, reading.lookUp, ProblemController.endpoint,
            OpenAPIDocument.endpoint,
        ]
    }

    package func addRoutes(to router: Router<WebContext>) {
        let group = router.group()
        let described = endpoints
        for endpoint in described {
            (endpoint.stores ? group.storing : group)
                .on(RouterPath(endpoint.path), method: endpoint.method) { [clients] request, context in
                    let caller = endpoint.needsKey ? try await clients.caller(bearing: request.key()) : nil
                    return try await endpoint.handle(
                        Call(request: request, context: context, endpoints: described, foundCaller: caller))
                }
        }
    }
}

/// One thing that can be asked of the API, and how it is described.
package struct Endpoint: Sendable {
    package let method: HTTPRequest.Method
    /// As OpenAPI writes it, with `{name}` for what changes: `/api/v1/subjects/{id}`.
    package let path: String
    /// OpenAPI's `operationId`.
    package let name: String
    let summary: String
    var needsKey = true
    /// Something new is stored.
    var stores = false
    var parameters: [Parameter] = []
    /// The name of the schema of the body; nil where there is none.
    var body: String?
    let answer: Answer
    /// What may go wrong, beyond what may always.
    var problems: [Problem.Code] = []
    let handle: @Sendable (Call) async throws -> Response

    /// What comes when all went well.
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let description: String
        /// The name of its schema.
        let schema: String
    }
}

/// A request as a handler of the API gets it.
struct Call: Sendable {
    let request: Request
    let context: WebContext
    let endpoints: [Endpoint]
    /// The programme that asks; nil where none need say who it is.
    fileprivate let foundCaller: Caller?

    /// The programme that asks.
    func caller() throws -> Caller {
        guard let foundCaller else { throw ClientRefusal.noKey }
        return foundCaller
    }

    func answer(
        _ value: CanonicalValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.octets)))
    }
}

extension Request {
    /// The key of the programme (RFC 6750, 2.1).
    ///
    /// - Throws: ``ClientRefusal/noKey`` where there is none.
    fileprivate func key() throws -> String {
        let header = headers[.authorization] ?? ""
        guard header.prefix(7).lowercased() == "bearer " else { throw ClientRefusal.noKey }
        return String(header.dropFirst(7))
    }
}

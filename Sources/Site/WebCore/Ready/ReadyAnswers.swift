import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import Primitives
import Synchronization

/// Public pages that went out a moment ago, given again without the way through router, filters and database.
///
/// An answer is given for ``validity`` from when the database was asked for it, so an edition that another process published
/// shows by then; in the process that published it, at once. What a request may be refused for is looked at here as in the
/// filters; whatever is not plain goes through them. Pages with something of a person or a form, and everything that decides,
/// are never kept.
package final class ReadyAnswers: Sendable {
    package static let validity = Span.seconds(1)
    /// From then on the next who asks goes the long way, while others are still answered.
    private static let renewal = Span.milliseconds(500)
    /// Enough for the pages that are read, in all languages.
    private static let most = 64

    /// A page greets who comes from elsewhere.
    private struct Key: Hashable {
        let address: String
        let isArrival: Bool

        init?(_ request: Request) {
            guard [.get, .head].contains(request.method), let address = request.head.path else { return nil }
            self.address = address
            isArrival = request.isArrival
        }
    }

    private final class Ready: Sendable {
        let offer: OfferedAnswer
        let askedAt: Instant
        let isSecure: Bool
        let route: String
        let headers: HTTPFields
        let isBeingRenewed = Atomic(false)

        init(_ offer: OfferedAnswer, askedAt: Instant, isSecure: Bool, route: String, headers: HTTPFields) {
            self.offer = offer
            self.askedAt = askedAt
            self.isSecure = isSecure
            self.route = route
            self.headers = headers
        }
    }

    private let time: TimeSource
    private let ready = Mutex<[Key: Ready]>([:])

    package init(time: TimeSource) { self.time = time }

    var now: Instant { time.now }

    /// Keeps an answer that the filters have passed.
    ///
    /// - Parameters:
    ///   - askedAt: before the database was.
    ///   - headers: as they went out.
    func keep(
        _ offer: OfferedAnswer, for request: Request, askedAt: Instant, _ headers: HTTPFields, _ context: WebContext
    ) {
        guard headers[.setCookie] == nil, let key = Key(request) else { return }
        var headers = headers
        for name in [HTTPField.Name.requestID, .eTag, .contentEncoding, .contentLength] { headers[name] = nil }
        let kept = Ready(
            offer, askedAt: askedAt, isSecure: context.origin.isSecure,
            route: RequestRecord.route(context.endpointPath), headers: headers)
        ready.withLock { ready in
            if ready.count >= Self.most { ready.removeAll() }
            ready[key] = kept
        }
    }

    /// The answer to a request; nil when it has to go the long way.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - id: the name of the request for the log.
    package func answer(
        _ request: Request, from peer: SocketAddress?, id: RequestID, _ logger: Logger
    ) -> Response? {
        guard let key = Key(request), let kept = ready.withLock({ $0[key] }) else { return nil }
        let begin = time.now
        let (age, site) = (begin - kept.askedAt, kept.offer.site)
        guard age >= .seconds(0), age < Self.validity, kept.offer.revision == site.policy.revision else { return nil }
        if age >= Self.renewal, !kept.isBeingRenewed.exchange(true, ordering: .relaxed) { return nil }
        guard Self.isPlain(request) else { return nil }
        let origin = site.settings.origin(of: peer.flatMap(IPAddress.init), request.headers)
        guard origin.isSecure == kept.isSecure, site.settings.isAddressed(by: request, origin),
            site.flood.spend(.page, of: site.flood.marks.mark(of: NetworkSource(origin.source))) == nil
        else { return nil }
        var response = kept.offer.page.answer(kept.headers, to: request)
        kept.offer.arrival?()
        response.headers.append(HTTPField(name: .requestID, value: id.description))
        if request.method == .head { response = response.createHeadResponse() }
        let record = RequestRecord(
            method: request.method, route: kept.route, status: response.status, took: time.now - begin)
        record.count()
        if site.settings.logsRequests {
            var logger = logger
            logger[metadataKey: "hb.request.id"] = .stringConvertible(id)
            record.tell(logger)
        }
        return response
    }

    private static let sessions = [SessionCookie.account, SessionCookie.office].map { "\($0.name)=" }

    /// It is nobody's who has signed in, and brings no token that would have to be looked at.
    private static func isPlain(_ request: Request) -> Bool {
        guard !request.headers.contains(.formToken) else { return false }
        guard let cookies = request.headers[.cookie] else { return true }
        return !sessions.contains { cookies.contains($0) }
    }
}

/// A page that is the same for everybody, with what it hangs on.
struct OfferedAnswer: Sendable {
    let page: WrittenPage
    /// Of the frame; see ``FramePolicy/revision``.
    let revision: Int
    let site: Site
    /// Counts the visit that begins with it; nil where none does.
    let arrival: (@Sendable () -> Void)?
}

/// Where a handler leaves what may be given to others too.
final class OfferSlot: Sendable {
    private let offered = Mutex<OfferedAnswer?>(nil)

    var offer: OfferedAnswer? { offered.withLock { $0 } }

    func take(_ offer: OfferedAnswer) { offered.withLock { $0 = offer } }
}

/// Keeps what a handler offers, with the headers of all filters behind this one.
struct ReadyFilter: RouterMiddleware {
    let ready: ReadyAnswers

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard [.get, .head].contains(request.method) else {
            return try await next(request, context)
        }
        let slot = OfferSlot()
        var context = context
        context.slot = slot
        let askedAt = ready.now
        let response = try await next(request, context)
        if let offer = slot.offer, [.ok, .notModified].contains(response.status) {
            ready.keep(offer, for: request, askedAt: askedAt, response.headers, context)
        }
        return response
    }
}

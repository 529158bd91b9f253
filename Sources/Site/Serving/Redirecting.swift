import HTTPTypes
import Hummingbird
import HummingbirdCore
import WebCore

/// Leads plain HTTP to the site's own address over TLS, and answers nothing else.
package struct Redirecting: Sendable {
    private let site: String

    /// - Parameter site: `https://www.example.kz`, whatever host was asked for.
    package init(to site: String) { self.site = site }

    package var handler: HTTPChannelHandler.Responder {
        { request, writer, _ in
            var head = HTTPResponse(
                status: .movedPermanently,
                headerFields: [.location: site + request.target, .contentLength: "0"])
            if ![.get, .head].contains(request.method) {
                // What was sent was sent in the clear: to lead it on would hide that.
                head = HTTPResponse(status: .misdirectedRequest, headerFields: [.contentLength: "0"])
            }
            try await writer.writeResponse(head)
        }
    }
}

import Crypto
import HTTPTypes
import Hummingbird
import Markup
import Primitives

extension WebContext {
    /// The page in the language of the request.
    ///
    /// A page for everyone may be kept by the browser, which asks again by its tag and, given the request, is told
    /// that nothing changed (304). Any other page is stored nowhere.
    package func respond(
        _ page: Page, to request: Request? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let octets = layout(page, in: self).document(in: language)
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue, .cacheControl: "no-store",
        ]
        if page.audience == .everyone, session == nil, status == .ok, !visit.needsCookie {
            let tag = "\"\(Bytes(Bytes(SHA256.hash(data: octets)).prefix(12)).hex)\""
            headers[.cacheControl] = "public, no-cache"
            headers[.vary] = "Cookie"
            headers[.eTag] = tag
            if request?.headers[.ifNoneMatch]?.contains(tag) ?? false {
                return Response(status: .notModified, headers: headers)
            }
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets)))
    }

    /// Another page, asked for with GET (RFC 9110, 303).
    package func redirect(to path: SitePath, status: HTTPResponse.Status = .seeOther) -> Response {
        Response(
            status: status,
            headers: [.location: path.address.text(in: language), .cacheControl: "no-store"])
    }
}

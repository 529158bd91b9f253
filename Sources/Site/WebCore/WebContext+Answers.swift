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
        // Only now it is known whether the page holds a token.
        if status == .ok, isForEveryone(page) { return answer(WrittenPage(octets), to: request) }
        var headers = pageHeaders
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets)))
    }

    /// Whether a page that was written is the same for everybody.
    func isForEveryone(_ page: Page) -> Bool { page.audience == .everyone && session == nil && !visit.needsCookie }

    /// What everybody is given; who has it already is told just that.
    func answer(_ written: WrittenPage, to request: Request?) -> Response {
        var headers = pageHeaders
        headers[.cacheControl] = "public, no-cache"
        headers[.vary] = written.gzip == nil ? "Cookie" : "Accept-Encoding, Cookie"
        return written.answer(headers, to: request)
    }

    private var pageHeaders: HTTPFields {
        [.contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue]
    }

    /// Another page, asked for with GET (RFC 9110, 303).
    package func redirect(to path: SitePath, status: HTTPResponse.Status = .seeOther) -> Response {
        Response(
            status: status,
            headers: [.location: path.address.text(in: language), .cacheControl: "no-store"])
    }
}

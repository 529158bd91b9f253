import HTTPTypes
import Hummingbird
import Primitives

/// Reads a form that was sent and lets it through only with the token of the same browser.
///
/// A body of any other kind is left to its handler, which calls ``WebContext/check(token:)`` or takes the token from
/// the header `Form-Token`.
struct FormFilter: RouterMiddleware {
    let baseURL: String

    /// 64 KiB hold every form of the site, as UTF-8 percent-encoded.
    static let limit = 65_536

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        // A key is in no browser that another site could lead, and there is no cookie.
        if context.isFromProgramme { return try await next(request, context) }
        guard request.isForm else {
            if let token = request.headers[.formToken] {
                try context.check(token: token)
            } else if ![.get, .head, .options].contains(request.method), !request.isMultipart {
                // A body of another kind carries its token in the header, or is nobody's form.
                throw PageRefusal(.forbidden, .formTooOld)
            }
            return try await next(request, context)
        }
        var context = context
        context.form = try await request.form()
        if !context.visit.accepts(context.form.text(.token)), request.comesFromOwnPage(of: baseURL) {
            // No other site's form is echoed, so nobody can be led into sending one.
            return context.resend(.formTooOld)
        }
        try context.check(token: context.form.text(.token))
        return try await next(request, context)
    }
}

extension WebContext {
    /// Makes sure that what is sent comes from a form that we showed to this browser.
    ///
    /// - Throws: a refusal of kind `forbidden` otherwise.
    package func check(token: String) throws {
        guard visit.accepts(token) else { throw PageRefusal(.forbidden, .formTooOld) }
    }
}

extension Request {
    /// The browser vouches that a page of this very site sends it.
    fileprivate func comesFromOwnPage(of baseURL: String) -> Bool {
        if let site = headers[.secFetchSite] { return site == "same-origin" }
        return headers[.origin] == baseURL
    }

    /// Its handler takes the token from the first part.
    fileprivate var isMultipart: Bool {
        headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") ?? false
    }

    fileprivate var isForm: Bool {
        method == .post && headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") ?? false
    }

    /// The form that was sent, whoever made it; empty when none was.
    ///
    /// - Throws: a refusal of kind `tooLarge`.
    func form() async throws -> Form {
        guard isForm else { return Form() }
        let body = try await octets(upTo: FormFilter.limit)
        guard let form = Form(urlencoded: body) else { throw PageRefusal(.tooLarge) }
        return form
    }

    /// A script asked, which shows the answer itself.
    package var isFromScript: Bool {
        headers[.formToken] != nil || headers[.accept]?.hasPrefix("application/json") ?? false
    }

    /// The whole body.
    ///
    /// - Throws: a refusal of kind `tooLarge` as soon as it is longer than `limit` octets.
    package func octets(upTo limit: Int) async throws -> Bytes {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw PageRefusal(.tooLarge) }
        var octets = Bytes()
        for try await part in body {
            guard octets.count + part.readableBytes <= limit else { throw PageRefusal(.tooLarge) }
            octets.append(contentsOf: part.readableBytesView)
        }
        return octets
    }
}

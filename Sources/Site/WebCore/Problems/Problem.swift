import HTTPTypes
import Hummingbird
import Primitives

/// What went wrong, as programmes are told it (RFC 9457).
package struct Problem: Sendable {
    package let code: Code
    /// What went wrong this time; nil for the words that go with the code.
    package let detail: Phrase?
    /// What is wrong with what was sent, each naming its place.
    package let errors: [Flaw]
    /// What else there is to know about it (RFC 9457, 3.2).
    package let members: [String: CanonicalValue]

    package init(
        _ code: Code, detail: Phrase? = nil, errors: [Flaw] = [], members: [String: CanonicalValue] = [:]
    ) {
        self.code = code
        self.detail = detail
        self.errors = errors
        self.members = members
    }

    /// One thing that is wrong with what was sent.
    package struct Flaw: Hashable, Sendable {
        package let place: Place
        /// A closed word for it.
        package let code: String
        /// What to do about it.
        package let detail: Phrase

        package init(_ place: Place, _ code: String, _ detail: Phrase) {
            self.place = place
            self.code = code
            self.detail = detail
        }
    }

    /// Where in a request something stands.
    package enum Place: Hashable, Sendable {
        /// A JSON Pointer (RFC 6901) into the body.
        case body(String)
        case parameter(String)
        case header(String)
    }

    /// `application/problem+json` in `language`.
    func octets(in language: Language, request: String) -> Bytes {
        var object = members
        object["type"] = .text(code.type)
        object["title"] = .text(code.title[language])
        object["status"] = .int(Int64(code.status.code))
        object["detail"] = .text((detail ?? code.detail)[language])
        object["request"] = .text(request)
        if !errors.isEmpty {
            object["errors"] = .list(
                errors.map { flaw in
                    let (name, value) = flaw.place.named
                    return .object([
                        name: .text(value), "code": .text(flaw.code), "detail": .text(flaw.detail[language]),
                    ])
                })
        }
        return CanonicalValue.object(object).octets
    }
}

extension Problem.Place {
    fileprivate var named: (String, String) {
        switch self {
        case .body(let pointer): ("pointer", "#" + pointer)
        case .parameter(let name): ("parameter", name)
        case .header(let name): ("header", name)
        }
    }
}

extension WebContext {
    /// The problem in the language that was asked for.
    package func respond(_ problem: Problem) -> Response {
        var headers: HTTPFields = [
            .contentType: "application/problem+json", .contentLanguage: language.rawValue, .cacheControl: "no-store",
        ]
        if problem.code == .notAuthenticated { headers[.wwwAuthenticate] = "Bearer realm=\"saqta\"" }
        // A minute ends every budget but that of the day; who waits for a request of their own waits less.
        if problem.code == .tooMany { headers[.retryAfter] = "60" }
        if problem.code == .inProgress { headers[.retryAfter] = "1" }
        return Response(
            status: problem.code.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.octets(in: language, request: id))))
    }
}

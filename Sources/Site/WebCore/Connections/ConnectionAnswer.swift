import HTTPTypes
import Primitives

/// A refusal that the connection itself gives, before there is a request that a page could answer; in all languages.
struct ConnectionAnswer {
    let status: HTTPResponse.Status
    private let words: Phrase
    private let retryAfter: Int?

    static let tooSlow = ConnectionAnswer(status: .requestTimeout, words: .connectionTooSlow, retryAfter: nil)
    static let headTooLarge = ConnectionAnswer(
        status: .requestHeaderFieldsTooLarge, words: .connectionHeadTooLarge, retryAfter: nil)
    static let full = ConnectionAnswer(status: .serviceUnavailable, words: .connectionsFull, retryAfter: 5)
    static let fullForSource = ConnectionAnswer(
        status: .tooManyRequests, words: .connectionsFullForSource, retryAfter: 5)

    var text: String { Language.allCases.map { words[$0] + "\n" }.joined() }

    var headers: HTTPFields {
        var headers: HTTPFields = [
            .contentType: "text/plain; charset=utf-8", .contentLength: "\(text.utf8.count)", .connection: "close",
            .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        ]
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        return headers
    }

    /// The whole answer as it goes over the line (RFC 9112).
    var octets: Bytes {
        var head = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n"
        for field in headers { head += "\(field.name): \(field.value)\r\n" }
        return Bytes((head + "\r\n" + text).utf8)
    }
}

/// The other side was too slow with its request; nothing of it may be taken for the whole. No fault of ours.
struct TooSlow: Primitives.Refusal {
    var kind: RefusalKind { .invalid }
}

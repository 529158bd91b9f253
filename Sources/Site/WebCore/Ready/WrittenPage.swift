import Crypto
import HTTPTypes
import Hummingbird
import Primitives

/// Octets as they go out, in one form or two.
struct WrittenPage: Sendable {
    /// A form, and the tag by which a browser knows it again (RFC 9110, 8.8.3).
    struct Form: Sendable {
        let octets: ByteBuffer
        let tag: String
    }

    let plain: Form
    /// Only of what is kept, holds no secret and repeats nothing of a request: lengths would tell of it (BREACH).
    let gzip: Form?

    init(_ octets: Bytes, compress: (Bytes) -> Bytes? = { _ in nil }) {
        let digest = Bytes(Bytes(SHA256.hash(data: octets)).prefix(12)).hex
        plain = Form(octets: ByteBuffer(bytes: octets), tag: "\"\(digest)\"")
        gzip = compress(octets).map { Form(octets: ByteBuffer(bytes: $0), tag: "\"\(digest)-gzip\"") }
    }

    /// The answer to a request: in the form that it wants, or that nothing has changed.
    ///
    /// - Parameter headers: those of every form.
    func answer(_ headers: HTTPFields, to request: Request?) -> Response {
        var headers = headers
        var shown = plain
        if let gzip, let wanted = request?.headers[.acceptEncoding], Self.wantsGzip(wanted) {
            shown = gzip
            headers[.contentEncoding] = "gzip"
        }
        headers[.eTag] = shown.tag
        if let known = request?.headers[.ifNoneMatch], known == "*" || known.contains(shown.tag) {
            headers[.contentEncoding] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: shown.octets))
    }

    /// What browsers send, so that it is not taken apart each time.
    private static let browsers: Set = ["gzip, deflate, br, zstd", "gzip, deflate, br", "gzip, deflate"]

    /// Whether an `Accept-Encoding` takes gzip, and nothing else rather (RFC 9110, 12.5.3).
    static func wantsGzip(_ header: String) -> Bool {
        if browsers.contains(header) { return true }
        var weights: [Substring: Double] = [:]
        for item in header.lowercased().utf8.split(separator: UInt8(ascii: ",")).prefix(20) {
            let parts = item.split(separator: UInt8(ascii: ";")).map { part in
                Substring(part.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
            }
            guard let name = parts.first?.split(separator: " ").first else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            weights[name] = weight.map { Double($0.dropFirst(2).prefix { $0 != " " }) ?? 0 } ?? 1
        }
        let gzip = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
        return gzip > 0 && gzip >= weights["identity"] ?? 0
    }
}

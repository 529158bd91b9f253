import Crypto
import Foundation
import Primitives

/// Signs requests after AWS Signature Version 4, in the header `Authorization`.
///
/// Source: "Create a signed AWS API request" (AWS IAM User Guide), and for S3 "Authenticating Requests: Using the
/// Authorization Header" (Amazon S3 API Reference): the path is encoded once.
struct SignatureV4: Sendable {
    let credentials: S3Credentials
    let region: String
    var service = "s3"

    /// What is signed: everything of a request but its body, whose SHA-256 stands for it.
    struct Head: Sendable {
        var method: String
        /// Encoded.
        var path: String
        var query: [(name: String, value: String)] = []
        /// With `host`; names in small letters.
        var headers: [(name: String, value: String)]
        /// SHA-256 of the body in hexadecimal.
        var payload: String
    }

    /// The value of `Authorization`; `x-amz-date` must be among the headers, of the same instant.
    func authorization(for head: Head, at now: Instant) -> String {
        let signed = Self.signedNames(head)
        return "AWS4-HMAC-SHA256 Credential=\(credentials.id)/\(scope(now)), SignedHeaders=\(signed), "
            + "Signature=\(signature(for: head, at: now))"
    }

    func signature(for head: Head, at now: Instant) -> String {
        var key = SymmetricKey(data: Data("AWS4\(credentials.secret)".utf8))
        for part in [Self.day(now), region, service, "aws4_request"] {
            key = SymmetricKey(data: Self.mac(part, key))
        }
        return Bytes(Self.mac(stringToSign(for: head, at: now), key)).hex
    }

    func stringToSign(for head: Head, at now: Instant) -> String {
        let digest = Bytes(SHA256.hash(data: Data(Self.canonical(head).utf8))).hex
        return "AWS4-HMAC-SHA256\n\(Self.stamp(now))\n\(scope(now))\n\(digest)"
    }

    static func canonical(_ head: Head) -> String {
        let headers = sorted(head).map { "\($0.name):\($0.value)\n" }.joined()
        return [head.method, head.path, query(head.query), headers, signedNames(head), head.payload]
            .joined(separator: "\n")
    }

    /// A query as it is sent and signed: encoded, in the order of the encoded names.
    static func query(_ query: [(name: String, value: String)]) -> String {
        query.map { (encoded($0.name), encoded($0.value)) }.sorted { $0 < $1 }.map { "\($0)=\($1)" }
            .joined(separator: "&")
    }

    /// Encodes everything but unreserved characters of RFC 3986, and slashes when they are to stay.
    static func encoded(_ text: String, slash: Bool = false) -> String {
        var encoded = ""
        for octet in text.utf8 {
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(octet))
            case 0x2F where slash: encoded.append("/")
            default: encoded += "%" + Bytes([octet]).hex.uppercased()
            }
        }
        return encoded
    }

    /// `20130524T000000Z`.
    static func stamp(_ now: Instant) -> String { now.description.filter { $0 != "-" && $0 != ":" } }

    private static func day(_ now: Instant) -> String { String(stamp(now).prefix(8)) }

    private func scope(_ now: Instant) -> String { "\(Self.day(now))/\(region)/\(service)/aws4_request" }

    private static func sorted(_ head: Head) -> [(name: String, value: String)] {
        head.headers.map { name, value in
            let words = value.split(separator: " ").joined(separator: " ")
            return (name.lowercased(), words)
        }.sorted { $0.0 < $1.0 }
    }

    private static func signedNames(_ head: Head) -> String { sorted(head).map(\.name).joined(separator: ";") }

    private static func mac(_ text: String, _ key: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
    }
}

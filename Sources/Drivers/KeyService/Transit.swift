import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Outgoing
import Primitives

/// Wraps and unwraps octets by a key that never leaves the service (OpenBao and Vault, transit secrets engine, HTTP API).
///
/// Calls block the thread that makes them, no longer than `limit`: they are rare, and come from file work that blocks too.
package final class Transit: Sendable {
    package let key: TransitKey
    private let token: @Sendable () throws(TransitProblem) -> String
    private let limit: Span
    private let http: HTTPClient

    /// - Parameters:
    ///   - token: is read for each call, so that it may be exchanged.
    ///   - authority: PEM file of the certificates that are trusted; the system's when nil.
    ///   - limit: for one call and its answer.
    /// - Throws: ``TransitProblem/authority(_:)``.
    package init(
        _ key: TransitKey, token: @escaping @Sendable () throws(TransitProblem) -> String, authority: String?,
        limit: Span = .seconds(5)
    ) throws(TransitProblem) {
        self.key = key
        self.token = token
        self.limit = limit
        var settings: HTTPClient.Configuration
        do throws(UnreadableAuthority) {
            settings = try .outgoing(trusting: authority)
        } catch {
            throw .authority(error.path)
        }
        settings.timeout = .init(connect: .seconds(2), read: .microseconds(limit.microseconds))
        // A call that fails at once is better than one that waits for a connection.
        settings.connectionPool.retryConnectionEstablishment = false
        settings.connectionPool.idleTimeout = .seconds(10)
        http = HTTPClient(configuration: settings)
    }

    deinit { http.shutdown { _ in } }

    /// - Parameter context: bound to what is wrapped (associated data of AES-256-GCM).
    /// - Returns: text such as `vault:v1:…`, which names the version of the key.
    package func wrap(_ octets: Bytes, context: Bytes) throws(TransitProblem) -> String {
        struct Given: Decodable { let ciphertext: String }
        let asked = Asked(plaintext: Self.base64(octets), context: Self.base64(context))
        let given: Given = try data(.POST, key.address(of: "encrypt"), asked)
        return given.ciphertext
    }

    package func unwrap(_ wrapped: String, context: Bytes) throws(TransitProblem) -> Bytes {
        struct Given: Decodable { let plaintext: String }
        let asked = Asked(ciphertext: wrapped, context: Self.base64(context))
        let given: Given = try data(.POST, key.address(of: "decrypt"), asked)
        guard let octets = Data(base64Encoded: given.plaintext) else { throw .nonsense(status: 200) }
        return Bytes(octets)
    }

    /// What the engine is asked to wrap or unwrap.
    private struct Asked: Encodable {
        var plaintext: String?
        var ciphertext: String?
        let context: String

        enum CodingKeys: String, CodingKey {
            case plaintext, ciphertext
            case context = "associated_data"
        }
    }

    /// Lengthens the life of the token when half of it has gone; one that cannot be lengthened is left alone.
    package func keepToken() throws(TransitProblem) {
        struct Life: Decodable {
            let isRenewable: Bool
            let left, whole: Int
            enum CodingKeys: String, CodingKey {
                case isRenewable = "renewable"
                case left = "ttl"
                case whole = "creation_ttl"
            }
        }
        let life: Life = try data(.GET, "\(key.service)/v1/auth/token/lookup-self", String?.none)
        guard life.isRenewable, life.left * 2 < life.whole else { return }
        _ = try answer(.POST, "\(key.service)/v1/auth/token/renew-self", [String: String]())
    }

    /// The same on a thread that may wait.
    package func keepTokenAside() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try self.keepToken() })
            }
        }
    }

    private static func base64(_ octets: Bytes) -> String { Data(octets).base64EncodedString() }

    /// The member `data` of an answer.
    private func data<Given: Decodable>(
        _ method: HTTPMethod, _ address: String, _ asked: (some Encodable)?
    ) throws(TransitProblem) -> Given {
        let body = try answer(method, address, asked)
        guard let answer = try? JSONDecoder().decode(Answer<Given>.self, from: body) else {
            throw .nonsense(status: 200)
        }
        return answer.data
    }

    private func answer(
        _ method: HTTPMethod, _ address: String, _ asked: (some Encodable)?
    ) throws(TransitProblem) -> Data {
        let response: HTTPClient.Response
        let token = try token()
        do {
            var request = try HTTPClient.Request(url: address, method: method)
            request.headers.add(name: "x-vault-token", value: token)
            request.headers.add(name: "x-vault-request", value: "true")
            if let asked {
                request.headers.add(name: "content-type", value: "application/json")
                request.body = .data(try JSONEncoder().encode(asked))
            }
            response = try http.execute(request: request, deadline: .now() + .microseconds(limit.microseconds)).wait()
        } catch {
            throw Self.problem(error)
        }
        let body = response.body.map { Data($0.readableBytesView) } ?? Data()
        if (200...299).contains(response.status.code) { return body }
        throw Self.problem(Int(response.status.code), body)
    }

    /// An answer of the service, as far as it is needed.
    private struct Answer<Given: Decodable>: Decodable { let data: Given }

    private static func problem(_ error: any Error) -> TransitProblem {
        // The kind alone: an address may stand in the text of others.
        guard let error = error as? HTTPClientError else { return .unreachable("\(type(of: error))") }
        let slow: [HTTPClientError] = [.deadlineExceeded, .readTimeout, .connectTimeout]
        return slow.contains(error) ? .tooSlow : .unreachable(error.shortDescription)
    }

    private static func problem(_ status: Int, _ body: Data) -> TransitProblem {
        struct Refusal: Decodable { let errors: [String] }
        let errors = (try? JSONDecoder().decode(Refusal.self, from: body))?.errors.joined(separator: " ") ?? ""
        return switch status {
        case 400 where errors.contains("encryption key not found"): .noKey
        case 400 where errors.contains("authentication failed") || errors.contains("ciphertext"): .doesNotOpen
        case 403: .denied
        case 404: .noKey
        case 503: .sealed
        default: .nonsense(status: status)
        }
    }
}

import AsyncHTTPClient
import Blobs
import Crypto
import Foundation
import Metrics
import NIOCore
import NIOHTTP1
import Outgoing
import Primitives
import Synchronization

/// Makes signed calls to one bucket, again when they failed for a reason that passes, and never for longer than is allowed.
final class S3Client: Sendable {
    let place: S3Place
    let patience: S3Patience
    let clock: S3Clock
    let randomness: Randomness
    private let signature: SignatureV4
    private let http: HTTPClient
    /// Whether the service is known not to understand `If-None-Match`.
    private let isUnconditional = Mutex(false)

    /// - Parameters:
    ///   - authority: PEM file of the certificates that are trusted; the system's when nil.
    ///   - addresses: names that are not looked up, with their addresses.
    init(
        _ place: S3Place, _ credentials: S3Credentials, authority: String?, addresses: [String: String],
        patience: S3Patience, clock: S3Clock, randomness: Randomness
    ) throws(S3Problem) {
        self.place = place
        self.patience = patience
        self.clock = clock
        self.randomness = randomness
        signature = SignatureV4(credentials: credentials, region: place.region)
        var settings: HTTPClient.Configuration
        do throws(UnreadableAuthority) {
            settings = try .outgoing(trusting: authority)
        } catch {
            throw .authority(error.path)
        }
        settings.timeout = .init(
            connect: patience.connecting.amount, read: patience.stalling.amount, write: patience.stalling.amount)
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
        // We ask again ourselves, with pauses.
        settings.connectionPool.retryConnectionEstablishment = false
        settings.dnsOverride = addresses
        http = HTTPClient(configuration: settings)
    }

    deinit { http.shutdown { _ in } }

    /// Makes a call, again when it may go through a moment later.
    func send(_ call: S3Call) async throws -> S3Answer {
        let began = clock.now.now
        var failures = 0
        while true {
            let (fault, asked): (S3Fault, Span?)
            do throws(Refused) {
                return try await attempt(call)
            } catch {
                (fault, asked) = (error.fault, error.asked)
            }
            try Task.checkCancellation()
            if fault == .notImplemented, call.mustBeNew, isUnconditional.withLock({ !$0 }) {
                isUnconditional.withLock { $0 = true }
                continue
            }
            failures += 1
            guard fault.isPassing, failures < patience.attempts, clock.now.now - began < patience.whole else {
                throw fault
            }
            Counter(label: "documents.store.repeats").increment()
            try await clock.sleep(patience.pause(after: failures, asked: asked, randomness))
        }
    }

    /// Why one attempt failed, and how long the service asks to wait.
    private struct Refused: Error {
        let fault: S3Fault
        var asked: Span?
    }

    private func attempt(_ call: S3Call) async throws(Refused) -> S3Answer {
        let request = request(call)
        let limit = patience.limit(octets: call.body.length + call.most)
        let answer: S3Answer
        do {
            answer = try await Self.within(limit) { [http] in
                let response = try await http.execute(request, timeout: limit.amount)
                // An error has a body of its own.
                let most = (200...299).contains(response.status.code) ? call.most : 65_536
                var body = Bytes()
                body.reserveCapacity(min(most, S3Blobs.window))
                for try await piece in response.body {
                    guard body.count + piece.readableBytes <= most else { throw S3Fault.nonsense }
                    body.append(contentsOf: piece.readableBytesView)
                }
                return S3Answer(status: Int(response.status.code), headers: response.headers, body: body)
            }
        } catch let fault as S3Fault {
            throw Refused(fault: fault)
        } catch {
            throw Refused(fault: Self.fault(error))
        }
        if let fault = answer.fault(to: call) { throw Refused(fault: fault, asked: answer.asksToWait) }
        return answer
    }

    private static func fault(_ error: any Error) -> S3Fault {
        // The kind alone: an address may stand in the text of others.
        guard let error = error as? HTTPClientError else { return .unreachable("\(type(of: error))") }
        let slow: [HTTPClientError] = [.deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout]
        return slow.contains(error) ? .tooSlow : .unreachable(error.shortDescription)
    }

    /// Ends what takes longer than `limit`.
    private static func within<Answer: Sendable>(
        _ limit: Span, _ body: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: .microseconds(limit.microseconds))
                throw S3Fault.tooSlow
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw S3Fault.tooSlow }
            return first
        }
    }

    private func request(_ call: S3Call) -> HTTPClientRequest {
        let now = clock.now.now
        let payload = call.body.digest.hex
        var headers = call.headers
        headers += [
            ("host", place.host), ("x-amz-content-sha256", payload), ("x-amz-date", SignatureV4.stamp(now)),
        ]
        if call.mustBeNew, isUnconditional.withLock({ !$0 }) { headers.append(("if-none-match", "*")) }
        let path = place.path(call.name)
        let head = SignatureV4.Head(
            method: call.method.rawValue, path: path, query: call.query, headers: headers, payload: payload)
        headers.append(("authorization", signature.authorization(for: head, at: now)))
        let query = SignatureV4.query(call.query)
        var request = HTTPClientRequest(
            url: "\(place.endpoint.scheme)://\(place.host)\(path)\(query.isEmpty ? "" : "?")\(query)")
        request.method = call.method
        request.headers = HTTPHeaders(headers.map { ($0.name, $0.value) })
        if call.body.length > 0 {
            request.body = .stream(
                PieceStream(pieces: call.body.pieces), length: .known(Int64(call.body.length)))
        } else if call.method == .PUT || call.method == .POST {
            request.body = .bytes(ByteBuffer())
        }
        return request
    }
}

extension S3Answer {
    /// What a status other than success means; also an error that comes with status 200, as after a long completion.
    fileprivate func fault(to call: S3Call) -> S3Fault? {
        if (200...299).contains(status), call.method != .POST { return nil }
        let code = errorCode
        switch status {
        case 200...299: return code.map { .refused(status: 500, code: $0) }
        case 404 where code == "NoSuchBucket": return .refused(status: 404, code: "NoSuchBucket")
        case 404: return .missing
        case 412: return .conflict
        case 416: return .range
        case 501: return .notImplemented
        case 507: return .full
        case _ where ["QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity"].contains(code): return .full
        default: return .refused(status: status, code: code ?? "")
        }
    }

    /// The code of an error, as far as it is a plain word.
    private var errorCode: String? {
        guard body.count < 65_536, body.first == 0x3C, let error = try? XMLNode(body), error.name == "Error" else {
            return nil
        }
        return (error["Code"] ?? "").filter { $0.isASCII && $0.isLetter }.prefix(64).description
    }

    fileprivate var asksToWait: Span? {
        guard let seconds = header("retry-after").flatMap({ Int($0) }), (0...3_600).contains(seconds) else {
            return nil
        }
        return .seconds(seconds)
    }
}

extension Span {
    var amount: TimeAmount { .microseconds(microseconds) }
}

import AsyncHTTPClient
import Blobs
import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import Primitives

/// One call to the service; it may be made several times.
struct S3Call: Sendable {
    var method = HTTPMethod.GET
    /// The name of an object in the bucket; nil for the bucket itself.
    var name: String?
    var query: [(name: String, value: String)] = []
    var headers: [(name: String, value: String)] = []
    var body = S3Body()
    /// Octets that the body of an answer may have.
    var most = 4 << 20
    /// Whether it takes part in a conditional put: it must not replace what is there.
    var mustBeNew = false
}

/// A body in small pieces, so that what encrypts and sends it never holds much of it beside.
struct S3Body: Sendable {
    private(set) var pieces: [ByteBuffer] = []
    private(set) var length = 0
    private var hash = SHA256()

    private static let piece = 65_536

    init() {}

    init(_ text: String) { append(Bytes(text.utf8)[...]) }

    /// SHA-256.
    var digest: Bytes { Bytes(hash.finalize()) }

    mutating func append(_ octets: ArraySlice<UInt8>) {
        octets.withUnsafeBytes { hash.update(bufferPointer: $0) }
        length += octets.count
        var rest = octets
        while !rest.isEmpty {
            pieces.append(ByteBuffer(bytes: rest.prefix(Self.piece)))
            rest = rest.dropFirst(Self.piece)
        }
    }
}

/// The pieces as they go over the line, one when the one before is gone.
struct PieceStream: AsyncSequence, Sendable {
    let pieces: [ByteBuffer]

    struct Iterator: AsyncIteratorProtocol {
        var left: ArraySlice<ByteBuffer>

        mutating func next() async -> ByteBuffer? { left.popFirst() }
    }

    func makeAsyncIterator() -> Iterator { Iterator(left: pieces[...]) }
}

/// What the service answered to a call that it did.
struct S3Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: Bytes

    func header(_ name: String) -> String? { headers.first(name: name) }

    /// - Throws: ``S3Fault/nonsense``.
    func xml() throws(S3Fault) -> XMLNode {
        do {
            return try XMLNode(body)
        } catch {
            throw .nonsense
        }
    }
}

/// Why a call was not done.
enum S3Fault: Error, Hashable, Sendable {
    /// There is no such object, or no such upload.
    case missing
    /// Something has that name already.
    case conflict
    /// The range lies past the end of the object.
    case range
    /// The service has no room.
    case full
    /// It does not know this kind of call, or of header.
    case notImplemented
    /// It does not work now, or refuses: its status and code.
    case refused(status: Int, code: String)
    /// No answer came, or not all of it, by the kind of the error.
    case unreachable(String)
    case tooSlow
    /// An answer that no S3 service gives, or one longer than it may be.
    case nonsense
}

extension S3Fault {
    /// Whether the same call may go through a moment later.
    var isPassing: Bool {
        switch self {
        case .refused(let status, let code):
            [408, 409, 425, 429, 500, 502, 503, 504].contains(status)
                || ["RequestTimeout", "SlowDown", "InternalError"].contains(code)
        case .unreachable, .tooSlow: true
        default: false
        }
    }

    /// What it means to whoever uses a store.
    var asBlobError: BlobError {
        switch self {
        case .missing: .missing
        case .range: .damaged
        case .full: .full
        case .conflict: .unavailable("the object is there already, or being written by another")
        case .notImplemented: .unavailable("the S3 service does not know the call")
        case .refused(let status, let code): .unavailable("the S3 service answered \(status) \(code)")
        case .unreachable(let what): .unavailable("the S3 service cannot be reached (\(what))")
        case .tooSlow: .unavailable("the S3 service does not answer in time")
        case .nonsense: .unavailable("the answer is not that of an S3 service")
        }
    }
}

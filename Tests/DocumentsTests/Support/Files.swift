import Primitives
import Synchronization

/// Files that begin like real ones; what follows is arbitrary and differs from octet to octet.
enum Files {
    static func jpeg(_ length: Int) -> Bytes { file([0xFF, 0xD8, 0xFF, 0xE0], length) }
    static func pdf(_ length: Int) -> Bytes { file(Bytes("%PDF-1.7\n".utf8), length) }

    private static func file(_ head: Bytes, _ length: Int) -> Bytes {
        var state: UInt32 = 2_463_534_242
        let rest = (0..<max(0, length - head.count)).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 17
            state ^= state << 5
            return UInt8(truncatingIfNeeded: state)
        }
        return Bytes((head + rest).prefix(length))
    }
}

/// The connection was cut.
struct Cut: Error {}

/// A body as the socket gives it: chunks, and perhaps a cut.
struct Chunks: AsyncSequence, Sendable {
    let bytes: Bytes
    let size: Int
    /// After how many octets the connection is cut; nil when it is not.
    let cut: Int?
    let pulled = Counter()

    init(_ bytes: Bytes, size: Int = 16_384, cut: Int? = nil) {
        self.bytes = bytes
        self.size = size
        self.cut = cut
    }

    func makeAsyncIterator() -> Iterator { Iterator(chunks: self) }

    struct Iterator: AsyncIteratorProtocol {
        let chunks: Chunks
        var offset = 0

        mutating func next() async throws -> Bytes? {
            let end = Swift.min(offset + chunks.size, chunks.cut ?? chunks.bytes.count, chunks.bytes.count)
            guard offset < end else {
                if chunks.cut != nil { throw Cut() }
                return nil
            }
            defer { offset = end }
            chunks.pulled.add(end - offset)
            return Bytes(chunks.bytes[offset..<end])
        }
    }
}

/// A number that grows, seen from several places.
final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func add(_ more: Int) { count.withLock { $0 += more } }

    func raise(to value: Int) { count.withLock { $0 = max($0, value) } }
}

/// A body whose chunks the test hands over one by one.
struct SteppedBody: AsyncSequence, Sendable {
    private let chunks: AsyncStream<Bytes>
    private let wants: AsyncStream<Void>.Continuation
    private let wanted: AsyncStream<Void>
    private let send: AsyncStream<Bytes>.Continuation

    init() {
        (chunks, send) = AsyncStream.makeStream(of: Bytes.self)
        (wanted, wants) = AsyncStream.makeStream(of: Void.self)
    }

    func give(_ chunk: Bytes) { send.yield(chunk) }

    func end() { send.finish() }

    /// Waits until the reader asks for the next chunk: what came before has been taken.
    func askedFor(_ count: Int) async {
        var left = count
        for await _ in wanted {
            left -= 1
            if left == 0 { return }
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(chunks: chunks.makeAsyncIterator(), wants: wants) }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: AsyncStream<Bytes>.Iterator
        let wants: AsyncStream<Void>.Continuation

        mutating func next() async throws -> Bytes? {
            wants.yield()
            return await chunks.next()
        }
    }
}

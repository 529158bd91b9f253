import Primitives
import WebCore

/// The content of one part, chunk by chunk.
struct PartContent: AsyncSequence {
    let reader: MultipartReader
    /// A chunk that was read already, to see whether there is anything.
    let first: Bytes

    struct Iterator: AsyncIteratorProtocol {
        let reader: MultipartReader
        var first: Bytes?

        mutating func next() async throws -> Bytes? {
            if let chunk = first {
                first = nil
                return chunk
            }
            return try await reader.nextChunk()
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(reader: reader, first: first) }
}

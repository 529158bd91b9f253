import Primitives

/// The content of one part, chunk by chunk.
package struct PartContent: AsyncSequence {
    let reader: MultipartReader
    /// A chunk that was read already, to see whether there is anything.
    let first: Bytes

    package init(reader: MultipartReader, first: Bytes) {
        self.reader = reader
        self.first = first
    }

    package struct Iterator: AsyncIteratorProtocol {
        let reader: MultipartReader
        var first: Bytes?

        package mutating func next() async throws -> Bytes? {
            if let chunk = first {
                first = nil
                return chunk
            }
            return try await reader.nextChunk()
        }
    }

    package func makeAsyncIterator() -> Iterator { Iterator(reader: reader, first: first) }
}

import Blobs
import Crypto
import Primitives

extension SealingStream {
    /// Goes on with the unfinished object `blob`, whatever the point at which it was cut.
    ///
    /// - Returns: the stream, and from which octet on it needs the plaintext; nil when too little is there: then the
    ///   object is removed and begun anew.
    package static func resume(
        _ blob: BlobKey, in store: any BlobStore, key: SymmetricKey, associatedData: Bytes
    ) async throws -> (stream: SealingStream, plaintextOffset: Int)? {
        guard let durable = try await store.unfinishedLength(blob), let cut = StreamCut(durable: durable) else {
            return nil
        }
        let header = try await store.readUnfinished(blob, 0..<StreamShape.headerLength)
        let torn = try await store.readUnfinished(blob, cut.torn)
        let stream = try SealingStream(
            resuming: header, segments: cut.segments, torn: torn, key: key, associatedData: associatedData)
        return (stream, cut.plaintextOffset)
    }
}

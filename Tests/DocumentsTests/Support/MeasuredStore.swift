import Blobs
import Primitives

/// A store that notes how much was pulled from the socket and not yet handed to it.
struct MeasuredStore: BlobStore {
    let store: any BlobStore
    let pulled: Counter
    let appended = Counter()
    /// The most octets that lay in memory at one time, as far as they can be seen from outside.
    let most = Counter()
    /// The largest piece that was handed over.
    let largest = Counter()

    func begin(_ key: BlobKey) async throws -> any BlobWriter {
        Writer(writer: try await store.begin(key), store: self)
    }
    func resume(_ key: BlobKey) async throws -> any BlobWriter {
        Writer(writer: try await store.resume(key), store: self)
    }
    func unfinishedLength(_ key: BlobKey) async throws -> Int? { try await store.unfinishedLength(key) }
    func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        largest.raise(to: range.count)
        return try await store.readUnfinished(key, range)
    }
    func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        largest.raise(to: range.count)
        return try await store.read(key, range)
    }
    func length(_ key: BlobKey) async throws -> Int { try await store.length(key) }
    func remove(_ key: BlobKey) async throws { try await store.remove(key) }
    func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await store.objects(after: place, most: most)
    }

    struct Writer: BlobWriter {
        let writer: any BlobWriter
        let store: MeasuredStore

        var length: Int { get async { await writer.length } }

        func append(_ bytes: Bytes) async throws {
            store.largest.raise(to: bytes.count)
            store.most.raise(to: store.pulled.value - store.appended.value)
            store.appended.add(bytes.count)
            try await writer.append(bytes)
        }
        func sync() async throws { try await writer.sync() }
        func finish() async throws { try await writer.finish() }
    }
}

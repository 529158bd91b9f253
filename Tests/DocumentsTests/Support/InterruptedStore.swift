import Blobs
import Primitives

/// A store that does something else first when an object is begun in it, and after that is as dead as its process.
struct InterruptedStore: BlobStore {
    struct Died: Error {}

    let store: any BlobStore
    let first: @Sendable () async throws -> Void

    func begin(_ key: BlobKey) async throws -> any BlobWriter {
        try await first()
        _ = try await store.begin(key)
        throw Died()
    }
    func resume(_ key: BlobKey) async throws -> any BlobWriter { try await store.resume(key) }
    func unfinishedLength(_ key: BlobKey) async throws -> Int? { try await store.unfinishedLength(key) }
    func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await store.readUnfinished(key, range)
    }
    func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes { try await store.read(key, range) }
    func length(_ key: BlobKey) async throws -> Int { try await store.length(key) }
    func remove(_ key: BlobKey) async throws { try await store.remove(key) }
    func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await store.objects(after: place, most: most)
    }
}

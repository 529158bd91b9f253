import Blobs
import Primitives

/// A store that cannot delete some objects.
struct RefusingStore: BlobStore {
    let store: any BlobStore
    let kept: @Sendable (BlobKey) -> Bool

    func remove(_ key: BlobKey) async throws {
        if kept(key) { throw BlobError.unavailable("kept") }
        try await store.remove(key)
    }

    func begin(_ key: BlobKey) async throws -> any BlobWriter { try await store.begin(key) }
    func resume(_ key: BlobKey) async throws -> any BlobWriter { try await store.resume(key) }
    func unfinishedLength(_ key: BlobKey) async throws -> Int? { try await store.unfinishedLength(key) }
    func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await store.readUnfinished(key, range)
    }
    func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes { try await store.read(key, range) }
    func length(_ key: BlobKey) async throws -> Int { try await store.length(key) }
    func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await store.objects(after: place, most: most)
    }
}

import Blobs
import FolderBlobs
import Foundation
import Primitives
import S3Kit

/// Where objects lie: those that were kept, and a copy of them for each play.
enum ObjectShelves: Sendable {
    /// In folders below one.
    case folder(URL)
    /// With a service, below a prefix.
    case s3(S3Server, String)

    func kept() throws -> any BlobStore { try store("kept-objects") }

    private func store(_ name: String) throws -> any BlobStore {
        switch self {
        case .folder(let root): try FolderBlobs(folder: root.appending(path: name).path)
        case .s3(let server, let prefix): try server.store("\(prefix)/\(name)")
        }
    }

    /// Runs `body` with a copy of what was kept, and removes it afterwards.
    func withCopy<Answer>(_ body: (any BlobStore) async throws -> Answer) async throws -> Answer {
        let name = "play-objects-" + Randomness.system.bytes(8).hex
        let copy: any BlobStore
        switch self {
        case .folder(let root):
            try FileManager.default.copyItem(
                at: root.appending(path: "kept-objects"), to: root.appending(path: name))
            copy = try store(name)
        case .s3:
            copy = try store(name)
            let kept = try self.kept()
            for key in try await Self.keys(in: kept) { try await Self.carry(key, from: kept, to: copy) }
        }
        do {
            let answer = try await body(copy)
            try await remove(name, copy)
            return answer
        } catch {
            try await remove(name, copy)
            throw error
        }
    }

    private func remove(_ name: String, _ copy: any BlobStore) async throws {
        switch self {
        case .folder(let root): try FileManager.default.removeItem(at: root.appending(path: name))
        case .s3: for key in try await Self.keys(in: copy) { try await copy.remove(key) }
        }
    }

    private static func keys(in store: any BlobStore) async throws -> Set<BlobKey> {
        Set(try await store.objects(after: "", most: 1_000).compactMap(\.key))
    }

    private static func carry(
        _ key: BlobKey, from store: any BlobStore, to other: any BlobStore
    ) async throws {
        let writer = try await other.begin(key)
        if let length = try await store.unfinishedLength(key) {
            try await writer.append(try await store.readUnfinished(key, 0..<length))
            try await writer.sync()
        } else {
            try await writer.append(try await store.read(key, 0..<(try await store.length(key))))
            try await writer.finish()
        }
    }
}

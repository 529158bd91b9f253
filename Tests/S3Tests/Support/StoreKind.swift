import Blobs
import FolderBlobs
import Foundation
import Primitives
import S3
import S3Kit
import TestKit

/// A kind of store, on which the same suite runs.
enum StoreKind: String, CaseIterable, Sendable {
    case folder, s3

    static let available: [StoreKind] = S3Server.isThere ? [.folder, .s3] : [.folder]

    /// Runs `body` with a fresh store, which it may open several times, as other processes would.
    func run(_ body: (@Sendable () throws -> any BlobStore) async throws -> Void) async throws {
        switch self {
        case .folder:
            try await withTemporaryFolder { folder in
                let path = folder.appending(path: "documents").path
                try await body { try FolderBlobs(folder: path) }
            }
        case .s3:
            let (server, prefix) = (try S3Server.required(), S3Server.prefix())
            try await body { try server.store(prefix) }
        }
    }
}

/// Octets that differ from place to place, made at once for any part of an object.
func octets(_ range: Range<Int>) -> Bytes {
    range.map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
}

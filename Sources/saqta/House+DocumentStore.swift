import Blobs
import FolderBlobs
import Foundation
import Primitives
import S3
import Serving

/// The store of documents, as settings choose it.
struct DocumentStores: Sendable {
    /// For the work.
    let blobs: any BlobStore
    /// For questions whose answer nobody waits long for.
    let brief: any BlobStore
    /// Whether the store keeps what is deleted; nil when it does not tell.
    let keepsVersions: @Sendable () async throws -> Bool?

    /// - Throws: `BlobError` when the folder cannot be made; ``SettingProblem``; `SecretFile.Problem`.
    init(_ settings: Settings) throws {
        switch settings.documents {
        case .folder:
            let folder = try FolderBlobs(folder: "\(settings.data)/documents")
            (blobs, brief) = (folder, folder)
            keepsVersions = { false }
        case .s3(let bucket):
            do throws(S3Problem) {
                let credentials = try S3Credentials(file: try Self.key(bucket.keyFile))
                blobs = try S3Blobs(bucket.place, credentials, authority: bucket.caFile)
                let asking = try S3Blobs(bucket.place, credentials, authority: bucket.caFile, patience: .brief)
                brief = asking
                keepsVersions = { try await asking.keepsVersions() }
            } catch {
                throw SettingProblem("The document store: \(error).")
            }
        }
    }

    /// Documents of a store that is no longer looked into would count as lost.
    ///
    /// - Throws: ``StartError/documentsInFolder(_:)``.
    func refuseOthers(_ settings: Settings) async throws {
        let folder = "\(settings.data)/documents"
        guard case .s3 = settings.documents, FileManager.default.fileExists(atPath: folder) else { return }
        let isLeft = try await FolderBlobs(folder: folder).objects(after: "", most: 100).contains { $0.key != nil }
        if isLeft { throw StartError.documentsInFolder(folder) }
    }

    private static func key(_ file: String) throws(S3Problem) -> Bytes {
        do throws(SecretFile.Problem) {
            return try SecretFile.read(file)
        } catch {
            throw .file("\(error)")
        }
    }
}

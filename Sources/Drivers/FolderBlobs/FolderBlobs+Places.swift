import Blobs

extension FolderBlobs {
    /// Where a finished object lies below the folder: `ab/cd/<key>`.
    package static func place(of key: BlobKey) -> String { String(BlobFolder(root: "").finished(key).dropFirst()) }
}

import Blobs
import Primitives
import Storage

/// The image of one page, as its row tells without a key.
package struct PageRow: Sendable {
    /// Counts from 1.
    package let number: Int
    /// The sealed JPEG.
    package let image: BlobKey
    /// The sealed small JPEG.
    package let thumbnail: BlobKey
    /// Pixels.
    package let width: Int
    package let height: Int
    /// SHA-256 of the sealed image, then the sealed thumbnail.
    package let digest: Bytes

    /// Which of the two images.
    package enum Size: String, Sendable, CaseIterable { case image, thumbnail }

    package subscript(_ size: Size) -> BlobKey {
        switch size {
        case .image: image
        case .thumbnail: thumbnail
        }
    }
}

extension PageRow {
    init(row: Row) throws(StorageError) {
        self.init(
            number: Int(try row.int(0)), image: try row.identifier(1), thumbnail: try row.identifier(2),
            width: Int(try row.int(3)), height: Int(try row.int(4)), digest: try row.bytes(5))
    }
}

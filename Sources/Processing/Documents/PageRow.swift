import Blobs
import Crypto
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
    /// See ``digest(image:thumbnail:)``.
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
    /// SHA-256 of the digest of the sealed image and that of the sealed thumbnail.
    static func digest(image: Bytes, thumbnail: Bytes) -> Bytes { Bytes(SHA256.hash(data: image + thumbnail)) }

    /// What an entry says of all pages of a document and of what was read off it, sealed.
    static func digest(of pages: [PageRow], reading: Bytes?) -> Bytes {
        Bytes(SHA256.hash(data: pages.flatMap(\.digest) + (reading ?? [])))
    }

    init(row: Row) throws(StorageError) {
        self.init(
            number: Int(try row.int(0)), image: try row.identifier(1), thumbnail: try row.identifier(2),
            width: Int(try row.int(3)), height: Int(try row.int(4)), digest: try row.bytes(5))
    }
}

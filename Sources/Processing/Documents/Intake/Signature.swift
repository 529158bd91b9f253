import Policy
import Primitives

extension FileType {
    /// The type that a browser names, such as `image/jpeg`; nil for any other. It is believed for the limits only.
    package init?(mediaType: String) {
        switch mediaType.lowercased() {
        case "image/jpeg": self = .jpeg
        case "image/png": self = .png
        case "image/webp": self = .webp
        case "image/heic", "image/heif": self = .heic
        case "image/tiff": self = .tiff
        case "application/pdf": self = .pdf
        default: return nil
        }
    }

    /// How many of the first octets ``init(firstOctets:)`` looks at.
    static let signatureLength = 16

    /// The type that the first octets promise; whether the rest keeps the promise is for the imaging process to find out.
    ///
    /// It lets a file be refused before all of it has been sent.
    package init?(firstOctets head: Bytes) {
        func has(_ pattern: Bytes, at offset: Int = 0) -> Bool { head.dropFirst(offset).starts(with: pattern) }
        switch true {
        case has([0xFF, 0xD8, 0xFF]): self = .jpeg
        case has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]): self = .png
        case has(Bytes("RIFF".utf8)) && has(Bytes("WEBP".utf8), at: 8): self = .webp
        case has(Bytes("II*\0".utf8)), has(Bytes("MM\0*".utf8)): self = .tiff
        case has(Bytes("%PDF-".utf8)): self = .pdf
        case has(Bytes("ftyp".utf8), at: 4): self = .heic
        default: return nil
        }
    }
}

extension UploadLimits {
    /// The octets that one file of a type may have; the larger limit when the type is not known yet.
    func most(_ type: FileType?) -> Int {
        switch type {
        case .pdf: pdfBytes
        case .some: photoBytes
        case nil: max(photoBytes, pdfBytes)
        }
    }
}

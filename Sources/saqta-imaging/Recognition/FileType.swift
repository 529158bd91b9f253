import CImaging

/// The types of document that are decoded.
enum FileType: String {
    case jpeg, png, webp, heic, tiff, pdf

    /// The same for the C interface.
    var format: saqta_format {
        switch self {
        case .jpeg: saqta_format_jpeg
        case .png: saqta_format_png
        case .webp: saqta_format_webp
        case .heic: saqta_format_heic
        case .tiff: saqta_format_tiff
        case .pdf: saqta_format_pdf
        }
    }
}

/// Why a document is not decoded: the closed list.
enum Refused: String, Error {
    case empty, tooLarge, unknownType, archive, vectorImage, webPage, officeDocument, executable, film, otherImage
    case encrypted, polyglot, damaged, tooManyPixels, tooManyPages
    /// Decoding asked for more memory than the process may have.
    case memory
}

/// What can be said of a document that is decoded all the same.
enum Notice: String {
    /// Octets after the end of the picture, as some telephones write; nothing of them is kept.
    case trailingData
    /// Scripts, attachments or actions in a PDF; nothing of them is kept.
    case activeContent
    /// A signed PDF: its signature does not survive in the pages.
    case signed
    /// EXIF, XMP or the like in the file; nothing of it is kept.
    case metadata
}

/// A document whose type is known and whose header keeps within the limits.
struct Recognised {
    let type: FileType
    /// Pixels of the largest picture, from the header; 0 for PDF, whose pages have none.
    var width = 0
    var height = 0
    var notices: [Notice] = []
}

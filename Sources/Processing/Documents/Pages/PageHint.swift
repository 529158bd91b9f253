/// Something to tell the person about a page, or about the file as a whole; never a ground to refuse it.
package struct PageHint: Hashable, Sendable, Codable {
    /// Counts from 1; nil for the file as a whole.
    package let page: Int?
    package let code: Code

    package init(_ code: Code, page: Int? = nil) {
        self.page = page
        self.code = code
    }

    package enum Code: String, Sendable, CaseIterable, Codable {
        // The picture: another one may be better.
        case tooDark = "too_dark"
        case tooBright = "too_bright"
        case glare
        case blurred
        /// The document runs out of the picture.
        case cut
        case fewPixels = "few_pixels"
        /// Nothing to be seen on the page.
        case blank
        // The file: for the reviewer.
        /// Octets after the end of the picture; nothing of them is kept.
        case trailingData = "trailing_data"
        /// Scripts, attachments or actions in a PDF; nothing of them is kept.
        case activeContent = "active_content"
        /// A signed PDF: the signature does not survive in the pages.
        case signed
        /// EXIF, XMP or the like; nothing of it is kept.
        case metadata

        /// Whether the person should be told that another picture may be better.
        package var concernsPicture: Bool {
            switch self {
            case .tooDark, .tooBright, .glare, .blurred, .cut, .fewPixels, .blank: true
            case .trailingData, .activeContent, .signed, .metadata: false
            }
        }
    }
}

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
        case tooDark
        /// Too little difference between dark and bright.
        case tooPale
        /// Nothing to be seen on the page.
        case blank
        case blurred
        case glare
        /// The document runs out of the picture.
        case cutEdge
        /// Few pixels.
        case tooSmall
        // The file: for the reviewer.
        /// Octets after the end of the picture; nothing of them is kept.
        case trailingData
        /// Scripts, attachments or actions in a PDF; nothing of them is kept.
        case activeContent
        /// A signed PDF: the signature does not survive in the pages.
        case signed
        /// EXIF, XMP or the like; nothing of it is kept.
        case metadata

        /// Whether the person should be told that another picture may be better.
        package var concernsPicture: Bool {
            switch self {
            case .tooDark, .tooPale, .blank, .blurred, .glare, .cutEdge, .tooSmall: true
            case .trailingData, .activeContent, .signed, .metadata: false
            }
        }
    }
}

extension PageHint {
    /// As a row keeps it: `tooDark:1,metadata`.
    static func text(_ hints: [PageHint]) -> String {
        hints.map { hint in hint.code.rawValue + (hint.page.map { ":\($0)" } ?? "") }.joined(separator: ",")
    }

    /// Reads what ``text(_:)`` wrote; codes of a newer programme are left out.
    static func list(_ text: String) -> [PageHint] {
        text.split(separator: ",").compactMap { part in
            let halves = part.split(separator: ":")
            guard let name = halves.first, let code = Code(rawValue: String(name)) else { return nil }
            return PageHint(code, page: halves.count > 1 ? Int(halves[1]) : nil)
        }
    }
}

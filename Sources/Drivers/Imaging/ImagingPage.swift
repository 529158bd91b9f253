import Primitives

/// A page as pixels: nothing of the file it came from but what can be seen.
package struct ImagingPage: Sendable {
    /// From 0.
    package let index: Int
    /// JPEG, upright, sRGB, without metadata.
    package let image: Bytes
    /// The same, small.
    package let thumbnail: Bytes
    /// Of `image`, in pixels.
    package let width: Int
    package let height: Int
    /// Of the picture in the file, in pixels; for PDF, in points.
    package let sourceWidth: Int
    package let sourceHeight: Int
    /// The EXIF orientation that was applied, 1–8; 1 changed nothing.
    package let orientation: Int
    package let hints: [Hint]

    /// What may make a page hard to read; for the person, never a reason to refuse.
    package enum Hint: String, Sendable, CaseIterable {
        case tooDark, tooPale, blank, blurred, glare, cutEdge, tooSmall
    }
}

extension ImagingPage: CustomStringConvertible, CustomReflectable {
    package var description: String { "page \(index), \(width) × \(height)" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension ImagingPage {
    /// - Returns: nil when the worker did not keep to the form.
    init?(fields: [String: String], image: Bytes, thumbnail: Bytes) {
        func number(_ key: String) -> Int? { fields[key].flatMap { Int($0) } }
        guard Self.isJPEG(image), Self.isJPEG(thumbnail), let index = number("index"), let width = number("width"),
            let height = number("height"), let sourceWidth = number("sourceWidth"),
            let sourceHeight = number("sourceHeight"), let orientation = number("orientation")
        else { return nil }
        self.init(
            index: index, image: image, thumbnail: thumbnail, width: width, height: height, sourceWidth: sourceWidth,
            sourceHeight: sourceHeight, orientation: orientation,
            hints: (fields["hints"] ?? "").split(separator: ",").compactMap { Hint(rawValue: String($0)) })
    }

    private static func isJPEG(_ bytes: Bytes) -> Bool {
        bytes.starts(with: [0xFF, 0xD8, 0xFF]) && bytes.suffix(2) == [0xFF, 0xD9]
    }
}

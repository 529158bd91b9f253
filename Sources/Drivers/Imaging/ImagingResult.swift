import Primitives

/// What a document turned out to be, and what the machine read off it.
package struct ImagingResult: Sendable {
    package let type: FileType
    package let pages: Int
    package let notices: [Notice]
    package var zones: [ReadZone] = []
    package var texts: [ReadText] = []
    /// Processor time that it took.
    package var processor: Duration = .zero
    /// The most memory that it held, in KiB.
    package var resident = 0
    /// Whether the kernel confined the process's reading of files to the folders of fonts (Landlock).
    package var confined = false

    /// The accepted types.
    package enum FileType: String, Sendable, CaseIterable {
        case jpeg, png, webp, heic, tiff, pdf
    }

    /// What can be said of a file that was accepted.
    package enum Notice: String, Sendable, CaseIterable {
        /// Octets behind the picture, as some telephones write; dropped.
        case trailingData
        /// Scripts, attachments or actions in a PDF; dropped.
        case activeContent
        /// A signature of a PDF, which its page images do not carry.
        case signed
        /// EXIF, XMP or the like; dropped.
        case metadata
    }
}

/// A machine-readable zone as it was read: to be parsed, never believed.
package struct ReadZone: Sendable {
    /// From 0.
    package let page: Int
    /// Two or three lines of 30, 36 or 44 characters.
    package let lines: PersonalData<[String]>
    /// How many check digits agree, of how many.
    package let passed: Int
    package let checks: Int
}

/// The text of a page as it was read.
package struct ReadText: Sendable {
    /// From 0.
    package let page: Int
    /// As asked for, joined by `+`.
    package let languages: String
    package let lines: PersonalData<[Line]>

    /// One line.
    package struct Line: Hashable, Sendable {
        package let text: String
        /// Tesseract's own, 0–100.
        package let confidence: Int
    }
}

extension ImagingResult {
    init?(fields: [String: String]) {
        guard let type = fields["type"].flatMap(FileType.init), let pages = fields["pages"].flatMap({ Int($0) }) else {
            return nil
        }
        self.init(
            type: type, pages: pages,
            notices: (fields["notices"] ?? "").split(separator: ",").compactMap { Notice(rawValue: String($0)) })
    }

    private init(type: FileType, pages: Int, notices: [Notice]) {
        self.type = type
        self.pages = pages
        self.notices = notices
    }
}

extension ReadZone {
    init?(fields: [String: String]) {
        func number(_ key: String) -> Int? { fields[key].flatMap { Int($0) } }
        guard let page = number("page"), let passed = number("passed"), let checks = number("checks"),
            let lines = fields["lines"]
        else { return nil }
        self.init(
            page: page, lines: PersonalData(lines.split(separator: "/").map { String($0) }), passed: passed,
            checks: checks)
    }
}

extension ReadText {
    /// Reads the page, the languages, and then lines of confidence and text.
    init?(payload: Bytes) {
        let rows = String(decoding: payload, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard rows.count >= 2, let page = Int(rows[0]) else { return nil }
        let lines = rows.dropFirst(2).compactMap { row -> Line? in
            let parts = row.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let confidence = Int(parts[0]) else { return nil }
            return Line(text: String(parts[1]), confidence: confidence)
        }
        self.init(page: page, languages: String(rows[1]), lines: PersonalData(lines))
    }
}

import Policy
import Primitives

/// Makes page images out of a document and reads what stands on them, in a process apart from the server.
///
/// The imaging driver gives the only real one.
package struct PageMaker: Sendable {
    /// Looks at one document.
    ///
    /// - `pull` answers some of the document's octets; the range lies within ``PageRequest/length``.
    /// - `deliver` takes the pages one after the other, the first first; it is awaited before the next page is made.
    /// - Answers: what the whole document is, after the last page was delivered.
    /// - Throws: ``PageFailure``; what `pull` or `deliver` threw, as it was thrown.
    package let make: Make

    package typealias Make = @Sendable (PageRequest, @escaping Pull, @escaping Deliver) async throws -> PageReport
    package typealias Pull = @Sendable (Range<Int>) async throws -> PersonalData<Bytes>
    package typealias Deliver = @Sendable (MadePage) async throws -> Void

    package init(make: @escaping Make) { self.make = make }
}

/// What is asked of a ``PageMaker``.
package struct PageRequest: Sendable, Hashable {
    /// Length of the document in octets.
    package let length: Int
    /// The types that the policy accepts for this kind of document.
    package let accepted: [FileType]
    /// Octets, pages and pixels that may not be passed.
    package let limits: UploadLimits
    /// Whether to look for a machine-readable zone (ICAO Doc 9303).
    package let readsZone: Bool
    /// Whether to read the text on the pages.
    package let readsText: Bool

    package init(length: Int, accepted: [FileType], limits: UploadLimits, readsZone: Bool, readsText: Bool) {
        self.length = length
        self.accepted = accepted
        self.limits = limits
        self.readsZone = readsZone
        self.readsText = readsText
    }
}

/// One page, made from pixels only: no metadata, script or attachment of the document is in it.
package struct MadePage: Sendable {
    /// Counts from 1.
    package let number: Int
    /// JPEG, upright.
    package let image: PersonalData<Bytes>
    /// Pixels.
    package let width: Int
    package let height: Int
    /// A small JPEG of the same page.
    package let thumbnail: PersonalData<Bytes>

    package init(
        number: Int, image: PersonalData<Bytes>, width: Int, height: Int, thumbnail: PersonalData<Bytes>
    ) {
        self.number = number
        self.image = image
        self.width = width
        self.height = height
        self.thumbnail = thumbnail
    }
}

/// What a whole document turned out to be.
package struct PageReport: Sendable {
    package let type: FileType
    /// How many pages were delivered.
    package let pages: Int
    package let hints: [PageHint]
    /// What was read, page by page; empty when nothing was asked for or found.
    package let text: [RecognisedPage]

    package init(type: FileType, pages: Int, hints: [PageHint], text: [RecognisedPage]) {
        self.type = type
        self.pages = pages
        self.hints = hints
        self.text = text
    }
}

/// Why no pages came of a document.
package enum PageFailure: Error, Hashable, Sendable {
    /// The document itself cannot be taken; trying again gives the same.
    case refused(FileRefusal)
    /// The process ended or took too long; another try may go better.
    case failed
    /// The process could not be started, or not with all its guards: it has not looked at the document, and the fault is the
    /// operator's.
    case unavailable
}

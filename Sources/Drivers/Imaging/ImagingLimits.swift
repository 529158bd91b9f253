/// What one document may cost.
package struct ImagingLimits: Hashable, Sendable {
    /// The largest document, in octets.
    package var octets = 25 << 20
    /// The largest picture, in pixels, by its header.
    package var pixels = 40_000_000
    package var pages = 30
    /// The long side of a page image, in pixels.
    package var side = 2_500
    /// The long side of a thumbnail, in pixels.
    package var thumbnail = 400
    /// Address space of the process, in MiB: 40 million pixels of WebP need 900.
    package var memory = 1_024
    /// Processor time of the process, in seconds.
    package var processor = 20
    /// Time on the clock from start to end, the arrival of the document included.
    package var clock: Duration = .seconds(60)

    package init() {}
}

/// What is to be read off a document besides its page images.
package struct ImagingAsk: Hashable, Sendable {
    /// Whether to look for a machine-readable zone.
    package var zone: Bool
    /// Tesseract's names of the languages in which to read text; none reads no text.
    package var languages: [String]
    /// On how many pages, from the first, anything is read.
    package var readPages: Int

    package init(zone: Bool = false, languages: [String] = [], readPages: Int = 3) {
        self.zone = zone
        self.languages = languages
        self.readPages = readPages
    }
}

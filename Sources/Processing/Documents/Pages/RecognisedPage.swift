import Primitives

/// What the machine read off one page. It prints as `•••` by accident; see ``PersonalData``.
package struct RecognisedPage: Sendable {
    /// Counts from 1.
    package let page: Int
    /// The lines of text, from top to bottom.
    package let lines: PersonalData<[RecognisedLine]>
    /// The lines of a machine-readable zone (ICAO Doc 9303), two or three of them; empty when there is none.
    package let zone: PersonalData<[String]>
    /// How many of the zone's check digits fit, in percent.
    package let zoneConfidence: Int

    package init(
        page: Int, lines: PersonalData<[RecognisedLine]>, zone: PersonalData<[String]>, zoneConfidence: Int = 0
    ) {
        self.page = page
        self.lines = lines
        self.zone = zone
        self.zoneConfidence = zoneConfidence
    }
}

/// A line of text as the machine read it.
package struct RecognisedLine: Sendable, Hashable {
    package let text: String
    /// 0…100.
    package let confidence: Int

    package init(text: String, confidence: Int) {
        self.text = text
        self.confidence = confidence
    }
}

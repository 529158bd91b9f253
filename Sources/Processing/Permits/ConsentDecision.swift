import Primitives
import Policy

/// A consent that a person gives or withdraws, with what they were shown.
package struct ConsentDecision: Sendable {
    package let consent: ConsentID
    package let isGiven: Bool
    package let language: Language
    package let shown: ShownText

    package init(_ consent: ConsentID, isGiven: Bool, language: Language, shown: ShownText) {
        self.consent = consent
        self.isGiven = isGiven
        self.language = language
        self.shown = shown
    }
}

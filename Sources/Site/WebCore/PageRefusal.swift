import Primitives

/// A "no" of the site itself, with words of its own where the kind does not say enough.
package struct PageRefusal: Refusal {
    package let kind: RefusalKind
    /// What the person can do now; nil for the words that go with the kind.
    package let explanation: Phrase?

    package init(_ kind: RefusalKind, _ explanation: Phrase? = nil) {
        self.kind = kind
        self.explanation = explanation
    }
}

import Crypto
import Primitives

/// The text of a consent as it was shown to one person: words that are the same for everybody, and what stands in their
/// gap, as a rule the person's name.
///
/// The words are kept once for all, and only what fills the gap is sealed for each person.
package struct ShownText: Sendable, Hashable {
    /// What is the same for everybody, with ``gap`` where the rest stands.
    package let wording: String
    package let filler: String
    /// The text, whole.
    package let text: String
    /// SHA-256 of ``text`` in UTF-8.
    package let hash: Bytes

    /// Stands in a wording where the person's own words belong; no name has it.
    package static let gap = "\u{FFFC}"

    package init(wording: String, filler: String) {
        self.wording = wording
        self.filler = filler
        text = wording.replacing(Self.gap, with: filler)
        hash = Bytes(SHA256.hash(data: Bytes(text.utf8)))
    }

    /// Nothing of it is the same for everybody.
    package init(_ text: String) { self.init(wording: Self.gap, filler: text) }

    /// SHA-256 of ``wording`` in UTF-8: its name.
    package var wordingDigest: Bytes { Bytes(SHA256.hash(data: Bytes(wording.utf8))) }
}

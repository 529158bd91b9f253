import Primitives

/// How far a name in a form and a name in a document are the same: a hint for the reviewer, never a decision.
package struct NameComparison: Hashable, Sendable {
    package let verdict: Verdict
    /// The weightiest of what was found, for the explanation.
    package let reason: Reason

    package enum Verdict: Int, Sendable, Comparable {
        case match, close, mismatch

        package static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
    }

    /// In the order of their weight.
    package enum Reason: Int, Sendable, CaseIterable, Comparable {
        /// Letter by letter.
        case same
        /// Apart from hyphens, apostrophes, blanks and small letters.
        case sameLetters
        /// Kazakh letters here, their Russian neighbours there; or Latin letters with and without marks.
        case sameAlphabet
        /// Cyrillic here, Latin there.
        case transliterated
        /// As far as the document's line reaches.
        case cut
        /// Only one of the two has a patronymic.
        case patronymicAbsent
        /// Family and given name have changed places.
        case swapped
        /// A letter or two differ.
        case letters
        case patronymicDiffers, givenDiffers, familyDiffers
        /// One of the two has no family or no given name.
        case partAbsent

        package static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
    }

    /// - Parameter cut: whether the document's names may be cut off at the end of their line.
    package init(form: PersonName, document: PersonName, cut: Bool = false) {
        let straight = Self.parts(form, document, cut)
        guard straight.verdict == .mismatch else {
            self = straight
            return
        }
        let swapped = PersonName(family: document.given, given: document.family, patronymic: document.patronymic)
        let crossed = Self.parts(form, swapped, cut)
        self = crossed.verdict == .match ? NameComparison(.close, .swapped) : straight
    }

    private init(_ verdict: Verdict, _ reason: Reason) {
        self.verdict = verdict
        self.reason = reason
    }

    private static func parts(_ form: PersonName, _ document: PersonName, _ cut: Bool) -> NameComparison {
        let family = part(form.family, document.family, .familyDiffers, cut)
        let separate = worst([
            part(form.given, document.given, .givenDiffers, cut), patronymic(form.patronymic, document.patronymic),
        ])
        // A zone has no place for a patronymic of its own: it stands behind the given name or nowhere.
        guard let given = form.given, let own = form.patronymic, document.patronymic == nil else {
            return worst([family, separate])
        }
        let together = part(given + " " + own, document.given, .givenDiffers, cut)
        return worst([family, together.verdict < separate.verdict || together.verdict == .match ? together : separate])
    }

    private static func patronymic(_ form: String?, _ document: String?) -> NameComparison {
        if form == nil && document == nil { return NameComparison(.match, .same) }
        guard let form, let document else { return NameComparison(.match, .patronymicAbsent) }
        return part(form, document, .patronymicDiffers, false)
    }

    private static func worst(_ all: [NameComparison]) -> NameComparison {
        let verdict = all.map(\.verdict).max() ?? .match
        let reason = all.filter { $0.verdict == verdict }.map(\.reason).max() ?? .same
        return NameComparison(verdict, reason)
    }

    private static func part(_ form: String?, _ document: String?, _ differs: Reason, _ cut: Bool) -> NameComparison {
        if form == nil && document == nil { return NameComparison(.match, .same) }
        guard let form, let document else { return NameComparison(.mismatch, .partAbsent) }
        if form == document { return NameComparison(.match, .same) }
        let (left, right) = (WrittenName(form), WrittenName(document))
        if left.letters == right.letters { return NameComparison(.match, .sameLetters) }
        let reason: Reason = left.isCyrillic == right.isCyrillic ? .sameAlphabet : .transliterated
        let (mine, theirs) = (left.spelling(beside: right), right.spelling(beside: left))
        let distance = mine.distance(to: theirs)
        if distance == 0 { return NameComparison(.match, reason) }
        if cut, right.letters.count >= 3, mine.distance(to: theirs, cut: true) == 0 {
            return NameComparison(.match, .cut)
        }
        let length = min(left.letters.count, right.letters.count)
        let allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0
        return distance <= allowed ? NameComparison(.close, .letters) : NameComparison(.mismatch, differs)
    }
}

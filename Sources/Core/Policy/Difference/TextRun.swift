/// A stretch of two texts that are compared word by word.
package struct TextRun: Hashable, Sendable {
    package let kind: Kind
    package let text: String

    package enum Kind: Hashable, Sendable {
        /// In both.
        case same
        /// In the older only.
        case removed
        /// In the newer only.
        case added
    }

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    /// Above so many words on either side the middle is told as one change: the comparison takes their square.
    private static let mostWords = 4_000

    /// The runs that, without the added ones, make up `old` and, without the removed ones, `new`.
    package static func between(_ old: String, _ new: String) -> [TextRun] {
        let (was, now) = (words(old), words(new))
        let start = zip(was, now).prefix { $0 == $1 }.count
        let end = zip(was.dropFirst(start).reversed(), now.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (was[start..<(was.count - end)], now[start..<(now.count - end)])
        var runs = Runs()
        runs.same(was[..<start])
        if max(oldMiddle.count, newMiddle.count) > mostWords {
            runs.change(removed: oldMiddle, added: newMiddle)
        } else {
            runs.compare(Array(oldMiddle), Array(newMiddle))
        }
        runs.same(was[(was.count - end)...])
        return runs.finished
    }

    /// Words, and each sign and blank by itself.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let length = first.isPartOfWord ? rest.prefix(while: \.isPartOfWord).count : 1
            words.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return words
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}

/// Puts runs together; blanks between two changes belong to the changes, so that a phrase is marked as one.
private struct Runs {
    private var all: [TextRun] = []
    private var removed = ""
    private var added = ""
    private var blank = ""

    private var isChanging: Bool { !removed.isEmpty || !added.isEmpty }

    mutating func compare(_ old: [Substring], _ new: [Substring]) {
        let difference = new.difference(from: old)
        let gone = Set(difference.removals.map(\.offset))
        let fresh = Set(difference.insertions.map(\.offset))
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, gone.contains(i) {
                change(removed: [old[i]], added: [])
                i += 1
            } else if j < new.count, fresh.contains(j) {
                change(removed: [], added: [new[j]])
                j += 1
            } else {
                same([old[i]])
                i += 1
                j += 1
            }
        }
    }

    mutating func change(removed words: some Sequence<Substring>, added others: some Sequence<Substring>) {
        let (old, new) = (words.joined(), others.joined())
        guard !old.isEmpty || !new.isEmpty else { return }
        removed += blank + old
        added += blank + new
        blank = ""
    }

    mutating func same(_ words: some Sequence<Substring>) {
        for word in words {
            if isChanging, word.allSatisfy({ $0 == " " }) {
                blank += word
            } else {
                endChange()
                append(.same, String(word))
            }
        }
    }

    private mutating func endChange() {
        append(.removed, removed)
        append(.added, added)
        append(.same, blank)
        (removed, added, blank) = ("", "", "")
    }

    private mutating func append(_ kind: TextRun.Kind, _ text: String) {
        guard !text.isEmpty else { return }
        if let last = all.last, last.kind == kind {
            all[all.count - 1] = TextRun(kind, last.text + text)
        } else {
            all.append(TextRun(kind, text))
        }
    }

    var finished: [TextRun] {
        var copy = self
        copy.endChange()
        return copy.all
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

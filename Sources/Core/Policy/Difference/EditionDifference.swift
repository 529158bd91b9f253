import Primitives

/// What differs between two policies, for people to read before a publication and after it (clauses 5.4, 5.5).
///
/// Every value of the canonical form is looked at; what is left out is an order that says nothing, such as that of fields.
package struct EditionDifference: Hashable, Sendable {
    /// Texts in the order of the newer policy; what has gone stands where it stood.
    package let texts: [TextChange]
    /// Fields, purposes, recipients, terms and whatever else the texts are bound to.
    package let things: [ThingChange]

    package init(from old: PolicyDocument, to new: PolicyDocument) {
        texts = TextChange.between(old, new)
        things = ThingChange.between(old.things, new.things)
    }

    /// Nothing but an order can differ then.
    package var isEmpty: Bool { texts.isEmpty && things.isEmpty }

    /// Something may be done that could not be done before, or for longer, or is guarded less.
    package var widens: Bool { things.contains(where: \.widens) }
}

/// A text that differs: as it was and as it is.
package struct TextChange: Hashable, Sendable, Identifiable {
    package let id: Place
    /// nil when it is new.
    package let was: Phrase?
    /// nil when it has gone.
    package let now: Phrase?

    package enum Place: Hashable, Sendable {
        case title
        /// The policy in plain words, a sentence a line.
        case summary
        /// The titles of chapters with the clauses under them, a chapter a line.
        case chapters
        case clause(ClauseID)
    }

    /// The languages in which it differs.
    package var languages: [Language] { Language.allCases.filter { was?[$0] != now?[$0] } }

    /// The words of both texts in one language, as far as they are the same and where they differ.
    package func runs(in language: Language) -> [TextRun] {
        TextRun.between(was?[language] ?? "", now?[language] ?? "")
    }

    static func between(_ old: PolicyDocument, _ new: PolicyDocument) -> [TextChange] {
        let whole = [
            TextChange(id: .title, was: old.title, now: new.title),
            TextChange(id: .summary, was: .lines(old.summary), now: .lines(new.summary)),
            TextChange(
                id: .chapters, was: .lines(old.chapters.map(\.line)), now: .lines(new.chapters.map(\.line))),
        ]
        var order = new.clauses.map(\.id)
        var previous: ClauseID?
        for clause in old.clauses {
            if !order.contains(clause.id) {
                let place = previous.flatMap { order.firstIndex(of: $0) }
                order.insert(clause.id, at: place.map { $0 + 1 } ?? 0)
            }
            previous = clause.id
        }
        let clauses = order.map { id in
            TextChange(id: .clause(id), was: old.clause(id)?.text, now: new.clause(id)?.text)
        }
        return (whole + clauses).filter { $0.was != $0.now }
    }
}

extension Chapter {
    fileprivate var line: Phrase {
        let numbers = clauses.map(\.rawValue).joined(separator: ", ")
        return Phrase(ru: "\(title.ru): \(numbers)", kk: "\(title.kk): \(numbers)", en: "\(title.en): \(numbers)")
    }
}

extension Phrase {
    fileprivate static func lines(_ lines: [Phrase]) -> Phrase {
        func joined(_ language: Language) -> String { lines.map { $0[language] }.joined(separator: "\n") }
        return Phrase(ru: joined(.ru), kk: joined(.kk), en: joined(.en))
    }
}

import Policy
import Primitives
import WebCore

/// The differences of two policies as they are printed in a terminal.
struct DifferenceText {
    let text: String

    /// - Parameter language: of the words about the differences; texts are shown in each language in which they differ.
    init(_ difference: EditionDifference, _ language: Language) {
        var lines: [String] = []
        if difference.isEmpty {
            lines.append(Phrase.changesNone[language] + ". " + Phrase.changesNoneWhy[language])
        }
        if difference.widens { lines.append("! " + Phrase.changesWidenTitle[language]) }
        for change in difference.texts {
            lines.append("\n\(Phrase.place(change.id)[language]), \(Self.word(change)[language])")
            for other in change.languages {
                lines.append("  \(other.rawValue): \(Self.marked(change.runs(in: other)))")
            }
        }
        for change in difference.things {
            let mark = change.widens ? "! " : ""
            lines.append("\n\(mark)\(Phrase.thing(change.thing)[language]), \(Self.word(change.kind)[language])")
            for facet in change.facets {
                let was = facet.was.map { Phrase.value($0)[language] } ?? ""
                let now = facet.now.map { Phrase.value($0)[language] } ?? ""
                let mark = facet.widens ? "! " : "  "
                let value = change.kind == .changed ? Self.marked(TextRun.between(was, now)) : was + now
                lines.append("\(mark)\(Phrase.aspect(facet.aspect)[language]): \(value)")
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func marked(_ runs: [TextRun]) -> String {
        runs.map { run in
            switch run.kind {
            case .same: run.text
            case .removed: "[-\(run.text)-]"
            case .added: "{+\(run.text)+}"
            }
        }.joined()
    }

    private static func word(_ change: TextChange) -> Phrase {
        word(change.was == nil ? .added : change.now == nil ? .removed : .changed)
    }

    private static func word(_ kind: ThingChange.Kind) -> Phrase {
        switch kind {
        case .added: .changesAdded
        case .removed: .changesRemoved
        case .changed: .changesChanged
        }
    }
}

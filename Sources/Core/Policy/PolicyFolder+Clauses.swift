import Primitives

/// The texts of a folder clause by clause, for those who edit them.
extension PolicyFolder {
    /// The files that make a policy, without the law packs, which are the programme's.
    package static let own = ["policy.yml"] + Language.allCases.map(textFile)

    /// The file with the texts in a language.
    package static func textFile(_ language: Language) -> String { "\(language.rawValue).md" }

    /// The clauses that any of the texts has a heading for: those of the first language in their order, then others.
    package var clauses: [ClauseID] {
        var found: [ClauseID] = []
        for language in Language.allCases {
            for part in parts(in: language) where !found.contains(part.clause) { found.append(part.clause) }
        }
        return found
    }

    /// The Markdown of a clause; nil when the text in that language has no such heading.
    package func text(of clause: ClauseID, in language: Language) -> String? {
        let lines = lines(in: language)
        return parts(in: language).first { $0.clause == clause }.map { lines[$0.body].joined(separator: "\n").trimmed }
    }

    /// Puts another Markdown under the heading of a clause, and leaves everything else as it is.
    ///
    /// - Returns: false when the text in that language has no such heading, or `text` has headings, which would cut it up.
    package mutating func setText(of clause: ClauseID, in language: Language, to text: String) -> Bool {
        let new = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard !new.contains(where: \.isHeading), let part = parts(in: language).first(where: { $0.clause == clause })
        else { return false }
        var lines = lines(in: language)
        lines.replaceSubrange(part.body, with: ["", text.trimmed, ""])
        files[Self.textFile(language)] = lines.joined(separator: "\n")
        return true
    }

    /// The clause in whose text a line stands; nil for other files, and for lines outside any clause.
    ///
    /// - Parameter line: counts from 1.
    package func clause(at line: Int, of file: String) -> ClauseID? {
        guard let language = Language.allCases.first(where: { Self.textFile($0) == file }) else { return nil }
        return parts(in: language).first { ($0.body.lowerBound...$0.body.upperBound).contains(line) }?.clause
    }

    private struct Part {
        let clause: ClauseID
        /// The lines under the heading, counted from 0.
        let body: Range<Int>
    }

    private func lines(in language: Language) -> [String] {
        (files[Self.textFile(language)] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func parts(in language: Language) -> [Part] {
        let lines = lines(in: language)
        let headings = lines.indices.filter { lines[$0].isHeading }
        return headings.enumerated().compactMap { place, index in
            guard let id = lines[index].heading(level: 3) else { return nil }
            let end = place + 1 < headings.count ? headings[place + 1] : lines.count
            return Part(clause: ClauseID(id), body: (index + 1)..<end)
        }
    }
}

extension String {
    fileprivate var isHeading: Bool { (1...3).contains { heading(level: $0) != nil } }
}

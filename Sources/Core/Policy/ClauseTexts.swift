import Primitives

/// The clause texts of all languages, cut from the Markdown files at their headings.
///
/// `# …` is the title, `## …` a chapter, `### NUMBER` a clause; text before the first clause of a chapter has no
/// clause to belong to and is reported.
struct ClauseTexts {
    /// A file's text, cut up.
    struct File {
        let name: String
        var title = ""
        var chapters: [(title: String, clauses: [ClauseID])] = []
        var clauses: [(id: ClauseID, line: Int, text: String)] = []

        func text(of id: ClauseID) -> String { clauses.first { $0.id == id }?.text ?? "" }
    }

    let files: [Language: File]

    /// Cuts `markdown`, which is the text of the file `name`.
    static func cut(_ markdown: String, name: String, log: DiagnosticLog) -> File {
        var file = File(name: name)
        for (index, raw) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(raw)
            if let heading = line.heading(level: 3) {
                let id = ClauseID(heading)
                if file.clauses.contains(where: { $0.id == id }) {
                    log.error("clause \(id) stands twice", file: name, line: index + 1)
                }
                file.clauses.append((id, index + 1, ""))
                if file.chapters.isEmpty { file.chapters.append(("", [])) }
                file.chapters[file.chapters.count - 1].clauses.append(id)
            } else if let heading = line.heading(level: 2) {
                file.chapters.append((heading, []))
            } else if let heading = line.heading(level: 1) {
                file.title = heading
            } else if let last = file.clauses.indices.last, file.chapters.last?.clauses.isEmpty == false {
                file.clauses[last].text += line + "\n"
            } else if !line.allSatisfy(\.isWhitespace) {
                log.error("text outside any clause", file: name, line: index + 1)
            }
        }
        for index in file.clauses.indices { file.clauses[index].text = file.clauses[index].text.trimmed }
        return file
    }

    var title: Phrase { phrase { $0.title } }

    func text(of id: ClauseID) -> Phrase { phrase { $0.text(of: id) } }

    /// Chapters as the first language cuts them, with the titles of all.
    var chapters: [Chapter] {
        guard let first = files[.ru] else { return [] }
        return first.chapters.indices.map { index in
            Chapter(
                title: phrase { $0.chapters.indices.contains(index) ? $0.chapters[index].title : "" },
                clauses: first.chapters[index].clauses)
        }
    }

    private func phrase(_ read: (File) -> String) -> Phrase {
        func text(_ language: Language) -> String { files[language].map(read) ?? "" }
        return Phrase(ru: text(.ru), kk: text(.kk), en: text(.en))
    }
}

extension String {
    /// The words of a Markdown heading of exactly `level`.
    func heading(level: Int) -> String? {
        let marks = String(repeating: "#", count: level) + " "
        return hasPrefix(marks) ? String(dropFirst(level + 1)).trimmed : nil
    }

    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

import Primitives

extension PolicyDocument {
    /// What forbids to publish it, as far as the document tells it by itself: without its folder no file has lines.
    package func errors(after previous: PolicyDocument, under pack: LawPack) -> [Diagnostic] {
        let log = DiagnosticLog()
        PolicyCheck(document: self, texts: ClauseTexts(of: self), lawPack: pack, previous: previous, log: log).run()
        return log.sorted.filter { $0.severity == .error }
    }
}

extension ClauseTexts {
    /// The texts as a document has them.
    fileprivate init(of document: PolicyDocument) {
        files = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (
                    language,
                    File(
                        name: PolicyFolder.textFile(language), title: document.title[language],
                        chapters: document.chapters.map { ($0.title[language], $0.clauses) },
                        clauses: document.clauses.map { ($0.id, 1, $0.text[language]) })
                )
            })
    }
}

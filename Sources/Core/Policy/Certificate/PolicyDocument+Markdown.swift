import Crypto
import Primitives

extension PolicyDocument {
    /// The text of the policy in one language, as Markdown: the title, then chapters and numbered clauses, each heading and
    /// each text followed by an empty line but for the last.
    ///
    /// It is the file of the policy's folder, where that was written in this form.
    package func markdown(in language: Language) -> String {
        var parts = ["# \(title[language])"]
        for chapter in chapters {
            if !chapter.title[language].isEmpty { parts.append("## \(chapter.title[language])") }
            for clause in chapter.clauses.compactMap(clause) {
                parts += ["### \(clause.id)", clause.text[language]]
            }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// SHA-256 of that text in UTF-8.
    package func textHash(in language: Language) -> Bytes {
        Bytes(SHA256.hash(data: Bytes(markdown(in: language).utf8)))
    }
}

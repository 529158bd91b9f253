import Policy
import Primitives
import Testing

@Suite("The clauses of a folder")
struct FolderClauseTests {
    @Test("are those of the policy, and writing one anew changes nothing else", arguments: Language.allCases)
    func same(language: Language) throws {
        let folder = try Cantra.folder()
        let document = try #require(folder.read().document)
        #expect(folder.clauses == document.clauses.map(\.id))
        for clause in document.clauses {
            #expect(folder.text(of: clause.id, in: language) == clause.text[language])
            var changed = folder
            let isSet = changed.setText(of: clause.id, in: language, to: clause.text[language])
            #expect(isSet && changed.read().document == document)
        }
    }

    @Test("hold the lines under their headings, and only those")
    func lines() throws {
        let folder = PolicyFolder(files: ["en.md": "# T\n\n## C\n\n### 1.1\n\nOne.\n\n### 1.2\nTwo.\n## D\n"])
        let found = (1...12).map { folder.clause(at: $0, of: "en.md")?.rawValue }
        #expect(found == [nil, nil, nil, nil, "1.1", "1.1", "1.1", "1.1", "1.2", "1.2", nil, nil])
        #expect(folder.clause(at: 6, of: "policy.yml") == nil)
        #expect(folder.text(of: "1.2", in: .en) == "Two." && folder.text(of: "1.1", in: .ru) == nil)
    }

    @Test("are not cut up by a heading in a text")
    func heading() throws {
        var folder = PolicyFolder(files: ["en.md": "### 1.1\n\nOne.\n"])
        for text in ["a\n# b", "## b", "a\n### 1.2\nb"] {
            let isSet = folder.setText(of: "1.1", in: .en, to: text)
            #expect(!isSet && folder.files["en.md"] == "### 1.1\n\nOne.\n")
        }
        let isSet = folder.setText(of: "1.1", in: .en, to: "a #b\n#### c")
        #expect(isSet)
    }
}

import Policy
import Primitives
import Testing

@Suite("A broken policy")
struct DiagnosticTests {
    @Test("is refused, or warned of, with file, line and article", arguments: Break.all)
    func reported(wound: Break) throws {
        let folder = try wound.applied(to: Cantra.folder())
        let reading = folder.read()
        let found = reading.diagnostics.filter { wound.matches($0, in: folder) }
        #expect(found.count == 1, "\(reading.diagnostics.map(\.description))")
        #expect((reading.document == nil) == (wound.severity == .error))
    }

    @Test("is reported in Russian and Kazakh too, with the same names", arguments: Break.all)
    func translated(wound: Break) throws {
        for diagnostic in try wound.applied(to: Cantra.folder()).read().diagnostics {
            let words = diagnostic.words
            #expect(diagnostic.says.untranslated == [], "\(diagnostic)")
            #expect(Set([words.ru, words.kk, words.en]).count == 3, "\(diagnostic)")
            for language in Language.allCases {
                #expect(words[language].hasPrefix("\(diagnostic.file):\(diagnostic.line): "))
                #expect(
                    !words[language].contains("{")
                        && words[language].hasSuffix(diagnostic.article.map { "[\($0)]" } ?? ""))
            }
        }
    }

    @Test("puts values into their places in each language")
    func places() {
        let field: DiagnosticMessage = "field \(6) (\("declaration"))"
        let message: DiagnosticMessage = "\(field) has no purpose"
        #expect(message.words.ru == "поле 6 (declaration): нет цели")
        #expect(message.words.kk == "6-өріс (declaration): мақсаты жоқ")
        #expect(message.words.en == "field 6 (declaration) has no purpose")
        #expect(("nobody translated \(field)" as DiagnosticMessage).untranslated == ["nobody translated {1}"])
    }

    @Test("prints file, line, severity, message and article")
    func prints() {
        let plain = Diagnostic(file: "ru.md", line: 7, severity: .error, message: "text", article: nil)
        let lawful = Diagnostic(file: "kk.md", line: 8, severity: .warning, message: "text", article: "94-V 18")
        #expect(plain.description == "ru.md:7: error: text")
        #expect(lawful.description == "kk.md:8: warning: text [94-V 18]")
    }

    @Test("misses a file", arguments: ["policy.yml", "ru.md", "kk.md", "en.md", "../lawpacks/kz.yml"])
    func missing(file: String) throws {
        var folder = try Cantra.folder()
        folder.files[file] = nil
        let reading = folder.read()
        #expect(reading.errors.contains { $0.description == "\(file):1: error: the file is missing" })
        #expect(reading.document == nil)
    }

    @Test("gives a reviewer no reason to choose", arguments: ["ask", "refuse"])
    func noReason(use: String) throws {
        var folder = try Cantra.folder()
        let other = use == "ask" ? "refuse" : "ask"
        folder.files["policy.yml"] = folder.files["policy.yml"]?.replacing("use: \(use)\n", with: "use: \(other)\n")
        #expect(folder.read().errors.map(\.message) == ["there is no reason to \(use)"])
    }

    private static let noPublication = Break("kind: publication", "kind: cross_border", says: "")
    private static let noTransfer = Break("kind: cross_border", "kind: publication", says: "")

    @Test("publishes, or passes data abroad, without a consent of its own to that")
    func noConsentOfItsOwn() throws {
        let published = Break(
            "code: family_name\n    class: personal", "code: family_name\n    class: public", says: "")
        let abroad = Break("country: KZ\n    fields: [1, 2, 5]", "country: DE\n    fields: [1, 2, 5]", says: "")
        for (wound, missing, kind) in [
            (published, Self.noPublication, "publication"), (abroad, Self.noTransfer, "cross_border"),
        ] {
            let folder = try [wound, missing].reduce(Cantra.folder()) { try $1.applied(to: $0) }
            let errors = folder.read().errors.filter { $0.article == "94-V 7(6), 24(1)(5), 24(1)(6)" }
            #expect(errors.map(\.message) == ["there is no separate consent of kind \(kind)"])
            // Whoever does neither has nothing to ask.
            #expect(try missing.applied(to: Cantra.folder()).read().errors == [])
        }
    }

    @Test("says a clause again that was declared void")
    func revived() throws {
        let (folder, before) = (try Cantra.folder(), try Cantra.document())
        let warned = folder.read(after: before, void: ["5.6"]).warnings.filter { $0.message.contains("declared void") }
        #expect(warned.map(\.message) == ["clause 5.6 was declared void; unchanged, it would hold again"])
        #expect(warned.allSatisfy { $0.says.untranslated.isEmpty && $0.line > 1 })
        var changed = folder
        changed.files["ru.md"] = folder.files["ru.md"]?.replacing("### 5.6\n\n", with: "### 5.6\n\nСлово. ")
        #expect(
            changed.read(after: before, void: ["5.6"]).warnings.allSatisfy { !$0.message.contains("declared void") })
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: before)
        #expect(edition.declaring(void: ["5.6"]).revived(by: before) == ["5.6"])
        let other = try #require(changed.read().document)
        #expect(edition.declaring(void: ["5.6"]).revived(by: other) == [])
    }

    @Test("is no YAML")
    func noYAML() throws {
        var folder = try Cantra.folder()
        folder.files["policy.yml"] = "schema: 1\nregion: [KZ\n"
        let error = try #require(folder.read().errors.first { $0.file == "policy.yml" })
        #expect(error.message.hasPrefix("not YAML"))
        #expect(error.line == 3)
        folder.files["policy.yml"] = "- schema\n"
        #expect(folder.read().errors.map(\.message).contains("the file is not a block of keys"))
    }

    @Test("misses a clause in one language", arguments: Language.allCases)
    func clauseMissing(language: Language) throws {
        let file = "\(language.rawValue).md"
        var folder = try Cantra.folder()
        folder.files[file] = folder.files[file]?.replacing("### 5.3\n", with: "")
        #expect(folder.read().errors.map(\.description).contains("\(file):1: error: clause 5.3 is missing"))
    }
}

@Suite("A field's number, once published")
struct FieldNumberTests {
    private func errors(_ wounds: [Break]) throws -> [String] {
        let before = try Cantra.document()
        let folder = try wounds.reduce(Cantra.folder()) { try $1.applied(to: $0) }
        return folder.read(after: before).errors.map(\.message)
    }

    @Test("keeps its meaning")
    func meaning() throws {
        #expect(try errors([]) == [])
        let renamed = try errors([Break("code: patronymic", "code: middle_name", says: "")])
        #expect(renamed == ["field number 3 was patronymic and cannot become middle_name"])
    }

    @Test("stays with its field")
    func renumbered() throws {
        let moved = try errors([
            Break("number: 6", "number: 7", says: ""),
            Break("[1, 2, 3, 4, 5, 6, 20", "[1, 2, 3, 4, 5, 7, 20", says: ""),
        ])
        #expect(moved.contains("field declaration had number 6 and cannot get 7"))
    }

    @Test("is retired and not forgotten when its field goes")
    func gone() throws {
        let moved = try errors([Break("number: 6", "number: 7", says: "")])
        #expect(moved.contains("field 6 (declaration) has gone and is not in retired_fields"))
        let kept = try errors([
            Break("number: 6", "number: 7", says: ""), Break("retired_fields: []", "retired_fields: [6]", says: ""),
        ])
        #expect(!kept.contains { $0.contains("has gone") })
    }

    @Test("is never used again once retired")
    func retired() throws {
        let folder = try Break("retired_fields: []", "retired_fields: [70]", says: "").applied(to: Cantra.folder())
        let before = try #require(folder.read().document)
        let forgotten = try Cantra.folder().read(after: before).errors.map(\.message)
        #expect(forgotten == ["field number 70 was retired and must stay in retired_fields"])
        let again = try Break("number: 54", "number: 70", says: "").applied(to: Cantra.folder()).read(after: before)
        #expect(again.errors.map(\.message).contains("field number 70 was retired and must not be used again"))
    }
}

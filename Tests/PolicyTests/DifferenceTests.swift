import Foundation
import Policy
import Primitives
import Testing
import Yams

@Suite("The difference of two policies")
struct DifferenceTests {
    /// The first operator's policy with `old` replaced by `new` in one of its files.
    private func changed(
        _ old: String, _ new: String
    ) throws -> EditionDifference {
        let folder = try Break(old, new, says: "").applied(to: try Cantra.folder())
        return EditionDifference(from: try Cantra.document(), to: try #require(folder.read().draft))
    }

    private func only(_ difference: EditionDifference) throws -> ThingChange {
        #expect(difference.things.count == 1 && difference.texts.isEmpty, "\(difference.things)")
        return try #require(difference.things.first)
    }

    @Test("is empty between a policy and itself")
    func same() throws {
        let document = try Cantra.document()
        #expect(EditionDifference(from: document, to: document).isEmpty)
    }

    @Test("shows every value that policy.yml can hold")
    func values() throws {
        let folder = try Cantra.folder()
        let text = try #require(folder.files["policy.yml"])
        let root = try #require(try Yams.compose(yaml: text))
        let small = root.pruned()
        func read(_ node: Node) throws -> PolicyDocument {
            let text = try Yams.serialize(node: node)
            return try #require(PolicyFolder(files: ["policy.yml": text]).read().draft)
        }
        let before = try read(small)
        let variants = small.variants(at: "")
        #expect(variants.count > 150)
        for (path, node) in variants {
            #expect(!EditionDifference(from: before, to: try read(node)).isEmpty, "\(path)")
        }
    }

    @Test("shows a clause's text in the language in which it differs, and where", arguments: Language.allCases)
    func clause(language: Language) throws {
        let text = try #require(try Cantra.document().clause("5.4")?.text[language])
        let last = try #require(text.split(separator: " ").last.map(String.init))
        let folder = try Cantra.folder()
        let place = try #require(folder.files["\(language.rawValue).md"]?.range(of: text))
        var other = folder
        other.files["\(language.rawValue).md"]?.replaceSubrange(place, with: text + " x")
        let document = try #require(other.read().draft)
        let difference = EditionDifference(from: try Cantra.document(), to: document)
        let change = try #require(difference.texts.first)
        #expect(difference.texts.count == 1 && difference.things.isEmpty && !difference.widens)
        #expect(change.id == .clause("5.4") && change.languages == [language])
        let runs = change.runs(in: language)
        #expect(runs.last == TextRun(.added, " x") && runs.count == 2 && runs.first?.text.hasSuffix(last) == true)
    }

    @Test("shows what is new and what has gone in the place where it stands or stood")
    func order() throws {
        let (document, shorter) = (try Cantra.document(), try without("2.2.4"))
        let gone = EditionDifference(from: document, to: shorter)
        #expect(gone.texts.map(\.id).contains(.clause("2.2.4")))
        #expect(gone.texts.first { $0.id == .clause("2.2.4") }?.now == nil)
        let back = EditionDifference(from: shorter, to: document)
        #expect(back.texts.first { $0.id == .clause("2.2.4") }?.was == nil)
        #expect(back.things.contains { $0.thing.name.kind == .clause && $0.kind == .added })
    }

    /// The policy without a clause.
    private func without(_ id: ClauseID) throws -> PolicyDocument {
        var folder = try Cantra.folder()
        let line = try #require(folder.files["policy.yml"]?.firstMatch(of: try Regex("  - \\{id: \"\(id)\".*\n")))
        folder.files["policy.yml"]?.removeSubrange(line.range)
        for language in Language.allCases {
            let part = try Regex("### \(id)\n[^#]*")
            folder.files["\(language.rawValue).md"]?.replace(part, with: "")
        }
        return try #require(folder.read().draft)
    }

    @Test("names what a role gains, act by act put together, and calls it more")
    func grants() throws {
        let difference = try changed(
            "- {acts: [openCase], purposes: [service], fields: [1, 2, 3]}",
            "- {acts: [openCase, reveal], purposes: [service], fields: [1, 2, 3, 4]}")
        let role = try only(difference)
        #expect(role.thing.name.kind == .role && role.thing.name.code == "support" && role.widens)
        let facet = try #require(role.facets.first { $0.was != nil })
        #expect(facet.widens)
        guard case .names(let names)? = facet.now else { throw Fault.notNames }
        #expect(names.map(\.code).contains("4"))
        guard case .grant(let acts, _) = facet.aspect else { throw Fault.notNames }
        #expect(acts.contains(.openCase))
    }

    private enum Fault: Error { case notNames }

    @Test(
        "calls more what lets more be done, and less what lets less",
        arguments: [
            ("  ended_scans: 30 days", "  ended_scans: 31 days", true),
            ("  ended_scans: 30 days", "  ended_scans: 29 days", false),
            ("region: KZ\n", "region: NL\n", true),
            ("second_factor: true", "second_factor: false", true),
            ("code_tries: 5", "code_tries: 4", false),
            ("keep: 30 days\n    title: {ru: \"Другой", "keep: decision\n    title: {ru: \"Другой", false),
            ("keep: 30 days\n    title: {ru: \"Другой", "keep: purpose\n    title: {ru: \"Другой", true),
        ])
    func widening(old: String, new: String, widens: Bool) throws {
        let difference = try changed(old, new)
        #expect(!difference.isEmpty && difference.widens == widens, "\(difference.things)")
    }

    @Test("takes a field's new purpose for more, and its losing one for none")
    func purposes() throws {
        let document = try Cantra.document()
        let field = try #require(document.fields.first { $0.purposes.count > 1 })
        let purposes = field.purposes.map(\.rawValue).joined(separator: ", ")
        let fewer = field.purposes.dropLast().map(\.rawValue).joined(separator: ", ")
        var folder = try Cantra.folder()
        let text = try #require(folder.files["policy.yml"])
        let start = try #require(text.range(of: "number: \(field.number)\n")?.lowerBound)
        let place = try #require(text.range(of: "purposes: [\(purposes)]", range: start..<text.endIndex))
        folder.files["policy.yml"] = text.replacingCharacters(in: place, with: "purposes: [\(fewer)]")
        let less = try #require(folder.read().draft)
        #expect(!EditionDifference(from: document, to: less).widens)
        let more = EditionDifference(from: less, to: document)
        #expect(try only(more).thing.title == field.title && more.widens)
    }

    @Test("takes a new title for the title's change alone")
    func renamed() throws {
        let title = try #require(try Cantra.document().purpose("identification")?.title.en)
        let difference = try changed("en: \"\(title)\"", "en: \"Another title\"")
        let change = try only(difference)
        #expect(change.facets.map(\.aspect) == [.title] && !change.widens)
    }
}

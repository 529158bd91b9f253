import Crypto
import Policy
import Primitives
import Testing
import Yams

@Suite("An edition's hash")
struct EditionHashTests {
    private func hash(_ folder: PolicyFolder) throws -> Bytes {
        let document = try #require(folder.read().draft)
        return try Edition(number: 1, inForceSince: Instant(seconds: 0), document: document).hash
    }

    @Test("is the SHA-256 of the canonical form and does not depend on the number or the instant")
    func definition() throws {
        let document = try Cantra.document()
        let first = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: document)
        let second = try Edition(number: 2, inForceSince: Instant(seconds: 9), document: document)
        #expect(first.hash == second.hash)
        #expect(first.hash == Bytes(SHA256.hash(data: try document.canonical())))
    }

    @Test("stays when comments and the order of keys change")
    func stable() throws {
        var folder = try Cantra.folder()
        let before = try hash(folder)
        let text = try #require(folder.files["policy.yml"])
        folder.files["policy.yml"] =
            "# another comment\n" + text.replacing("region: KZ\n", with: "") + "region: KZ\n"
        #expect(try hash(folder) == before)
    }

    @Test("changes with every clause text", arguments: Language.allCases)
    func texts(language: Language) throws {
        let name = "\(language.rawValue).md"
        let folder = try Cantra.folder()
        var hashes: Set<Bytes> = [try hash(folder)]
        let parts = try #require(folder.files[name]).split(separator: "### ")
        for index in parts.indices.dropFirst() where index.isMultiple(of: 8) {
            var changed = folder
            changed.files[name] = parts.enumerated()
                .map { $0.element.replacing("\n\n", with: "\n\nx", maxReplacements: $0.offset == index ? 1 : 0) }
                .joined(separator: "### ")
            hashes.insert(try hash(changed))
        }
        #expect(hashes.count == 1 + parts.indices.dropFirst().filter { $0.isMultiple(of: 8) }.count)
    }

    @Test("changes with every value that policy.yml can hold")
    func values() throws {
        let folder = try Cantra.folder()
        let text = try #require(folder.files["policy.yml"])
        let root = try #require(try Yams.compose(yaml: text))
        let small = root.pruned()
        var changed = PolicyFolder(files: ["policy.yml": try Yams.serialize(node: small)])
        let before = try hash(changed)
        let variants = small.variants(at: "")
        #expect(variants.count > 150)
        for (path, node) in variants {
            changed.files["policy.yml"] = try Yams.serialize(node: node)
            #expect(try hash(changed) != before, "\(path)")
        }
    }

    @Test("and the edition itself come back from the stored canonical form")
    func stored() throws {
        let document = try Cantra.document()
        let edition = try Edition(number: 3, inForceSince: Instant(seconds: 5), document: document)
        let read = try Edition(number: 3, inForceSince: Instant(seconds: 5), canonical: try document.canonical())
        #expect(read.document == document)
        #expect(read.hash == edition.hash)
        #expect(read.text(of: "5.6", in: .en)?.contains("cantra@cantra.kz") == true)
        #expect(read.text(of: "9.9", in: .en) == nil)
    }

    @Test("stays that of an edition that said how long a receipt is offered")
    func withReceiptTerm() throws {
        let canonical = String(decoding: try Cantra.document().canonical(), as: UTF8.self)
        #expect(!canonical.contains("receipt\":"))
        let old = Bytes(
            canonical.replacing(#""reminders":["#, with: #""receipt":"purpose","reminders":["#).utf8)
        let read = try Edition(number: 1, inForceSince: Instant(seconds: 5), canonical: old)
        #expect(read.hash == Bytes(SHA256.hash(data: old)))
        #expect(
            read.hash != (try Edition(number: 1, inForceSince: Instant(seconds: 5), document: Cantra.document()).hash))
    }

    @Test("stays that of an edition from before there was a term for the review")
    func withoutReviewTerm() throws {
        let canonical = String(decoding: try Cantra.document().canonical(), as: UTF8.self)
        let term = #""review":"3 working days","#
        #expect(canonical.contains(term))
        let old = Bytes(canonical.replacing(term, with: "").utf8)
        let read = try Edition(number: 1, inForceSince: Instant(seconds: 5), canonical: old)
        #expect(read.document.terms.review == nil)
        #expect(read.hash == Bytes(SHA256.hash(data: old)))
    }

    @Test("stays that of an edition from before one person had to wait, under which nobody acts alone")
    func withoutWaits() throws {
        let canonical = String(decoding: try Cantra.document().canonical(), as: UTF8.self)
        let waits = #""singleHanded":{"objection":"1 days","publication":"1 days"},"#
        #expect(canonical.contains(waits))
        let old = Bytes(canonical.replacing(waits, with: "").utf8)
        let read = try Edition(number: 1, inForceSince: Instant(seconds: 5), canonical: old)
        #expect(read.document.staffing.singleHanded)
        #expect(ActOfTwo.allCases.allSatisfy { read.document.singleHandedWait($0) == nil })
        #expect(read.hash == Bytes(SHA256.hash(data: old)))
    }
}

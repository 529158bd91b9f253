import Policy
import Primitives
import Testing
import Yams

@Suite("A permission")
struct PermissionTests {
    /// One yes, as a line of words.
    private func line(_ role: String, _ act: String, _ datum: String, _ purpose: String, _ answer: String) -> String {
        [role, act, datum, purpose, answer].joined(separator: " | ")
    }

    /// The yes-es that policy.yml gives, computed from its raw YAML and by no code of the module under test.
    private func expected() throws -> Set<String> {
        let text = try #require(Cantra.folder().files["policy.yml"])
        let root = try #require(try Yams.load(yaml: text) as? [String: Any])
        func blocks(_ any: Any?) throws -> [[String: Any]] { try #require(any as? [[String: Any]]) }
        func strings(_ any: Any?) -> [String] { (any as? [Any] ?? []).map { "\($0)" } }

        var basis: [String: String] = [:]
        // Other kinds of consent name purposes that they widen, and are no basis of any.
        for consent in try blocks(root["consents"]) where consent["kind"] as? String == "purposes" {
            for purpose in strings(consent["purposes"]) { basis[purpose] = "consent:\(consent["id"] ?? "")" }
        }
        var clause: [String: String] = [:]
        for purpose in try blocks(root["purposes"]) {
            let id = try #require(purpose["id"] as? String)
            clause[id] = "\(purpose["clause"] ?? "")"
            if purpose["ground"] as? String == "law" { basis[id] = "law:\(purpose["article"] ?? "")" }
        }
        var needs: [String: [String]] = [:]
        for field in try blocks(root["fields"]) { needs["field \(field["number"] ?? "")"] = strings(field["purposes"]) }
        for kind in try blocks(root["document_kinds"]) {
            needs["document \(kind["id"] ?? "")"] = strings(kind["purposes"])
        }

        var yes: Set<String> = []
        for role in try blocks(root["roles"]) {
            for grant in try blocks(role["grants"]) {
                let data =
                    strings(grant["fields"]).map { "field \($0)" }
                    + strings(grant["documents"]).map { "document \($0)" }
                for purpose in strings(grant["purposes"]) {
                    // A grant may rest on a clause of its own.
                    let answer = "\(grant["clause"] ?? clause[purpose] ?? "") \(basis[purpose] ?? "")"
                    let reached = ["record"] + data.filter { needs[$0]?.contains(purpose) == true }
                    for act in strings(grant["acts"]) {
                        for datum in reached { yes.insert(line("\(role["id"] ?? "")", act, datum, purpose, answer)) }
                    }
                }
            }
        }
        return yes
    }

    @Test("is given for exactly the role, act, datum and purpose that policy.yml grants")
    func table() throws {
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: Cantra.document())
        let document = edition.document
        let data: [(Datum, String)] =
            [(.record, "record")] + document.fields.map { (.field($0.number), "field \($0.number)") }
            + document.documentKinds.map { (.document($0.id), "document \($0.id)") }
        var yes: Set<String> = []
        var asked = 0
        for role in document.roles.map(\.id) {
            for act in Act.allCases {
                for (datum, name) in data {
                    for purpose in document.purposes.map(\.id) {
                        asked += 1
                        let answer = edition.permission(role: role, act: act, datum: datum, purpose: purpose)
                        guard let answer else { continue }
                        let words = "\(answer.clause) \(answer.basis.code)"
                        yes.insert(line(role.rawValue, act.rawValue, name, purpose.rawValue, words))
                    }
                }
            }
        }
        let expected = try expected()
        #expect(asked > 100_000)
        #expect(expected.count > 300)
        #expect(yes.subtracting(expected).sorted() == [])
        #expect(expected.subtracting(yes).sorted() == [])
    }

    @Test("names its ground and every clause it rests on")
    func ground() throws {
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: Cantra.document())
        let read = try #require(
            edition.permission(role: "reviewer", act: .openCase, datum: .field(1), purpose: "identification"))
        #expect(read.clause == "2.2.2")
        #expect(read.basis == .consent("main"))
        #expect(read.reliesOn == ["b", "2.2.2", "2.3.1"])
        let own = try #require(edition.permission(role: "subject", act: .readOwn, datum: .field(4), purpose: "rights"))
        #expect(own.basis == .law("94-V 24(1), 25(2)"))
        #expect(own.reliesOn == ["3.1", "2.3.2"])
    }

    @Test("opens to a reviewer all that identification needs, and no address")
    func reviewer() throws {
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: Cantra.document())
        let fields = edition.fields(role: "reviewer", act: .openCase, purpose: "identification")
        #expect(fields == [1, 2, 3, 6, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33, 94, 95, 96])
        #expect(
            edition.documentKinds(role: "reviewer", act: .viewDocument, purpose: "identification")
                == [
                    "identity_document", "address_proof", "other", "birth_certificate", "power_of_attorney",
                    "organisation_document", "consent_paper",
                ])
        #expect(edition.fields(role: "reviewer", act: .openCase, purpose: "contact") == [])
        #expect(edition.fields(role: "auditor", act: .readHistory, purpose: "security") == [])
    }

    @Test("is not given for a purpose that no consent covers")
    func uncovered() throws {
        let wound = Break(
            "purposes: [advertising]\n    title", "purposes: [contact]\n    title", says: "")
        let document = try #require(wound.applied(to: Cantra.folder()).read().draft)
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: document)
        #expect(
            edition.permission(role: "mailer", act: .sendMailing, datum: .field(4), purpose: "advertising") == nil)
    }
}

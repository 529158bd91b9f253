import Foundation
import Yams

/// What policy.yml allows, worked out from its YAML alone, by other code than the programme's.
struct ExpectedPolicy {
    /// One cell of the table.
    struct Cell: Hashable {
        let role: String
        let act: String
        let purpose: String
        /// `record`, `field 4` or `document other`.
        let datum: String
    }

    /// The ground of a cell that is allowed.
    struct Ground: Equatable {
        let clause: String
        let basis: String
    }

    private(set) var allowed: [Cell: Ground] = [:]
    let roles: [String]
    let purposes: [String]
    let fields: [Int]
    let kinds: [String]

    /// - Parameter yaml: the text of policy.yml.
    init(yaml: String) throws {
        let root = try Yams.load(yaml: yaml) as? [String: Any] ?? [:]
        let roleItems = Self.items(root["roles"])
        let purposeItems = Self.items(root["purposes"])
        roles = roleItems.map { Self.text($0["id"]) }
        purposes = purposeItems.map { Self.text($0["id"]) }
        var reached: [String: Set<String>] = [:]
        for field in Self.items(root["fields"]) {
            reached["field \(field["number"] as? Int ?? 0)"] = Set(Self.texts(field["purposes"]))
        }
        for kind in Self.items(root["document_kinds"]) {
            reached["document \(Self.text(kind["id"]))"] = Set(Self.texts(kind["purposes"]))
        }
        fields = Self.items(root["fields"]).compactMap { $0["number"] as? Int }
        kinds = Self.items(root["document_kinds"]).map { Self.text($0["id"]) }
        let consents = Self.items(root["consents"]).filter { Self.text($0["kind"]) == "purposes" }

        for role in roleItems {
            for grant in Self.items(role["grants"]) {
                for id in Self.texts(grant["purposes"]) {
                    guard let purpose = purposeItems.first(where: { Self.text($0["id"]) == id }) else { continue }
                    let basis: String
                    if Self.text(purpose["ground"]) == "law" {
                        basis = "law:" + Self.text(purpose["article"])
                    } else {
                        guard let consent = consents.first(where: { Self.texts($0["purposes"]).contains(id) }) else {
                            continue
                        }
                        basis = "consent:" + Self.text(consent["id"])
                    }
                    let clause = grant["clause"].map(Self.text) ?? Self.text(purpose["clause"])
                    let named =
                        (grant["fields"] as? [Int] ?? []).map { "field \($0)" }
                        + Self.texts(grant["documents"]).map { "document \($0)" }
                    for act in Self.texts(grant["acts"]) {
                        for datum in ["record"] + named.filter({ reached[$0, default: []].contains(id) }) {
                            let cell = Cell(role: Self.text(role["id"]), act: act, purpose: id, datum: datum)
                            allowed[cell] = allowed[cell] ?? Ground(clause: clause, basis: basis)
                        }
                    }
                }
            }
        }
    }

    private static func items(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    private static func texts(_ value: Any?) -> [String] { value as? [String] ?? [] }
    private static func text(_ value: Any?) -> String { value as? String ?? "" }
}

extension ExpectedPolicy {
    /// The folder of the first operator's policy.
    static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "policies/cantra")
    }

    static func cantra() throws -> ExpectedPolicy {
        try ExpectedPolicy(
            yaml: try String(contentsOf: folder.appending(path: "policy.yml"), encoding: .utf8))
    }
}

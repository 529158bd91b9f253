import Foundation
import Policy
import Primitives

extension TestHouse {
    /// The policy, with support opening cases for identification, and these of their fields.
    package static func policyWhereSupportOpensCases(with fields: [Int]) throws -> PolicyDocument {
        try policy { policy in
            try change(&policy, "roles", "support") { role in
                let grants = role["grants"] as? [[String: Any]] ?? []
                let open: [String: Any] = ["acts": ["openCase"], "purposes": ["identification"], "fields": fields]
                role["grants"] = grants + [(grants.first ?? [:]).merging(open) { $1 }]
            }
        }
    }

    /// The policy in force, in which reviewers get, beyond what they have, the grant by which `role` does `act`.
    package static func policyWhereReviewers(do act: String, as role: String) throws -> PolicyDocument {
        try policy { policy in
            guard let roles = policy["roles"] as? [[String: Any]],
                let grants = roles.first(where: { $0["id"] as? String == role })?["grants"] as? [[String: Any]],
                let grant = grants.first(where: { ($0["acts"] as? [String])?.contains(act) == true })
            else { throw TestHouseError.notFound("roles") }
            try change(&policy, "roles", "reviewer") { role in
                role["grants"] = (role["grants"] as? [Any] ?? []) + [grant]
            }
        }
    }

    /// The policy in force, in which purpose `contact` gives the names too, and support may look people up by that.
    package static func policyWhereContactGivesNames() throws -> PolicyDocument {
        try policy { policy in
            for number in [1, 2] {
                try change(&policy, "fields", number, of: "number") { field in
                    guard let purposes = field["purposes"] as? [String] else {
                        throw TestHouseError.notFound("purposes")
                    }
                    field["purposes"] = purposes + ["contact"]
                }
            }
            try change(&policy, "roles", "support") { role in
                let lookup: [String: Any] = ["acts": ["lookup"], "purposes": ["contact"], "fields": [1, 2]]
                let like = (role["grants"] as? [[String: Any]])?.first ?? [:]
                role["grants"] = (role["grants"] as? [Any] ?? []) + [like.merging(lookup) { $1 }]
            }
        }
    }

    /// The policy in force, changed as the canonical JSON of it.
    package static func policy(_ change: (inout [String: Any]) throws -> Void) throws -> PolicyDocument {
        let canonical = Data(try policy().canonical())
        guard var policy = try JSONSerialization.jsonObject(with: canonical) as? [String: Any] else {
            throw TestHouseError.notFound("policy")
        }
        try change(&policy)
        return try CanonicalJSON.decode(
            PolicyDocument.self, from: Bytes(JSONSerialization.data(withJSONObject: policy)))
    }

    /// Changes one of a list in it.
    package static func change<ID: Equatable>(
        _ policy: inout [String: Any], _ list: String, _ id: ID, of key: String = "id",
        _ body: (inout [String: Any]) throws -> Void
    ) throws {
        guard var items = policy[list] as? [[String: Any]],
            let place = items.firstIndex(where: { $0[key] as? ID == id })
        else { throw TestHouseError.notFound(list) }
        try body(&items[place])
        policy[list] = items
    }
}

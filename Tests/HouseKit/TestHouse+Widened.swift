import Foundation
import Policy
import Primitives

extension TestHouse {
    /// The policy in force, in which reviewers get, beyond what they have, the grant by which `role` does `act`.
    package static func policyWhereReviewers(do act: String, as role: String) throws -> PolicyDocument {
        let canonical = Data(try policy().canonical())
        guard var policy = try JSONSerialization.jsonObject(with: canonical) as? [String: Any],
            var roles = policy["roles"] as? [[String: Any]],
            let place = roles.firstIndex(where: { $0["id"] as? String == "reviewer" }),
            let grants = roles.first(where: { $0["id"] as? String == role })?["grants"] as? [[String: Any]],
            let grant = grants.first(where: { ($0["acts"] as? [String])?.contains(act) == true })
        else { throw TestHouseError.notFound("roles") }
        roles[place]["grants"] = (roles[place]["grants"] as? [Any] ?? []) + [grant]
        policy["roles"] = roles
        return try CanonicalJSON.decode(
            PolicyDocument.self, from: Bytes(JSONSerialization.data(withJSONObject: policy)))
    }
}

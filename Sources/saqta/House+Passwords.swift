import Access
import Passwords
import Policy
import Primitives

extension House {
    /// Passwords as the driver knows them; none may be made of the operator's own names.
    static func passwordChecks(_ inForce: EditionInForce) throws -> PasswordChecks {
        let hasher = try PasswordHasher()
        return PasswordChecks(
            hash: { entered in
                guard let password = Password(entered) else { throw AccessRefusal.wrongCredentials }
                return try await hasher.hash(password).encoded
            },
            verify: { entered, stored in
                guard let password = Password(entered) else { return false }
                guard let stored, let hash = PasswordHash(encoded: stored) else {
                    try await hasher.verifyAgainstNothing(password)
                    return false
                }
                return try await hasher.verify(password, against: hash)
            },
            accept: { entered, person in
                let policy = try await inForce.look().document.operatorRecord
                let rule = PasswordRule(
                    site: ["saqta", policy.site, policy.email] + Language.allCases.map { policy.name[$0] })
                do throws(PasswordRefusal) {
                    _ = try rule.accept(entered, person: person)
                } catch {
                    throw AccessRefusal.weakPassword(error.name)
                }
            })
    }
}

extension PasswordRefusal {
    /// The name that pages know.
    fileprivate var name: String {
        switch self {
        case .tooShort: "tooShort"
        case .tooLong: "tooLong"
        case .common: "common"
        case .aboutYou: "aboutYou"
        }
    }
}

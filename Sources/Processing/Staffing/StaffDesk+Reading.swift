import Access
import Permits
import Policy
import Primitives

extension StaffDesk {
    /// A member of staff; nil when the person is none.
    package func member(_ subject: SubjectID) async throws -> StaffRow? {
        try await gate.look { try StaffStore($0).find(subject) }
    }

    /// All members of staff, the newest last.
    package func members() async throws -> [StaffRow] {
        try await gate.look { try StaffStore($0).all() }
    }

    /// Whether a second factor is in force for somebody.
    package func hasFactor(_ subject: SubjectID) async throws -> Bool {
        try await gate.look { try CredentialStore($0).find(subject).totp != nil }
    }

    /// What a link is for while it can still be used; nil otherwise.
    package func link(_ token: Bytes) async throws -> Invitation.Kind? {
        let now = time.now
        return try await gate.look { try StaffStore($0).invitation(Session.digest(of: token), at: now)?.kind }
    }

    /// Whether one person works here alone, and does both halves of acts of two.
    package func isSingleHanded() async throws -> Bool {
        try await gate.look { [twoPersons] in try twoPersons.isSingleHanded(in: $0) }
    }

    /// The policy in force.
    package func policy() async throws -> PolicyDocument {
        try await gate.look { [gate] in try gate.book.inForce(in: $0).document }
    }
}

import Access
import Permits
import Policy
import Primitives
import Storage

extension StaffStore {
    /// Ends all access of a member: state, roles, sessions, open links that they made, second factors, leases.
    func endAccess(of subject: SubjectID, at now: Instant) throws {
        try end(subject, at: now)
        try SessionStore(transaction).endAll(of: subject)
        try endInvitations(by: subject, at: now)
        for statement: SQL in [
            "DELETE FROM credential WHERE subject_id = \(subject)",
            "DELETE FROM recovery_code WHERE subject_id = \(subject)",
            "UPDATE registration SET lease_by = NULL, lease_until = NULL WHERE lease_by = \(subject)",
        ] { try transaction.run(statement) }
    }

    /// Takes access or a role away from a member as a later entry says, in a house that was put back from before it.
    ///
    /// - Parameter role: nil for all access.
    /// - Returns: false when it is so already; or when nobody else would administer then, which the operator sees to on the
    ///   command line.
    package func takeAgain(_ role: RoleID?, from subject: SubjectID, at now: Instant) throws -> Bool {
        guard let member = try find(subject), member.state != .ended else { return false }
        guard role.map(member.roles.contains) ?? true else { return false }
        let administers = member.roles.contains(.administrator) && (role ?? .administrator) == .administrator
        guard try !administers || administrators(except: subject) > 0 else { return false }
        guard let role else {
            try endAccess(of: subject, at: now)
            return true
        }
        try revoke(role, from: subject)
        if role == .administrator { try endInvitations(by: subject, at: now) }
        return true
    }
}

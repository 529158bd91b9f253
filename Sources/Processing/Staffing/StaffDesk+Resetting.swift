import Access
import Permits
import Primitives
import Storage

extension StaffDesk {
    /// Uses a link for a new second factor, together with the password.
    /// - Returns: the token of a session that can only enrol the second factor.
    package func useReset(_ token: Bytes, password: String) async throws -> Bytes {
        let now = time.now
        let digest = Session.digest(of: token)
        let found = try await gate.look { transaction -> (SubjectID, Credential)? in
            guard let subject = try person(of: digest, for: .reset, at: now, in: transaction) else { return nil }
            return (subject, try CredentialStore(transaction).find(subject))
        }
        guard try await passwords.verify(password, found?.1.password), let (subject, _) = found else {
            throw AccessRefusal.wrongCredentials
        }
        let session = randomness.bytes(32)
        try await gate.perform { transaction in
            guard try StaffStore(transaction).use(digest, at: now) else { throw StaffRefusal.noInvitation }
            try SessionStore(transaction).begin(
                Session.digest(of: session), kind: .staff, assurance: .link, of: subject, at: now)
        }
        return session
    }

    /// Uses a link for a new password and a new second factor.
    ///
    /// - Returns: the token of a session that can only enrol the second factor.
    /// - Throws: ``StaffRefusal/noInvitation``, `AccessRefusal.weakPassword`.
    package func renew(_ token: Bytes, password: String) async throws -> Bytes {
        try await passwords.accept(password, [])
        let hash = try await passwords.hash(password)
        let now = time.now
        let digest = Session.digest(of: token)
        let session = randomness.bytes(32)
        try await gate.perform { transaction in
            guard let subject = try person(of: digest, for: .renew, at: now, in: transaction),
                try StaffStore(transaction).use(digest, at: now)
            else { throw StaffRefusal.noInvitation }
            try CredentialStore(transaction).setPassword(hash, of: subject, at: now)
            try SessionStore(transaction).begin(
                Session.digest(of: session), kind: .staff, assurance: .link, of: subject, at: now)
        }
        return session
    }

    private func person(
        of digest: Bytes, for kind: Invitation.Kind, at now: Instant, in transaction: any Transaction
    ) throws(StorageError) -> SubjectID? {
        guard let invitation = try StaffStore(transaction).invitation(digest, at: now), invitation.kind == kind else {
            return nil
        }
        return invitation.subject
    }
}

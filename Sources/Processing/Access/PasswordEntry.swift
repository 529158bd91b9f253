import Permits
import Primitives
import Storage

/// Takes passwords from persons and from staff.
///
/// Whether the person exists, has a password or is locked: there is one Argon2id hash, and when the password is wrong
/// one row is written, so that the time says nothing.
package struct PasswordEntry: Sendable {
    let gate: Gate
    let passwords: PasswordChecks
    let time: TimeSource

    package init(gate: Gate, passwords: PasswordChecks, time: TimeSource) {
        self.gate = gate
        self.passwords = passwords
        self.time = time
    }

    /// The person whose password was entered.
    ///
    /// - Parameter holder: finds the person of the address that was entered; nil when it is nobody's.
    /// - Throws: ``AccessRefusal/wrongCredentials``, whatever is wrong.
    package func person(
        entering password: String, found holder: @escaping @Sendable (any Transaction) throws -> SubjectID?
    ) async throws -> SubjectID {
        let now = time.now
        let (person, credential) = try await gate.look { transaction in
            let person = try holder(transaction)
            return (person, try CredentialStore(transaction).find(person ?? CredentialStore.nobody))
        }
        let open = credential.lockedUntil <= now ? person : nil
        let fits = try await passwords.verify(password, open == nil ? nil : credential.password)
        if fits, let open { return open }
        // While an account is locked nothing is counted for it, or strangers could keep somebody out for good.
        let counted = open ?? CredentialStore.nobody
        try await gate.perform { try CredentialStore($0).fail(counted, at: now, longest: .seconds(60)) }
        throw AccessRefusal.wrongCredentials
    }
}

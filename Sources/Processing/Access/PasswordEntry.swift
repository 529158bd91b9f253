import Permits
import Primitives
import Storage

/// Takes passwords from persons and from staff.
///
/// Whether the person exists, has a password or waits: there is one Argon2id hash, and the same is written, so that the
/// time says nothing.
package struct PasswordEntry: Sendable {
    let gate: Gate
    let passwords: PasswordChecks
    let time: TimeSource

    package init(gate: Gate, passwords: PasswordChecks, time: TimeSource) {
        self.gate = gate
        self.passwords = passwords
        self.time = time
    }

    /// The person whose password was entered. Call ``GuessStore/succeed(_:)`` in the transaction of what follows.
    ///
    /// - Parameters:
    ///   - counter: who counts together in wrong passwords; see ``KnownBrowsers/counter(_:for:)``.
    ///   - holder: finds the person of the address that was entered; nil when it is nobody's.
    /// - Throws: ``AccessRefusal/wrongCredentials``, whatever is wrong.
    package func person(
        entering password: String, counting counter: Bytes,
        found holder: @escaping @Sendable (any Transaction) throws -> SubjectID?
    ) async throws -> SubjectID {
        let now = time.now
        let (person, stored) = try await gate.look { transaction in
            let person = try holder(transaction)
            return (person, try person.map { try CredentialStore(transaction).find($0) }?.password)
        }
        let isOpen = try await gate.perform { try GuessStore($0).attempt(counter, at: now) }
        let fits = try await passwords.verify(password, isOpen ? stored : nil)
        guard fits, let person else { throw AccessRefusal.wrongCredentials }
        return person
    }
}

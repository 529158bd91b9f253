/// What the driver of passwords does for sign-in.
package struct PasswordChecks: Sendable {
    /// A fresh Argon2id hash in PHC format.
    package let hash: @Sendable (String) async throws -> String
    /// Whether the password fits; without a stored hash it takes the same time and answers false.
    package let verify: @Sendable (_ entered: String, _ stored: String?) async throws -> Bool
    /// Throws a refusal that says what is wrong with a password a person wants to set.
    package let accept: @Sendable (_ entered: String, _ person: [String]) async throws -> Void

    package init(
        hash: @escaping @Sendable (String) async throws -> String,
        verify: @escaping @Sendable (_ entered: String, _ stored: String?) async throws -> Bool,
        accept: @escaping @Sendable (_ entered: String, _ person: [String]) async throws -> Void
    ) {
        self.hash = hash
        self.verify = verify
        self.accept = accept
    }
}

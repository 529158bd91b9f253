/// What is kept of a password: an Argon2id hash (RFC 9106) with its salt and costs.
package struct PasswordHash: Hashable, Sendable {
    /// `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
    package let encoded: String

    /// Reads a stored hash.
    /// - Returns: nil unless it is an Argon2id string that libsodium can hold.
    package init?(encoded: String) {
        guard encoded.hasPrefix("$argon2id$"), encoded.utf8.count < 128, !encoded.utf8.contains(0) else { return nil }
        self.encoded = encoded
    }
}

extension PasswordHash: CustomStringConvertible {
    package var description: String { "•••" }
}

/// What one guess costs.
package struct PasswordCost: Hashable, Sendable {
    /// Memory in KiB.
    package let memory: Int
    /// Passes over the memory.
    package let passes: Int

    /// - Returns: nil below what libsodium accepts (8 KiB, one pass) or above 1 GiB and 16 passes.
    package init?(memory: Int, passes: Int) {
        guard (8...1_048_576).contains(memory), (1...16).contains(passes) else { return nil }
        self.init(checkedMemory: memory, passes: passes)
    }

    private init(checkedMemory memory: Int, passes: Int) {
        self.memory = memory
        self.passes = passes
    }

    /// 19 MiB and two passes, after the OWASP Password Storage Cheat Sheet: about 20 ms of one core.
    package static let standard = PasswordCost(checkedMemory: 19_456, passes: 2)
}

import CSodium

/// The calls of libsodium, which block.
enum Argon2id {
    /// - Returns: nil when the memory cannot be had.
    static func hash(_ password: Password, _ cost: PasswordCost) -> PasswordHash? {
        var encoded = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let failed = withOctets(password) { text, count in
            crypto_pwhash_str_alg(
                &encoded, text, count, UInt64(cost.passes), cost.memory * 1_024, crypto_pwhash_alg_argon2id13())
        }
        guard failed == 0 else { return nil }
        let octets = encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        return PasswordHash(encoded: String(decoding: octets, as: UTF8.self))
    }

    static func verify(_ password: Password, _ hash: PasswordHash) -> Bool {
        withOctets(password) { text, count in crypto_pwhash_str_verify(hash.encoded, text, count) } == 0
    }

    static func differs(_ hash: PasswordHash, from cost: PasswordCost) -> Bool {
        crypto_pwhash_str_needs_rehash(padded(hash), UInt64(cost.passes), cost.memory * 1_024) != 0
    }

    /// libsodium reads the whole of its fixed-size buffer there.
    private static func padded(_ hash: PasswordHash) -> [CChar] {
        let characters = hash.encoded.utf8.map(CChar.init(bitPattern:))
        return characters + [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()) - characters.count)
    }

    private static func withOctets(
        _ password: Password, _ body: (UnsafePointer<CChar>, UInt64) -> CInt
    ) -> CInt {
        let count = UInt64(password.text.utf8.count)
        return password.text.withCString { body($0, count) }
    }
}

extension PasswordHash {
    /// A hash of nothing: comparing with it costs what any comparison costs. Salt and hash are octets of zero.
    static func decoy(_ cost: PasswordCost) -> PasswordHash? {
        let salt = String(repeating: "A", count: 22)
        let hash = String(repeating: "A", count: 43)
        return PasswordHash(encoded: "$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=1$\(salt)$\(hash)")
    }
}

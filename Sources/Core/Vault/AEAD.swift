import Crypto
import Foundation
import Primitives

/// AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits and a tag of 128 bits: nonce ‖ ciphertext ‖ tag.
enum AEAD {
    static let nonceLength = 12
    static let tagLength = 16
    /// How much longer sealed octets are.
    static let overhead = nonceLength + tagLength

    static func seal(
        _ plaintext: Bytes, key: SymmetricKey, authenticating data: Bytes, randomness: Randomness
    ) throws(VaultError) -> Bytes {
        let nonce = randomness.bytes(nonceLength)
        return nonce + (try seal(plaintext, key: key, nonce: nonce, authenticating: data))
    }

    /// Ciphertext ‖ tag under a nonce that the caller never uses twice with one key.
    static func seal(
        _ plaintext: some DataProtocol, key: SymmetricKey, nonce: Bytes, authenticating data: Bytes
    ) throws(VaultError) -> Bytes {
        var sealed = Bytes()
        sealed.reserveCapacity(plaintext.count + tagLength)
        try seal(plaintext, key: key, nonce: nonce, authenticating: data, to: &sealed)
        return sealed
    }

    /// The same, put behind what `sealed` holds.
    static func seal(
        _ plaintext: some DataProtocol, key: SymmetricKey, nonce: Bytes, authenticating data: Bytes,
        to sealed: inout Bytes
    ) throws(VaultError) {
        do {
            let box = try AES.GCM.seal(
                plaintext, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: data)
            sealed += box.ciphertext
            sealed += box.tag
        } catch {
            throw .malformed("cannot be sealed")
        }
    }

    static func open(
        _ sealed: Bytes, key: SymmetricKey, authenticating data: Bytes
    ) throws(VaultError) -> Bytes {
        guard sealed.count >= overhead else { throw .doesNotOpen }
        return try open(
            sealed[nonceLength...], key: key, nonce: Bytes(sealed[..<nonceLength]), authenticating: data)
    }

    /// Opens ciphertext ‖ tag.
    static func open(
        _ sealed: ArraySlice<UInt8>, key: SymmetricKey, nonce: Bytes, authenticating data: Bytes
    ) throws(VaultError) -> Bytes {
        guard sealed.count >= tagLength else { throw .doesNotOpen }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: nonce), ciphertext: sealed.dropLast(tagLength),
                tag: sealed.suffix(tagLength))
            return Bytes(try AES.GCM.open(box, using: key, authenticating: data))
        } catch {
            throw .doesNotOpen
        }
    }
}

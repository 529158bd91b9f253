import Crypto
import Foundation
import Primitives
import Testing

@testable import Vault

/// Project Wycheproof against the primitives that the vault and the ledger call.
@Suite("Wycheproof", .enabled(if: Vectors.mustRunWycheproof, "SAQTA_WYCHEPROOF names no folder"))
struct WycheproofTests {
    struct Cipher: Decodable {
        let ivSize: Int
        let keySize: Int
        let tagSize: Int
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let key, iv, aad, msg, ct, tag, result: String
        }
    }

    @Test("AES-256-GCM seals and opens as the vectors say")
    func aesGCM() throws {
        let groups = try Vectors.wycheproof("Cipher/wycheproof/aes_gcm_test.json", of: Cipher.self)
            .filter { $0.ivSize == 96 && $0.keySize == 256 && $0.tagSize == 128 }
        let cases = groups.flatMap(\.tests)
        #expect(cases.count >= 66)
        for vector in cases {
            let key = SymmetricKey(data: try Vectors.bytes(vector.key))
            let (iv, data) = (try Vectors.bytes(vector.iv), try Vectors.bytes(vector.aad))
            let message = try Vectors.bytes(vector.msg)
            let sealed = try Vectors.bytes(vector.ct) + Vectors.bytes(vector.tag)
            if vector.result == "valid" {
                #expect(try AEAD.seal(message, key: key, nonce: iv, authenticating: data) == sealed, "\(vector.tcId)")
                #expect(try AEAD.open(iv + sealed, key: key, authenticating: data) == message, "\(vector.tcId)")
            } else {
                #expect(throws: VaultError.doesNotOpen, "\(vector.tcId)") {
                    try AEAD.open(iv + sealed, key: key, authenticating: data)
                }
            }
        }
    }

    struct Derivation: Decodable {
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let ikm, salt, info, okm, result: String
            let size: Int
        }
    }

    @Test("HKDF-SHA-256 derives as the vectors say")
    func hkdf() throws {
        let cases = try Vectors.wycheproof("Protocol/wycheproof/hkdf_sha256_test.json", of: Derivation.self)
            .flatMap(\.tests).filter { $0.size <= 255 * 32 }
        #expect(cases.count >= 80)
        for vector in cases {
            let derived = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: try Vectors.bytes(vector.ikm)),
                salt: try Vectors.bytes(vector.salt), info: try Vectors.bytes(vector.info),
                outputByteCount: vector.size)
            let matches = derived.withUnsafeBytes { Bytes($0) } == (try Vectors.bytes(vector.okm))
            #expect(matches == (vector.result == "valid"), "\(vector.tcId)")
        }
    }

    @Test("HMAC-SHA-256 is as the vectors say")
    func hmac() throws {
        let lines = try Vectors.lines("hmac-sha256.txt")
        #expect(lines.count == 174)
        for line in lines {
            let key = SymmetricKey(data: try Vectors.bytes(line[1]))
            let tag = try Vectors.bytes(line[3])
            let code = HMAC<SHA256>.authenticationCode(for: try Vectors.bytes(line[2]), using: key)
            #expect((Bytes(code).prefix(tag.count) == tag[...]) == (line[4] == "valid"), "\(line[0])")
        }
    }

    struct Signature: Decodable {
        let publicKey: Key
        let tests: [Case]

        struct Key: Decodable { let pk: String }
        struct Case: Decodable {
            let tcId: Int
            let msg, sig, result: String
        }
    }

    @Test("Ed25519 verifies what the vectors call valid, and nothing else")
    func ed25519() throws {
        let groups = try Vectors.wycheproof("Signature/wycheproof/ed25519_test.json", of: Signature.self)
        let decided = groups.flatMap(\.tests).filter { $0.result != "acceptable" }
        #expect(decided.count >= 180)
        for group in groups {
            let key = try Curve25519.Signing.PublicKey(rawRepresentation: try Vectors.bytes(group.publicKey.pk))
            // Keys of small or mixed order: RFC 8032 leaves open what a verifier answers.
            for vector in group.tests where vector.result != "acceptable" {
                let verifies = key.isValidSignature(
                    try Vectors.bytes(vector.sig), for: try Vectors.bytes(vector.msg))
                #expect(verifies == (vector.result == "valid"), "\(vector.tcId)")
            }
        }
    }
}

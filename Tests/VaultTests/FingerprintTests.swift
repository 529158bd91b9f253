import Crypto
import Primitives
import Testing

@testable import Vault

@Suite("A fingerprint")
struct FingerprintTests {
    private let digest = Bytes(SHA256.hash(data: Bytes("a scan".utf8)))

    @Test("is the same for the same content of the same person, and for nothing else")
    func onePerson() {
        let print = Sample.key(1).fingerprint(of: digest)
        #expect(print.count == 32)
        #expect(print == Sample.key(1).fingerprint(of: digest))
        #expect(print != Sample.key(2).fingerprint(of: digest))
        #expect(print != Sample.key(1).fingerprint(of: Bytes(SHA256.hash(data: Bytes("another".utf8)))))
        let sameSecret = SubjectKey(subject: Sample.subject(2), secret: Sample.secret(1))
        #expect(print != sameSecret.fingerprint(of: digest))
    }

    @Test("is made with a key that seals nothing")
    func ownKey() {
        let key = Sample.key(1)
        for compartment in Compartment.allCases {
            let mac = HMAC<SHA256>.authenticationCode(for: digest, using: key.key(for: compartment))
            #expect(key.fingerprint(of: digest) != Bytes(mac))
        }
    }
}

import Crypto
import Primitives
import Testing

@testable import Access

@Suite("Time-based one-time password")
struct TOTPTests {
    let key = Bytes("12345678901234567890".utf8)

    private func totp() throws -> TOTP { TOTP(try #require(TOTPSecret(key))) }

    @Test(
        "gives the values of RFC 4226, appendix D",
        arguments: zip(
            Int64(0)..<10,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ]))
    func counterValues(counter: Int64, expected: String) {
        #expect(TOTP.code(counter: counter, key: key, digits: 6) == expected)
    }

    @Test(
        "gives the values of RFC 6238, appendix B, for SHA-1",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func timeValues(seconds: Int64, expected: String) throws {
        let instant = Instant(seconds: seconds)
        #expect(TOTP.code(counter: TOTP.counter(at: instant), key: key, digits: 8) == expected)
        #expect(try totp().code(at: instant) == expected.suffix(6))
    }

    @Test("takes the step before and the step after, and no other")
    func window() throws {
        let totp = try totp()
        let now = Instant(seconds: 1_800_000_015)
        let present = TOTP.counter(at: now)
        for distance in -3...3 {
            let code = totp.code(at: now + .seconds(30 * distance))
            let expected = abs(distance) <= 1 ? present + Int64(distance) : nil
            #expect(totp.verify(code, at: now, lastUsed: nil) == expected)
        }
    }

    @Test("does not take a code twice, nor an older one after it")
    func replay() throws {
        let totp = try totp()
        let now = Instant(seconds: 1_800_000_015)
        let used = try #require(totp.verify(totp.code(at: now), at: now, lastUsed: nil))
        #expect(totp.verify(totp.code(at: now), at: now, lastUsed: used) == nil)
        #expect(totp.verify(totp.code(at: now - .seconds(30)), at: now, lastUsed: used) == nil)
        #expect(totp.verify(totp.code(at: now + .seconds(30)), at: now, lastUsed: used) == used + 1)
    }

    @Test("ignores spaces and refuses anything else", arguments: ["", "1234567", "12345", "abcdef", "１２３４５６"])
    func entries(entered: String) throws {
        let now = Instant(seconds: 1_800_000_015)
        let code = try totp().code(at: now)
        #expect(try totp().verify("\(code.prefix(3)) \(code.suffix(3))", at: now, lastUsed: nil) != nil)
        #expect(try totp().verify(entered, at: now, lastUsed: nil) == nil)
    }

    @Test(
        "writes Base32 as RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(text: String, encoded: String) {
        #expect(Base32.encode(Bytes(text.utf8)) == encoded)
        #expect(Base32.decode(encoded) == Bytes(text.utf8))
    }

    @Test("refuses Base32 that nobody writes", arguments: ["1", "A", "MZ", "MZXW6YTBO1", "қ"])
    func badBase32(text: String) {
        #expect(Base32.decode(text) == nil)
    }

    @Test("a secret comes back from what the person types")
    func readable() throws {
        let secret = TOTPSecret(from: .system)
        #expect(secret.readable.count == 39)
        #expect(Base32.decode(secret.readable.lowercased()) == secret.bytes)
        #expect("\(secret)" == "•••")
    }

    @Test("the address for the app escapes the operator's name")
    func uri() throws {
        let secret = try #require(TOTPSecret(key))
        #expect(
            secret.uri(issuer: "ИП «A&B»", account: "staff 7")
                == "otpauth://totp/%D0%98%D0%9F%20%C2%ABA%26B%C2%BB:staff%207?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%D0%98%D0%9F%20%C2%ABA%26B%C2%BB&algorithm=SHA1&digits=6&period=30")
    }

    @Test("compares every octet")
    func constantTime() {
        #expect(constantTimeEquals([1, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEquals([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEquals([0, 2, 3], [1, 2, 3]))
        #expect(!constantTimeEquals([1, 2], [1, 2, 3]))
        #expect(constantTimeEquals([], []))
    }
}

@Suite("Recovery code")
struct TOTPRecoveryCodeTests {
    let key = SymmetricKey(data: Bytes(repeating: 7, count: 32))

    @Test("ten different ones are given, each twelve characters that paper does not confuse")
    func generate() {
        let codes = TOTPRecoveryCode.generate(from: .system)
        #expect(Set(codes).count == 10)
        for code in codes {
            #expect(code.readable.wholeMatch(of: #/([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}/#) != nil)
            #expect("\(code)" == "•••")
        }
    }

    @Test("is found by its digest however it is typed, and by nothing else")
    func finds() throws {
        let codes = TOTPRecoveryCode.generate(from: .system)
        let kept = codes.map { $0.digest(under: key) }
        let typed = codes[6].readable.lowercased().replacing("-", with: " ")
        #expect(try #require(TOTPRecoveryCode(typed)).index(in: kept, under: key) == 6)
        #expect(codes[6].index(in: Array(kept.prefix(6)), under: key) == nil)
        #expect(codes[6].index(in: kept, under: SymmetricKey(data: Bytes(repeating: 8, count: 32))) == nil)
    }

    @Test("cannot be read from anything else", arguments: ["", "ABCD-EFGH-2345-6", "ABCD-EFGH-234O", "ABCD-EFGH-234"])
    func refuses(entered: String) {
        #expect(TOTPRecoveryCode(entered) == nil)
    }
}

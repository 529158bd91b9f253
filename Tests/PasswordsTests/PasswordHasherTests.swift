import Passwords
import Testing

@Suite("Password hasher")
struct PasswordHasherTests {
    @Test("keeps an Argon2id hash of 19 MiB and two passes, with a fresh salt each time")
    func standard() async throws {
        let hasher = try PasswordHasher()
        let password = try #require(Password("violet tram nods"))
        let hash = try await hasher.hash(password)
        #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hasher.hash(password) != hash)
    }

    @Test("knows the password again, and no other")
    func verifies() async throws {
        let hasher = try PasswordHasher(cost: cheap())
        let hash = try await hasher.hash(#require(Password("жёлтый чайник\u{0}1")))
        #expect(try await hasher.verify(#require(Password("жёлтый чайник\u{0}1")), against: hash))
        #expect(try await !hasher.verify(#require(Password("жёлтый чайник\u{0}2")), against: hash))
        #expect(try await !hasher.verify(#require(Password("")), against: hash))
    }

    @Test("knows the password again when another device composes its letters otherwise")
    func normalises() async throws {
        let hasher = try PasswordHasher(cost: cheap())
        let hash = try await hasher.hash(#require(Password("й ё é ｱ")))
        #expect(try await hasher.verify(#require(Password("и\u{306} е\u{308} e\u{301} ア")), against: hash))
    }

    @Test("reads a hash that another programme made")
    func foreign() async throws {
        // Made with the argon2 command of Debian's package argon2 20171227: `-id -t 2 -k 64 -p 1`.
        let encoded = "$argon2id$v=19$m=64,t=2,p=1$c2FxdGFzYWx0c2FxdGE$h4R7W4j77fTe/DInKqjvvGFqKbWpoJLxqwHC+NTv7OE"
        let hash = try #require(PasswordHash(encoded: encoded))
        let hasher = try PasswordHasher(cost: cheap())
        #expect(try await hasher.verify(#require(Password("violet tram nods")), against: hash))
        #expect(try await !hasher.verify(#require(Password("violet tram nod")), against: hash))
    }

    @Test("asks for a new hash when the cost has changed")
    func rehash() async throws {
        let old = try PasswordHasher(cost: cheap())
        let new = try PasswordHasher(cost: #require(PasswordCost(memory: 128, passes: 1)))
        let hash = try await old.hash(#require(Password("violet tram nods")))
        #expect(!old.needsRehash(hash))
        #expect(new.needsRehash(hash))
    }

    @Test(
        "takes no string that is not an Argon2id hash", arguments: ["", "$2b$12$abc", "$argon2i$v=19$m=8,t=1,p=1$a$b"])
    func foreignFormats(encoded: String) {
        #expect(PasswordHash(encoded: encoded) == nil)
    }

    @Test("refuses the one that would wait too long, and takes it later")
    func bounded() async throws {
        let hasher = try PasswordHasher(atOnce: 1, waiting: 1)
        let password = try #require(Password("violet tram nods"))
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do {
                        _ = try await hasher.hash(password)
                        return true
                    } catch PasswordError.busy {
                        return false
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(true))
        #expect(outcomes.contains(false))
        _ = try await hasher.hash(password)
    }

    @Test("a person who is not known costs the same time as one who is")
    func sameTime() async throws {
        let hasher = try PasswordHasher(atOnce: 1)
        let password = try #require(Password("violet tram nods"))
        let hash = try await hasher.hash(password)
        let clock = ContinuousClock()
        var known = Duration.seconds(60)
        var unknown = Duration.seconds(60)
        // The least of many is what the work takes; everything above it is the machine doing something else. A busy one
        // needs more rounds until both are at their least; a true difference stays, however many there are.
        for round in 1...200 where round <= 15 || unknown <= known * 0.8 || unknown >= known * 1.25 {
            known = min(known, try await clock.measure { _ = try await hasher.verify(password, against: hash) })
            unknown = min(unknown, try await clock.measure { try await hasher.verifyAgainstNothing(password) })
        }
        #expect(unknown > known * 0.8)
        #expect(unknown < known * 1.25)
    }

    private func cheap() throws -> PasswordCost { try #require(PasswordCost(memory: 64, passes: 1)) }
}

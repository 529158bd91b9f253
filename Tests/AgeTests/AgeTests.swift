import Age
import Foundation
import Primitives
import TestKit
import Testing

@Suite("What is sealed with age")
struct AgeTests {
    private static func seal(_ octets: Bytes, to recipient: String, _ url: URL) throws {
        try Data().write(to: url)
        let output = try FileHandle(forWritingTo: url)
        let sealing = try AgeSealing(to: recipient, into: output.fileDescriptor)
        for start in stride(from: 0, to: octets.count, by: 30_000) {
            try sealing.write(Bytes(octets[start..<min(start + 30_000, octets.count)]))
        }
        try sealing.finish()
    }

    fileprivate static func open(_ url: URL, with identity: AgeIdentity) throws -> Bytes {
        let input = try FileHandle(forReadingFrom: url)
        let opening = try AgeOpening(with: identity, from: input.fileDescriptor)
        var octets = Bytes()
        while case let piece = try opening.read(most: 70_000), !piece.isEmpty { octets += piece }
        return octets
    }

    @Test("opens with the key for which it was sealed, and with no other", arguments: [0, 1, 65_536, 1_000_000])
    func opens(length: Int) async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "sealed")
            let (own, other) = (try AgeIdentity.make(), try AgeIdentity.make())
            let octets = Bytes((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            try Self.seal(octets, to: own.recipient, url)
            let sealed = try Data(contentsOf: url)
            #expect(length < 1_000 || sealed.range(of: Data(octets.prefix(40))) == nil)
            let identity = try #require(AgeIdentity(file: Bytes(own.file.utf8)))
            #expect(try Self.open(url, with: identity) == octets)
            #expect(try identity.recipient() == own.recipient)
            let stranger = try #require(AgeIdentity(file: Bytes(other.file.utf8)))
            #expect(throws: AgeError.noMatch) { try Self.open(url, with: stranger) }
        }
    }

    @Test("does not open for a changed recipient, be it one or none", arguments: ["1", "@", "*", "["])
    func changedRecipient(sign: Character) async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "sealed")
            let own = try AgeIdentity.make()
            try Self.seal([1, 2, 3], to: own.recipient, url)
            var sealed = try Data(contentsOf: url)
            let octet = try #require(sign.asciiValue)
            sealed[60] = sealed[60] == octet ? octet + 1 : octet
            try sealed.write(to: url)
            let identity = try #require(AgeIdentity(file: Bytes(own.file.utf8)))
            #expect(throws: AgeError.noMatch) { try Self.open(url, with: identity) }
        }
    }

    @Test("gives no octet of a chunk that was changed")
    func changed() async throws {
        try await withTemporaryFolder { folder in
            let url = folder.appending(path: "sealed")
            let own = try AgeIdentity.make()
            try Self.seal(Bytes(repeating: 1, count: 150_000), to: own.recipient, url)
            var sealed = try Data(contentsOf: url)
            sealed[100_000] ^= 1
            try sealed.write(to: url)
            let input = try FileHandle(forReadingFrom: url)
            let opening = try AgeOpening(
                with: try #require(AgeIdentity(file: Bytes(own.file.utf8))), from: input.fileDescriptor)
            #expect(throws: AgeError.refused("age: error: failed to decrypt and authenticate payload chunk")) {
                while !(try opening.read(most: 10_000)).isEmpty {}
            }
            #expect(opening.count == 65_536)
        }
    }

    @Test(
        "is not begun for somebody who is no recipient",
        arguments: ["", "age1", "age1abc", "--help", "AGE1\(String(repeating: "Q", count: 58))"])
    func recipients(text: String) throws {
        #expect(!AgeIdentity.isRecipient(text))
        let null = try FileHandle(forWritingTo: URL(filePath: "/dev/null"))
        #expect(throws: AgeError.self) {
            let sealing = try AgeSealing(to: text, into: null.fileDescriptor)
            try sealing.finish()
        }
    }

    @Test("fails when it cannot be written")
    func full() throws {
        let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        let error = #expect(throws: AgeError.self) {
            let sealing = try AgeSealing(to: try AgeIdentity.make().recipient, into: full.fileDescriptor)
            for _ in 0..<100 { try sealing.write(Bytes(repeating: 0, count: 65_536)) }
            try sealing.finish()
        }
        #expect("\(try #require(error))".contains("no space left"))
    }
}

@Suite("A recovery key")
struct AgeIdentityTests {
    @Test("is read from paper, whatever the case and the spaces")
    func paper() throws {
        let made = try AgeIdentity.make()
        let key = try #require(made.file.split(separator: "\n").last)
        let typed = key.lowercased().enumerated().map { ($0 % 10 == 9 ? " " : "") + String($1) }.joined()
        #expect(try AgeIdentity(file: Bytes(typed.utf8))?.recipient() == made.recipient)
        #expect(AgeIdentity.isRecipient(made.recipient))
    }

    @Test("is not one without a secret key", arguments: ["", "# public key: age1abc", "AGE-SECRET-KEY"])
    func none(text: String) {
        #expect(AgeIdentity(file: Bytes(text.utf8)) == nil)
    }

    @Test("prints as nothing")
    func hidden() throws {
        let identity = try #require(AgeIdentity(file: Bytes(try AgeIdentity.make().file.utf8)))
        #expect("\(identity)" == "•••")
        #expect(String(reflecting: identity) == "•••")
        var dumped = ""
        dump(identity, to: &dumped)
        #expect(!dumped.contains("AGE"))
    }

    @Test("comes back while it is sealed, and opens again", arguments: [0, 1, 70_000, 3_000_000])
    func streams(length: Int) async throws {
        try await withTemporaryFolder { folder in
            let own = try AgeIdentity.make()
            let octets = Bytes((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            let stream = try AgeStream(to: own.recipient)
            var (sealed, most) = (Bytes(), 0)
            for start in stride(from: 0, to: length, by: 262_144) {
                sealed += try stream.seal(Bytes(octets[start..<min(start + 262_144, length)]))
                most = max(most, start - sealed.count)
            }
            sealed += try stream.finish()
            // What is held back is no more than the lines between the two programmes and one chunk of age take.
            #expect(most < 1_500_000)
            let url = folder.appending(path: "sealed")
            try Data(sealed).write(to: url)
            let identity = try #require(AgeIdentity(file: Bytes(own.file.utf8)))
            #expect(try AgeTests.open(url, with: identity) == octets)
        }
    }

    @Test("is sealed for nobody whose name has a slip in it")
    func slip() throws {
        let recipient = try AgeIdentity.make().recipient
        let slip = recipient.dropLast() + (recipient.last == "q" ? "p" : "q")
        #expect(AgeIdentity.isRecipient(String(slip)))
        #expect(throws: AgeError.self) { _ = try AgeStream(to: String(slip)).finish() }
        #expect(throws: AgeError.self) { _ = try AgeStream(to: String(slip)).seal(Bytes(repeating: 1, count: 500_000)) }
    }
}

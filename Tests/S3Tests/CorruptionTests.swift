import Blobs
import Crypto
import Foundation
import NIOHTTP1
import Primitives
import S3Kit
import TestKit
import Testing
import Vault

@testable import S3

/// What a service, or somebody at it, has changed is never taken for what was sent.
@Suite("A changed object", .enabled(if: S3Server.isThere, "needs SAQTA_TEST_S3"))
struct CorruptionTests {
    private let key = BlobKey(from: .system)

    @Test("a part that was changed is not made part of an object", arguments: [1_000, 9_000_000])
    func part(length: Int) async throws {
        let store = try S3Server.required().store(S3Server.prefix())
        let writer = try await store.begin(key)
        for start in stride(from: 0, to: length, by: 500_000) {
            try await writer.append(octets(start..<min(start + 500_000, length)))
        }
        try await writer.sync()
        try await store.change(S3Part(range: 0..<1).name(of: key))
        await #expect(throws: BlobError.damaged) { try await writer.finish() }
        await #expect(throws: BlobError.missing) { try await store.length(key) }
        #expect(try await store.unfinishedUploads() == 0)
    }

    @Test("an object that comes to the service changed is refused before anybody is told that it is there")
    func sent() async throws {
        let (server, prefix) = (try S3Server.required(), S3Server.prefix())
        let good = try server.store(prefix)
        // What comes back is not what was sent, as with a service that keeps other octets.
        try await FaultyLine.run(to: server.endpoint, [.changeAnswer(at: 60_000)]) { line in
            let store = try server.store(prefix, at: line.endpoint)
            let writer = S3BlobWriter(key, in: store, parts: [])
            try await writer.append(octets(0..<100_000))
            await #expect(throws: BlobError.damaged) { try await writer.finish() }
            await #expect(throws: BlobError.missing) { try await good.length(key) }
        }
    }

    @Test("a sealed document that was changed at the service is refused on read", arguments: [0, 41, 70_000, 199_999])
    func sealed(place: Int) async throws {
        let store = try S3Server.required().store(S3Server.prefix())
        let secret = SymmetricKey(size: .bits256)
        var stream = SealingStream(key: secret, associatedData: [1], randomness: .system)
        let sealed = try stream.update(octets(0..<200_000)) + stream.finish()
        let writer = try await store.begin(key)
        try await writer.append(sealed)
        try await writer.finish()
        let reader = try await SegmentReader(store: store, blob: key, key: secret, associatedData: [1])
        #expect(try await reader.read(0..<200_000) == octets(0..<200_000))

        try await store.change(key.place, at: place)
        await #expect(throws: (any Error).self) {
            try await SegmentReader(store: store, blob: key, key: secret, associatedData: [1]).verifyWhole()
        }
    }

    @Test("an object that was cut at the service is damage")
    func cut() async throws {
        let store = try S3Server.required().store(S3Server.prefix())
        let writer = try await store.begin(key)
        try await writer.append(octets(0..<1_000))
        try await writer.finish()
        try await store.replace(key.place, with: octets(0..<900))
        await #expect(throws: BlobError.damaged) { try await store.read(key, 0..<1_000) }
    }
}

extension S3Blobs {
    /// Changes an octet of what lies at a place, as somebody at the service could.
    func change(_ place: String, at index: Int = 0) async throws {
        let head = try #require(try await head(place))
        var octets = try await get(place, 0..<head.length)
        octets[index] ^= 1
        try await replace(place, with: octets)
    }

    /// Puts other octets in place of what is there, under the same marks.
    func replace(_ place: String, with octets: Bytes) async throws {
        let digest = try #require(try await head(place)).digest ?? ""
        try await delete(place)
        var body = S3Body()
        body.append(octets[...])
        _ = try await client.send(
            S3Call(method: .PUT, name: name(place), headers: [(Self.digest, digest)], body: body))
    }
}

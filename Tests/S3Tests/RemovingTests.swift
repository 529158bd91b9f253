import Blobs
import Foundation
import NIOCore
import NIOHTTP1
import Primitives
import S3Kit
import TestKit
import Testing

@testable import S3

@Suite("Removing from S3", .enabled(if: S3Server.isThere, "needs SAQTA_TEST_S3"))
struct RemovingTests {
    private let key = BlobKey(from: .system)

    @Test("a long unfinished object goes with its parts and its upload")
    func unfinished() async throws {
        let store = try S3Server.required().store(S3Server.prefix())
        let writer = try await store.begin(key)
        try await writer.append(octets(0..<6_000_000))
        try await writer.sync()
        _ = try await store.beginUpload(of: key)
        try await store.remove(key)
        #expect(try await store.objects(after: "", most: 9).isEmpty)
        #expect(try await store.unfinishedUploads() == 0)
    }

    @Test("in a bucket that keeps versions, no version of it stays")
    func versions() async throws {
        let server = try S3Server.required()
        let bucket = "versions-\(Randomness.system.bytes(6).hex)"
        let store = try S3Blobs(
            S3Place("s3://\(bucket)/a", endpoint: server.endpoint, region: "us-east-1"), server.credentials,
            patience: .quick, clock: .hurried)
        _ = try await store.client.send(S3Call(method: .PUT))
        #expect(try await store.keepsVersions() == false)
        _ = try await store.client.send(
            S3Call(
                method: .PUT, query: [("versioning", "")],
                body: S3Body(
                    "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                        + "<Status>Enabled</Status></VersioningConfiguration>")))
        #expect(try await store.keepsVersions() == true)
        for blob in [key, BlobKey(from: .system)] {
            let writer = try await store.begin(blob)
            try await writer.append(octets(0..<6_000_000))
            try await writer.sync()
            try await writer.finish()
        }
        try await store.remove(key)
        let list = try await store.client.send(S3Call(query: [("versions", ""), ("prefix", "a/")])).xml()
        let left = (list.all("Version") + list.all("DeleteMarker")).compactMap { $0["Key"] }
        #expect(left.count == 1)
        #expect(left.allSatisfy { !$0.contains(key.description) })
    }

    @Test("nothing of another prefix is listed or removed")
    func neighbours() async throws {
        let (server, prefix) = (try S3Server.required(), S3Server.prefix())
        let (store, neighbour) = (try server.store("\(prefix)/a"), try server.store("\(prefix)/ab"))
        for one in [store, neighbour] {
            let writer = try await one.begin(key)
            try await writer.append(octets(0..<10))
            try await writer.finish()
        }
        try await store.remove(key)
        #expect(try await store.objects(after: "", most: 9).isEmpty)
        #expect(try await neighbour.objects(after: "", most: 9).map(\.key) == [key])
    }
}

@Suite("The line to S3", .enabled(if: S3Server.isThere, "needs SAQTA_TEST_S3"))
struct LineTests {
    private let key = BlobKey(from: .system)

    @Test("TLS goes to whom the operator's authority vouches for, and to nobody else")
    func authority() async throws {
        let server = try S3Server.required()
        let place = try S3Place(
            "s3://\(server.bucket)/\(S3Server.prefix())", endpoint: server.tls, region: "us-east-1")
        let trusting = try S3Blobs(
            place, server.credentials, authority: server.authority, patience: .quick, clock: .hurried)
        try await trusting.probe(.system)
        let strange = try S3Blobs(place, server.credentials, patience: .quick, clock: .hurried)
        await #expect(throws: BlobError.self) { try await strange.length(key) }
        #expect(throws: S3Problem.authority("/dev/null")) {
            try S3Blobs(place, server.credentials, authority: "/dev/null")
        }
    }

    @Test("the bucket can be in the path and in the name of the host", arguments: S3Place.Addressing.allCases)
    func addressing(addressing: S3Place.Addressing) async throws {
        let server = try S3Server.required()
        let port = try #require(URL(string: server.endpoint)?.port)
        let place = try S3Place(
            "s3://\(server.bucket)/\(S3Server.prefix())", endpoint: "http://localhost:\(port)", region: "us-east-1",
            addressing: addressing)
        let store = try S3Blobs(
            place, server.credentials,
            addresses: ["\(server.bucket).localhost": "127.0.0.1", "localhost": "127.0.0.1"],
            patience: .quick, clock: .hurried)
        try await store.probe(.system)
        let writer = try await store.begin(key)
        try await writer.append(octets(0..<6_000_000))
        try await writer.finish()
        #expect(try await store.read(key, 5_999_990..<6_000_000) == octets(5_999_990..<6_000_000))
    }

    @Test("a wrong secret is refused, and the answer says so")
    func secret() async throws {
        let server = try S3Server.required()
        let store = try S3Blobs(
            S3Place("s3://\(server.bucket)/a", endpoint: server.endpoint, region: "us-east-1"),
            S3Credentials(id: server.credentials.id, secret: "wrong"), patience: .quick, clock: .hurried)
        await #expect(throws: BlobError.unavailable("the S3 service answered 403 SignatureDoesNotMatch")) {
            try await store.reach()
        }
    }
}

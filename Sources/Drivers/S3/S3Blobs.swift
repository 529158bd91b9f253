import Blobs
import Foundation
import NIOCore
import NIOHTTP1
import Primitives

/// Objects in a bucket: `ab/cd/<key>` when finished, as in a folder, so that either can be copied to the other as it is.
///
/// An unfinished object is a row of parts, `unfinished/<key>/<offset>`, each written once and durable; finishing puts them
/// together. So an upload goes on in any process, and nothing of it is in memory but the part that is being filled.
package struct S3Blobs: BlobStore {
    let client: S3Client

    /// Octets that are put in one call when an object is put together: the smallest part that S3 takes in an object of
    /// several (5 MiB).
    static let part = 5 << 20
    /// Octets that wait in memory before they are made durable.
    static let step = 2 << 20
    /// Octets that are read in one call.
    static let window = 1 << 18

    /// - Parameters:
    ///   - authority: PEM file of the certificates that are trusted; the system's when nil.
    ///   - addresses: host names that are not looked up, with their addresses.
    /// - Throws: ``S3Problem/authority(_:)``.
    package init(
        _ place: S3Place, _ credentials: S3Credentials, authority: String? = nil, addresses: [String: String] = [:],
        patience: S3Patience = S3Patience(), clock: S3Clock = .system, randomness: Randomness = .system
    ) throws(S3Problem) {
        client = try S3Client(
            place, credentials, authority: authority, addresses: addresses, patience: patience, clock: clock,
            randomness: randomness)
    }

    /// Nothing is stored yet: that an object is written by another is found when something of it is made durable.
    ///
    /// - Throws: `BlobError.unavailable` when it is finished.
    package func begin(_ key: BlobKey) async throws -> any BlobWriter {
        try await asBlobError {
            guard try await finishedLength(key) == nil else { throw BlobError.unavailable("\(key) is finished") }
            return S3BlobWriter(key, in: self, parts: [])
        }
    }

    /// - Throws: `BlobError.missing` when nothing durable was begun, or it is finished.
    package func resume(_ key: BlobKey) async throws -> any BlobWriter {
        try await asBlobError {
            let parts = try await parts(of: key)
            guard !parts.isEmpty, try await finishedLength(key) == nil else { throw BlobError.missing }
            return S3BlobWriter(key, in: self, parts: parts)
        }
    }

    package func unfinishedLength(_ key: BlobKey) async throws -> Int? {
        try await asBlobError {
            guard let last = try await parts(of: key).last, try await finishedLength(key) == nil else { return nil }
            return last.range.upperBound
        }
    }

    package func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await asBlobError {
            let parts = try await parts(of: key)
            guard let end = parts.last?.range.upperBound else { throw BlobError.missing }
            guard range.lowerBound >= 0, range.upperBound <= end else { throw BlobError.damaged }
            var octets = Bytes()
            for part in parts where part.range.overlaps(range) {
                let piece = part.range.clamped(to: range)
                let start = piece.lowerBound - part.range.lowerBound
                octets += try await get(part.name(of: key), start..<start + piece.count)
            }
            return octets
        }
    }

    package func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await asBlobError { try await get(key.place, range) }
    }

    package func length(_ key: BlobKey) async throws -> Int {
        try await asBlobError {
            guard let length = try await finishedLength(key) else { throw BlobError.missing }
            return length
        }
    }

    /// The full name of something in the bucket.
    func name(_ place: String) -> String { client.place.prefix + place }

    /// Octets of a finished object; nil when there is none.
    func finishedLength(_ key: BlobKey) async throws -> Int? { try await head(key.place)?.length }

    /// Length and digest of what lies at a place; nil when nothing does.
    func head(_ place: String) async throws -> (length: Int, digest: String?)? {
        do {
            let answer = try await client.send(S3Call(method: .HEAD, name: name(place), most: 0))
            guard let length = answer.header("content-length").flatMap({ Int($0) }) else { throw S3Fault.nonsense }
            return (length, answer.header(Self.digest))
        } catch S3Fault.missing {
            return nil
        }
    }

    /// Part of what lies at a place, with several calls when it is long.
    ///
    /// - Throws: `BlobError.damaged` when it ends before the range does.
    func get(_ place: String, _ range: Range<Int>) async throws -> Bytes {
        guard !range.isEmpty else {
            guard let head = try await head(place) else { throw BlobError.missing }
            guard range.upperBound <= head.length else { throw BlobError.damaged }
            return []
        }
        if range.count <= Self.window { return try await getOnce(place, range) }
        var octets = Bytes()
        octets.reserveCapacity(range.count)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.window) {
            octets += try await getOnce(place, start..<min(start + Self.window, range.upperBound))
        }
        return octets
    }

    private func getOnce(_ place: String, _ range: Range<Int>) async throws -> Bytes {
        let answer = try await client.send(
            S3Call(
                name: name(place), headers: [("range", "bytes=\(range.lowerBound)-\(range.upperBound - 1)")],
                most: range.count))
        guard answer.status == 206 || range.lowerBound == 0 else { throw S3Fault.nonsense }
        guard answer.body.count == range.count else { throw BlobError.damaged }
        return answer.body
    }

    /// The header that keeps SHA-256 of what was put in one call.
    static let digest = "x-amz-meta-saqta-sha256"

    /// Runs `body`, with what the service answers in the words of a store.
    func asBlobError<Answer>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await body()
        } catch let fault as S3Fault {
            throw fault.asBlobError
        }
    }
}

import Blobs
import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import Primitives

extension S3Blobs {
    /// Puts something that must not be there already; doing it again after an answer was lost is doing it once.
    ///
    /// - Throws: ``S3Fault/conflict`` when other octets are there.
    func put(_ body: S3Body, at place: String) async throws {
        let digest = body.digest
        do {
            _ = try await client.send(
                S3Call(
                    method: .PUT, name: name(place),
                    headers: [
                        ("content-type", "application/octet-stream"), (Self.digest, digest.hex),
                        ("x-amz-checksum-sha256", Data(digest).base64EncodedString()),
                    ], body: body, mustBeNew: true))
        } catch S3Fault.conflict {
            guard let there = try await head(place), there.length == body.length, there.digest == digest.hex else {
                throw S3Fault.conflict
            }
        }
    }

    /// Makes an object of octets in memory.
    func publish(_ body: S3Body, as key: BlobKey) async throws {
        try await put(body, at: key.place)
        try await verify(key, length: body.length, digest: body.digest)
    }

    /// Makes an object of its durable parts, and removes them.
    func publish(_ parts: [S3Part], as key: BlobKey) async throws {
        var reader = PartReader(store: self, key: key, parts: parts)
        if reader.length <= Self.part {
            try await publish(try await reader.next(), as: key)
        } else {
            try await join(&reader, as: key)
            try await verify(key, length: reader.length, digest: reader.digest)
        }
        for part in parts { try await delete(part.name(of: key)) }
    }

    /// Reads an object back: some services keep other octets than they were sent, and say nothing.
    ///
    /// What is wrong is removed; the parts that it was made of are still there.
    private func verify(_ key: BlobKey, length: Int, digest: Bytes) async throws {
        var hash = SHA256()
        if try await finishedLength(key) == length {
            for start in stride(from: 0, to: length, by: Self.window) {
                hash.update(data: try await get(key.place, start..<min(start + Self.window, length)))
            }
            if Bytes(hash.finalize()) == digest { return }
        }
        try await delete(key.place)
        throw BlobError.damaged
    }

    /// Puts a long object together in one upload of several parts, which appears as a whole or not at all.
    private func join(_ reader: inout PartReader, as key: BlobKey) async throws {
        try await abortUploads(of: key)
        let upload = try await beginUpload(of: key)
        do {
            var tags: [String] = []
            while true {
                let body = try await reader.next()
                guard body.length > 0 else { break }
                let answer = try await client.send(
                    S3Call(
                        method: .PUT, name: name(key.place),
                        query: [("partNumber", "\(tags.count + 1)"), ("uploadId", upload)], body: body))
                guard let tag = answer.header("etag") else { throw S3Fault.nonsense }
                tags.append(tag)
            }
            try await complete(upload, of: key, tags: tags, length: reader.length)
        } catch {
            // Also when the task was cancelled. What it leaves even so ends with the leftovers.
            try? await Task { try await abort(upload, of: key) }.value
            throw error
        }
    }

    private func complete(_ upload: String, of key: BlobKey, tags: [String], length: Int) async throws {
        let parts = tags.enumerated().map { index, tag in
            let quoted = tag.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
            return "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(quoted)</ETag></Part>"
        }
        do {
            _ = try await client.send(
                S3Call(
                    method: .POST, name: name(key.place), query: [("uploadId", upload)],
                    headers: [("content-type", "application/xml")],
                    body: S3Body("<CompleteMultipartUpload>\(parts.joined())</CompleteMultipartUpload>"),
                    mustBeNew: true))
        } catch S3Fault.missing, S3Fault.conflict {
            // Done by an attempt whose answer was lost, or by another writer: the octets are compared next.
            guard try await finishedLength(key) == length else { throw S3Fault.conflict }
            try await abort(upload, of: key)
        }
    }
}

/// The octets of an unfinished object, part after part; what each part was put with is compared on the way.
struct PartReader {
    let store: S3Blobs
    let key: BlobKey
    private var left: ArraySlice<S3Part>
    private var position = 0
    private var hash = SHA256()
    private var partHash = SHA256()
    let length: Int

    init(store: S3Blobs, key: BlobKey, parts: [S3Part]) {
        self.store = store
        self.key = key
        left = parts[...]
        length = parts.last?.range.upperBound ?? 0
    }

    /// SHA-256 of what was read.
    var digest: Bytes { Bytes(hash.finalize()) }

    /// The next octets, as many as one call takes; fewer at the end, and none after it.
    mutating func next() async throws -> S3Body {
        var body = S3Body()
        while body.length < S3Blobs.part, let part = left.first {
            let start = position - part.range.lowerBound
            let count = min(S3Blobs.window, S3Blobs.part - body.length, part.range.count - start)
            let octets = try await store.get(part.name(of: key), start..<start + count)
            hash.update(data: octets)
            partHash.update(data: octets)
            body.append(octets[...])
            position += count
            if position == part.range.upperBound { try await end(part) }
        }
        return body
    }

    private mutating func end(_ part: S3Part) async throws {
        guard let head = try await store.head(part.name(of: key)), head.digest == Bytes(partHash.finalize()).hex else {
            throw BlobError.damaged
        }
        partHash = SHA256()
        left = left.dropFirst()
    }
}

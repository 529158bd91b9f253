import Backups
import Blobs
import Documents
import Primitives
import SQLite
import Storage

/// Copies the objects that the rows of one instant name, out of a store in which they come and go meanwhile.
struct ObjectWalk {
    let blobs: any BlobStore
    /// The rows of that instant.
    let rows: SQLiteFile
    /// The rows of now.
    let live: any Database
    let total: Int
    let bar: ProgressBar
    private var found = DataSet.Found()
    private var done = 0

    private static let atOnce = 500

    init(blobs: any BlobStore, rows: SQLiteFile, live: any Database, total: Int, bar: ProgressBar) {
        self.blobs = blobs
        self.rows = rows
        self.live = live
        self.total = total
        self.bar = bar
    }

    mutating func write(to writer: inout SetWriter) async throws -> DataSet.Found {
        try await write(to: &writer) { try DocumentStore($0).scans(after: $1, limit: Self.atOnce) }
        try await write(to: &writer) { try DocumentStore($0).images(after: $1, limit: Self.atOnce) }
        return found
    }

    private mutating func write(
        to writer: inout SetWriter, _ page: @escaping @Sendable (any Transaction, Bytes) throws -> [KeptObjects]
    ) async throws {
        var last = Bytes()
        while true {
            let after = last
            let objects = try await rows.read { try page($0, after) }
            guard let newest = objects.last?.blobs.first else { return }
            last = newest.bytes
            for kept in objects { try await write(kept, to: &writer) }
        }
    }

    private mutating func write(_ kept: KeptObjects, to writer: inout SetWriter) async throws {
        var digests: [Bytes] = []
        for blob in kept.blobs {
            if let digest = try await write(blob, to: &writer) {
                digests.append(digest)
            } else {
                // Its row went before it did, unless it was lost.
                let isNamed = try await live.read { try DocumentStore($0).holder(of: blob) != nil }
                if isNamed { found.lost.append(blob) } else { found.gone.append(blob) }
            }
            done += 1
            bar.show(done, of: total)
        }
        if digests.count == kept.blobs.count, !kept.match(digests) { found.changed += kept.blobs }
    }

    /// - Returns: SHA-256 of the object; nil when it is not there, or not all of it.
    private func write(_ blob: BlobKey, to writer: inout SetWriter) async throws -> Bytes? {
        guard let length = try await length(blob) else { return nil }
        return try await writer.add(DataSet.documents + blob.place, length: length) { range in
            do {
                return try await blobs.read(blob, range)
            } catch BlobError.missing {
                return try await blobs.readUnfinished(blob, range)
            }
        }
    }

    /// An object whose octets are all there gets its name in the store a moment later.
    private func length(_ blob: BlobKey) async throws -> Int? {
        for _ in 0..<2 {
            do {
                return try await blobs.length(blob)
            } catch BlobError.missing {
                if let length = try await blobs.unfinishedLength(blob) { return length }
            }
        }
        return nil
    }
}

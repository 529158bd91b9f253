import Blobs
import Primitives

/// A store of objects whose calls fail as a plan says: before anything is done, half way, and after all is done.
package struct FaultyBlobStore: BlobStore {
    private let store: any BlobStore
    private let plan: FaultPlan

    package init(_ store: any BlobStore, _ plan: FaultPlan) {
        self.store = store
        self.plan = plan
    }

    package func begin(_ key: BlobKey) async throws -> any BlobWriter {
        try await plan.around { Writer(try await store.begin(key), plan) }
    }

    package func resume(_ key: BlobKey) async throws -> any BlobWriter {
        try await plan.around { Writer(try await store.resume(key), plan) }
    }

    package func unfinishedLength(_ key: BlobKey) async throws -> Int? {
        try await plan.reading { try await store.unfinishedLength(key) }
    }

    package func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await plan.reading { try await store.readUnfinished(key, range) }
    }

    package func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await plan.reading { try await store.read(key, range) }
    }

    package func length(_ key: BlobKey) async throws -> Int {
        try await plan.reading { try await store.length(key) }
    }

    package func remove(_ key: BlobKey) async throws {
        try await plan.around { try await store.remove(key) }
    }

    package func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await plan.reading { try await store.objects(after: place, most: most) }
    }

    package func endLeftovers(before: Instant) async throws -> Int {
        try await plan.around { try await store.endLeftovers(before: before) }
    }

    private struct Writer: BlobWriter {
        let writer: any BlobWriter
        let plan: FaultPlan

        init(_ writer: any BlobWriter, _ plan: FaultPlan) {
            self.writer = writer
            self.plan = plan
        }

        var length: Int { get async { await writer.length } }

        func append(_ bytes: Bytes) async throws {
            try await plan.around {
                if plan.fails(.half) {
                    try await writer.append(Bytes(bytes.prefix(bytes.count / 2)))
                    throw FaultPlan.away
                }
                try await writer.append(bytes)
            }
        }

        func sync() async throws { try await plan.around { try await writer.sync() } }

        func finish() async throws { try await plan.around { try await writer.finish() } }
    }
}

extension FaultPlan {
    fileprivate static let away = BlobError.unavailable("as planned")

    fileprivate func around<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        if fails(.untouched) { throw Self.away }
        let answer = try await work()
        if fails(.done) { throw Self.away }
        return answer
    }

    fileprivate func reading<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        if fails(.reading) { throw Self.away }
        return try await work()
    }
}

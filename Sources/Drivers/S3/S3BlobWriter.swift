import Blobs
import Crypto
import Primitives

/// Writes one object of a bucket. What is not durable yet is in memory, one part at most.
actor S3BlobWriter: BlobWriter {
    private let key: BlobKey
    private let store: S3Blobs
    private var parts: [S3Part]
    private var waiting = S3Body()
    private var isFinished = false
    private var isWorking = false

    init(_ key: BlobKey, in store: S3Blobs, parts: [S3Part]) {
        self.key = key
        self.store = store
        self.parts = parts
    }

    var length: Int { durable + waiting.length }

    private var durable: Int { parts.last?.range.upperBound ?? 0 }

    func append(_ bytes: Bytes) async throws {
        try await work {
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(S3Blobs.step - waiting.length)
                waiting.append(piece)
                rest = rest.dropFirst(piece.count)
                if waiting.length == S3Blobs.step { try await flush() }
            }
        }
    }

    func sync() async throws { try await work { try await flush() } }

    func finish() async throws {
        try await work {
            if parts.isEmpty {
                try await store.publish(waiting, as: key)
            } else {
                try await flush()
                waiting = S3Body()
                try await store.publish(parts, as: key)
            }
            waiting = S3Body()
            isFinished = true
        }
    }

    private func flush() async throws {
        guard waiting.length > 0 else { return }
        let part = S3Part(range: durable..<length)
        try await store.put(waiting, at: part.name(of: key))
        parts.append(part)
        waiting = S3Body()
    }

    /// Does one thing at a time: between two calls to the service another could come in.
    private func work(_ body: () async throws -> Void) async throws {
        guard !isFinished else { throw BlobError.unavailable("\(key) is finished") }
        guard !isWorking else { throw BlobError.unavailable("\(key) is being written") }
        isWorking = true
        defer { isWorking = false }
        try await store.asBlobError(body)
    }
}

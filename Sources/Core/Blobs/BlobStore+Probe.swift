import Primitives

extension BlobStore {
    /// Whether the store answers, without writing. - Throws: what the store does when it does not.
    package func reach() async throws { _ = try await objects(after: "", most: 1) }

    /// Writes an object of random octets, reads it and removes it again.
    ///
    /// - Throws: `BlobError.damaged` when other octets come back, or some after the removal.
    package func probe(_ randomness: Randomness) async throws {
        let key = BlobKey(from: randomness)
        let octets = randomness.bytes(1_024)
        let writer = try await begin(key)
        try await writer.append(octets)
        do {
            try await writer.finish()
            guard try await read(key, 0..<octets.count) == octets else { throw BlobError.damaged }
        } catch {
            try await remove(key)
            throw error
        }
        try await remove(key)
        do {
            _ = try await length(key)
        } catch BlobError.missing {
            return
        }
        throw BlobError.damaged
    }
}

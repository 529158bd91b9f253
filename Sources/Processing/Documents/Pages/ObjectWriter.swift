import Blobs
import Crypto
import Permits
import Primitives

/// Seals whole small objects, such as page images, into the store.
struct ObjectWriter: Sendable {
    let blobs: any BlobStore
    let sealing: ObjectSealing
    let sealer: Sealer

    /// - Returns: SHA-256 of the sealed object.
    func write(_ value: PersonalData<Bytes>, as blob: BlobKey) async throws -> Bytes {
        let plaintext = value.reveal()
        var seal = try sealing.begin(sealer, blob)
        var hash = SHA256()
        let writer = try await blobs.begin(blob)
        var start = 0
        while start < plaintext.count {
            let end = min(start + 65_536, plaintext.count)
            let sealed = try seal.update(Bytes(plaintext[start..<end]))
            hash.update(data: sealed)
            if !sealed.isEmpty { try await writer.append(sealed) }
            start = end
        }
        let last = try seal.finish()
        hash.update(data: last)
        try await writer.append(last)
        try await writer.finish()
        return Bytes(hash.finalize())
    }
}

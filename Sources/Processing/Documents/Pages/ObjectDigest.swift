import Crypto
import Primitives

/// SHA-256 of an object, read piece by piece in constant memory.
enum ObjectDigest {
    private static let piece = 262_144

    static func of(_ length: Int, _ read: (Range<Int>) async throws -> Bytes) async throws -> Bytes {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: piece) {
            hash.update(data: try await read(start..<min(start + piece, length)))
        }
        return Bytes(hash.finalize())
    }
}

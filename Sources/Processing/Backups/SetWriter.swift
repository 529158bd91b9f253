import Crypto
import Foundation
import Ledger
import Primitives

/// Writes a set as a tar stream: manifest, members, their list, the seal.
package struct SetWriter {
    package let manifest: BackupManifest
    private let signer: CheckpointSigner
    private let write: (Bytes) throws -> Void
    private var list = MemberList()

    /// How much is read and written in one go, in octets.
    package static let piece = 1 << 20

    /// Writes the manifest.
    ///
    /// - Parameter write: takes the stream, piece by piece.
    package init(_ manifest: BackupManifest, signer: CheckpointSigner, _ write: @escaping (Bytes) throws -> Void) throws
    {
        self.manifest = manifest
        self.signer = signer
        self.write = write
        try add(manifest.set.manifest, Bytes(try signer.signStatement(manifest.text).description.utf8))
    }

    /// Adds a small member. - Throws: ``BackupFault`` when the name does not fit a header; what writing throws.
    package mutating func add(_ name: String, _ content: Bytes) throws {
        try put(name, content)
        list.add(name, digest: Bytes(SHA256.hash(data: content)))
    }

    /// Adds a member that is read piece by piece. One whose reading fails half-way is filled up with zeros, since its length
    /// has been said.
    ///
    /// - Returns: SHA-256 of what was read; nil when reading failed.
    @discardableResult
    package mutating func add(
        _ name: String, length: Int, _ read: (Range<Int>) async throws -> Bytes
    ) async throws -> Bytes? {
        try begin(name, length)
        var (hash, isWhole) = (SHA256(), true)
        for start in stride(from: 0, to: length, by: Self.piece) {
            let range = start..<min(start + Self.piece, length)
            var piece = isWhole ? try? await read(range) : nil
            if piece?.count != range.count { (piece, isWhole) = (nil, false) }
            let octets = piece ?? Bytes(repeating: 0, count: range.count)
            hash.update(data: octets)
            try write(octets)
        }
        try write(Bytes(repeating: 0, count: TarHeader.padding(length)))
        let digest = Bytes(hash.finalize())
        list.add(name, digest: digest)
        return isWhole ? digest : nil
    }

    /// Writes list and seal.
    package mutating func finish() throws {
        let seal = BackupSeal(manifest, list: list.octets)
        try put(manifest.set.list, list.octets)
        try put(manifest.set.seal, Bytes(try signer.signStatement(seal.text).description.utf8))
        try write(TarHeader.end)
    }

    private func put(_ name: String, _ content: Bytes) throws {
        try begin(name, content.count)
        try write(content)
        try write(Bytes(repeating: 0, count: TarHeader.padding(content.count)))
    }

    private func begin(_ name: String, _ length: Int) throws {
        guard TarHeader.isName(name) else { throw BackupFault(manifest.set, member: name, .unknown) }
        try write(TarHeader(name: name, length: length, modified: Int(max(0, manifest.made.seconds))).octets)
    }
}

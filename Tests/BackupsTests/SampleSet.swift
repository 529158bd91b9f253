import Crypto
import Ledger
import Primitives

@testable import Backups

/// A set that was written into memory.
struct SampleSet {
    static let members: [(name: String, content: Bytes)] = [
        ("data/checkpoint", Bytes("a checkpoint\n".utf8)),
        ("data/saqta.sqlite", Bytes((0..<5_000).map { UInt8(truncatingIfNeeded: $0 * 7) })),
        ("data/documents/ab/cd/abcd", Bytes(repeating: 9, count: 512)),
        ("backup/data/gone.txt", []),
    ]

    static func signer(_ seed: UInt8 = 7) throws -> CheckpointSigner {
        try CheckpointSigner(origin: "test.example/ledger", seed: Bytes(repeating: seed, count: 32))
    }

    static func manifest(_ set: BackupSet = .data) -> BackupManifest {
        BackupManifest(
            set: set, instance: String(repeating: "1f", count: 16), made: Instant(microseconds: 1_795_511_100_123_456),
            programme: "0.1.0", schema: "2026-11-24.80", ledgerSize: 12, ledgerRoot: Bytes(repeating: 5, count: 32),
            counts: [.init("persons", 3), .init("objects", 1)])
    }

    /// - Parameter change: what somebody did to the content of a member before it was written.
    static func written(
        _ set: BackupSet = .data, signer: CheckpointSigner? = nil, members: [(name: String, content: Bytes)] = members
    ) throws -> Bytes {
        let stream = Stream()
        var writer = try SetWriter(manifest(set), signer: try signer ?? self.signer()) { stream.octets += $0 }
        for member in members { try writer.add(member.name, member.content) }
        try writer.finish()
        return stream.octets
    }

    /// Reads a whole set. - Returns: its members.
    static func read(
        _ octets: Bytes, _ set: BackupSet = .data, atOnce: Int = 1_000, key: CheckpointSigner? = nil
    ) throws -> [(name: String, content: Bytes)] {
        let stream = Stream(octets)
        var reader = try SetReader(set) { stream.take(min($0, atOnce)) }
        try reader.trust((key ?? (try signer())).verifier)
        var members: [(name: String, content: Bytes)] = []
        while let member = try reader.next() {
            var content = Bytes()
            while case let piece = try reader.read(most: 700), !piece.isEmpty { content += piece }
            members.append((member.name, content))
        }
        return members
    }

    /// The fault for which a set is refused; nil when it is not.
    static func fault(_ octets: Bytes, _ set: BackupSet = .data, key: CheckpointSigner? = nil) throws -> BackupFault? {
        do {
            _ = try read(octets, set, key: key)
            return nil
        } catch let fault as BackupFault {
            return fault
        }
    }
}

/// Octets that come or go piece by piece.
final class Stream {
    var octets: Bytes
    private var start = 0

    init(_ octets: Bytes = []) { self.octets = octets }

    func take(_ most: Int) -> Bytes {
        let end = min(octets.count, start + most)
        defer { start = end }
        return Bytes(octets[start..<end])
    }
}

/// Where the members of a tar stream are.
struct Places {
    let members: [(name: String, header: Int, content: Range<Int>)]

    init(_ octets: Bytes) {
        var members: [(name: String, header: Int, content: Range<Int>)] = []
        var start = 0
        while let header = TarHeader(Bytes(octets[start..<start + TarHeader.block])) {
            let content = start + TarHeader.block
            members.append((header.name, start, content..<content + header.length))
            start = content + header.length + TarHeader.padding(header.length)
        }
        self.members = members
    }
}

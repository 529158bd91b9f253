import Foundation
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@testable import Ledger

@Suite("The copy of the ledger outside the database")
struct CopyTests {
    private static func copy(of house: LedgerHouse, disk: Disk = .system) throws -> LedgerCopy {
        var copy = LedgerCopy(of: house.database, signedBy: try house.signer.verifier, in: house.path("copy"))
        copy.disk = disk
        return copy
    }

    /// Every file of the copy, by its path below the log.
    private static func files(_ house: LedgerHouse) throws -> Set<String> {
        let folder = house.path("copy/1")
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return Set(names.filter { !URL(fileURLWithPath: "\(folder)/\($0)").hasDirectoryPath })
    }

    private static func loaded(
        _ house: LedgerHouse, _ body: @Sendable (LedgerHouse) async throws -> Void
    ) async throws {
        let log = try #require(LedgerCopy.newestLog(in: house.path("copy")))
        try await LedgerHouse.with(.sqlite) { other in
            try await LedgerCopy.load(log, into: other.database)
            try await body(other)
        }
    }

    @Test("holds all that is signed, and the same tree comes of it", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let copy = try Self.copy(of: house)
            #expect(try await copy.round() == 0)
            for more in [1, 254, 1, 1, 300, 256 * 3 - 45] {
                try await house.append(more)
                try await house.sequencer().sequence()
                #expect(try await copy.round() == more)
                #expect(try await copy.round() == 0)
                let signed = try await house.reader.signed()
                #expect(try copy.size() == signed.size)
                let entries = try await house.sequenced()
                let verifier = try house.signer.verifier
                try await Self.loaded(house) { other in
                    #expect(try await other.sequenced() == entries)
                    #expect(try await other.reader.signed() == signed)
                    _ = try await other.reader.later(than: signed.size, root: signed.root, signedBy: verifier)
                }
            }
        }
    }

    @Test("is laid out as a log that is served, and holds no part that the newest checkpoint does not need")
    func layout() async throws {
        try await LedgerHouse.with(.sqlite) { house in
            let copy = try Self.copy(of: house)
            for more in [3, 253, 4, 256] {
                try await house.append(more)
                try await house.sequencer().sequence()
                try await copy.round()
            }
            let expected: Set = [
                "checkpoint", "tile/0/000", "tile/0/001", "tile/0/002.p/4", "tile/1/000.p/2", "tile/entries/000",
                "tile/entries/001", "tile/entries/002.p/4",
            ]
            #expect(
                try Self.files(house).filter { !$0.hasSuffix(".p") && $0.contains("/") || $0 == "checkpoint" }
                    .filter { !["tile/0", "tile/1", "tile/entries"].contains($0) } == expected)
            let tile = try await house.reader.tile(level: 1, number: 0, width: 2)
            #expect(FileManager.default.contents(atPath: house.path("copy/1/tile/1/000.p/2")).map(Bytes.init) == tile)
        }
    }

    @Test("is whole at each checkpoint, whatever call to the disk fails", arguments: 1...40)
    func failing(call: Int) async throws {
        try await LedgerHouse.with(.sqlite) { house in
            try await house.append(255)
            try await house.sequencer().sequence()
            try await Self.copy(of: house).round()
            try await house.append(3)
            try await house.sequencer().sequence()
            let left = Atomic(call)
            let fails: @Sendable () -> Bool = { left.subtract(1, ordering: .relaxed).newValue == 0 }
            let disk = Disk(
                write: { Disk.system.write($0, fails() ? UnsafeRawBufferPointer(rebasing: $1.prefix(0)) : $1) },
                flush: { fails() ? -1 : Disk.system.flush($0) },
                rename: { fails() ? -1 : Disk.system.rename($0, $1) },
                remove: { fails() ? -1 : Disk.system.remove($0) })
            let copy = try Self.copy(of: house, disk: disk)
            do { try await copy.round() } catch is CheckpointFileError {}
            let size = try copy.size()
            #expect([255, 258].contains(size))
            try await Self.loaded(house) { other in
                let entries = try await other.sequenced()
                #expect(entries.count == size)
            }
            try await Self.copy(of: house).round()
            #expect(try copy.size() == 258)
            try await Self.loaded(house) { other in
                let (here, there) = (try await house.sequenced(), try await other.sequenced())
                #expect(here == there)
            }
        }
    }

    @Test("takes the place of what a tree that was lost has left there without a checkpoint")
    func leftovers() async throws {
        try await LedgerHouse.with(.sqlite) { house in
            try await house.append(250)
            try await house.sequencer().sequence()
            try await Self.copy(of: house).round()
            for path in ["tile/entries/000", "tile/0/000"] {
                try Data("of another tree".utf8).write(to: URL(fileURLWithPath: house.path("copy/1/\(path)")))
            }
            try await house.append(10)
            try await house.sequencer().sequence()
            try await Self.copy(of: house).round()
            try await Self.loaded(house) { other in
                let (here, there) = (try await house.sequenced(), try await other.sequenced())
                #expect(here == there && there.count == 260)
            }
        }
    }

    @Test("is left alone when the database holds another tree than it, or an older one")
    func other() async throws {
        try await LedgerHouse.with(.sqlite) { house in
            try await house.append(300)
            try await house.sequencer().sequence()
            try await Self.copy(of: house).round()
            let before = try Self.files(house)
            for entries in [200, 310] {
                try await LedgerHouse.with(.sqlite) { other in
                    try await other.append(entries)
                    try await other.sequencer().sequence()
                    let verifier = try other.signer.verifier
                    let copy = LedgerCopy(of: other.database, signedBy: verifier, in: house.path("copy"))
                    await #expect(throws: LedgerError.forked) { try await copy.round() }
                }
            }
            #expect(try Self.files(house) == before)
        }
    }

    @Test("is refused when a file of it is missing or was changed")
    func changed() async throws {
        try await LedgerHouse.with(.sqlite) { house in
            try await house.append(300)
            try await house.sequencer().sequence()
            try await Self.copy(of: house).round()
            let bundle = house.path("copy/1/tile/entries/000")
            var octets = Bytes(try #require(FileManager.default.contents(atPath: bundle)))
            let whole = octets
            let digit = try #require(octets.firstIndex(of: UInt8(ascii: "7")))
            octets[digit] = UInt8(ascii: "8")
            try Data(octets).write(to: URL(fileURLWithPath: bundle))
            await #expect(throws: LedgerError.forked) { try await Self.loaded(house) { _ in } }
            try Data(whole.dropLast(9)).write(to: URL(fileURLWithPath: bundle))
            await #expect(throws: LedgerError.malformed) { try await Self.loaded(house) { _ in } }
            try FileManager.default.removeItem(atPath: bundle)
            await #expect(throws: LedgerError.malformed) { try await Self.loaded(house) { _ in } }
        }
    }
}

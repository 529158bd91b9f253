import Foundation
import Primitives
import SQLite
import Storage
import Synchronization
import TestKit
import Testing

@testable import Vault

@Suite("A copy of the keys")
struct KeyCopyTests {
    @Test("fits together while epochs are turned and keys are made")
    func fits() async throws {
        try await withKeySet(.sqlite) { set in
            guard case .file(let path) = set.place else { return }
            let folder = URL(filePath: set.folder).deletingLastPathComponent()
            let living = try await set.keys.nextSubject()
            let turning = Task {
                var turned = 0
                while !Task.isCancelled {
                    try await set.keys.destroy(try await set.keys.nextSubject())
                    turned += try await set.keys.turnEpoch().count
                }
                return turned
            }
            let another = try KeyRing(folder: set.folder, time: set.clock.source)
            for number in 0..<12 {
                let copied = folder.appending(path: "copy\(number)", directoryHint: .isDirectory)
                try FileManager.default.createDirectory(
                    at: copied, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let files = try another.copying { files in
                    try SQLiteFile.copy(path, to: copied.appending(path: "keys.sqlite").path)
                    return files
                }
                for (name, content) in [(KeyFiles.rootName, files.root), (KeyFiles.ringName, files.ring)] {
                    let file = copied.appending(path: name).path
                    try #require(
                        FileManager.default.createFile(
                            atPath: file, contents: Data(content), attributes: [.posixPermissions: 0o600]))
                }
                let keys = SubjectKeys(
                    database: try SQLiteFile(path: copied.appending(path: "keys.sqlite").path),
                    ring: try KeyRing(folder: copied.path), time: set.clock.source, randomness: .system)
                try await keys.check()
                #expect(throws: Never.self) { try files.opened() }
                let key = try await keys.key(of: living)
                let original = try await set.keys.key(of: living)
                #expect(key.key(for: .record) == original.key(for: .record))
            }
            turning.cancel()
            #expect(try await turning.value > 0)
        }
    }

    @Test("holds the ring still: an epoch that begins meanwhile waits")
    func waits() async throws {
        try await withTemporaryFolder { folder in
            let ring = try KeyRing(folder: folder.appending(path: "keys").path)
            let other = try KeyRing(folder: ring.path)
            let order = Order()
            let beginning = try ring.copying { _ in
                let thread = Thread {
                    _ = try? other.beginEpoch(after: 1)
                    order.add("begun")
                }
                thread.start()
                usleep(50_000)
                order.add("copied")
                return thread
            }
            while !beginning.isFinished { usleep(1_000) }
            #expect(order.words == ["copied", "begun"])
        }
    }

    @Test("names its installation and ledger, and with another's root key nothing")
    func opened() async throws {
        try await withTemporaryFolder { folder in
            let ring = try KeyRing(folder: folder.appending(path: "keys").path)
            let other = try KeyRing(folder: folder.appending(path: "other").path)
            let files = try ring.copying { $0 }
            let opened = try files.opened()
            #expect(opened.instance == ring.instance)
            #expect(opened.ledgerSeed == ring.ledgerSeed)
            let mixed = KeyFiles(root: try other.copying { $0.root }, ring: files.ring)
            #expect(throws: VaultError.self) { try mixed.opened() }
            #expect("\(files)" == "•••")
        }
    }

    @Test("is not made of a folder whose keys are gone, and passes on what its body throws")
    func gone() async throws {
        try await withTemporaryFolder { folder in
            let ring = try KeyRing(folder: folder.appending(path: "keys").path)
            #expect(throws: CancellationError.self) { try ring.copying { _ in throw CancellationError() } }
            try FileManager.default.removeItem(atPath: "\(ring.path)/\(KeyFiles.rootName)")
            #expect(throws: VaultError.self) { try ring.copying { _ in } }
        }
    }
}

@Suite("Persons and their keys")
struct HeldKeysTests {
    @Test("who has one is told apart from who has none", arguments: Engine.available)
    func held(engine: Engine) async throws {
        try await withKeySet(engine) { set in
            let (one, two) = (try await set.keys.nextSubject(), try await set.keys.nextSubject())
            try await set.keys.destroy(two)
            let held = try await set.keys.held(among: [one, two, Sample.subject()])
            #expect(held == [one])
        }
    }
}

/// What happened, in its order.
final class Order: Sendable {
    private let added = Mutex<[String]>([])

    func add(_ word: String) { added.withLock { $0.append(word) } }
    var words: [String] { added.withLock { $0 } }
}

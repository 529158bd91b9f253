import Blobs
import FolderBlobs
import Foundation
import Glibc
import Primitives
import TestKit
import Testing

@Suite("Folder of documents")
struct FolderBlobsTests {
    private let key = BlobKey(from: SeededRandomness(seed: 3).source)

    @Test("what was begun goes on, and what was finished stays, when the folder is opened again")
    func reopened() async throws {
        try await withFolder { path in
            try await FolderBlobs(folder: path).begin(key).append(Bytes(repeating: 7, count: 100_000))
            let later = try FolderBlobs(folder: path)
            let writer = try await later.resume(key)
            #expect(await writer.length == 100_000)
            try await writer.append([8])
            try await writer.finish()
            let last = try FolderBlobs(folder: path)
            #expect(try await last.length(key) == 100_001)
            #expect(try await last.read(key, 99_999..<100_001) == [7, 8])
        }
    }

    @Test("nobody but their owner can read files and folders; they lie two levels deep")
    func modes() async throws {
        try await withFolder { path in
            let store = try FolderBlobs(folder: path)
            try await store.begin(key).finish()
            let other = BlobKey(from: SeededRandomness(seed: 9).source)
            let writer = try await store.begin(other)
            let name = key.description
            let outer = "\(path)/\(name.prefix(2))"
            let inner = "\(outer)/\(name.dropFirst(2).prefix(2))"
            for folder in [path, "\(path)/unfinished", outer, inner] { #expect(try mode(folder) == 0o700) }
            for file in ["\(inner)/\(name)", "\(path)/unfinished/\(other)"] { #expect(try mode(file) == 0o600) }
            #expect(await writer.length == 0)
        }
    }

    @Test("two cannot write one object at once, nor begin it twice")
    func exclusive() async throws {
        try await withFolder { path in
            let (store, other) = (try FolderBlobs(folder: path), try FolderBlobs(folder: path))
            let writer = try await store.begin(key)
            await #expect(throws: BlobError.self) { try await store.begin(key) }
            await #expect(throws: BlobError.self) { try await other.resume(key) }
            try await writer.append([1])
            try await writer.finish()
            await #expect(throws: BlobError.self) { try await other.begin(key) }
            await #expect(throws: BlobError.missing) { try await other.resume(key) }
        }
    }

    @Test("a copy of the descriptor, as a process that is just being started has it, keeps nobody from going on")
    func inheritedDescriptor() async throws {
        try await withFolder { path in
            let store = try FolderBlobs(folder: path)
            try await store.begin(key).append([1])
            var copy: Int32 = -1
            do {
                let writer = try await store.resume(key)
                copy = try descriptorOpen(at: "\(path)/unfinished/\(key)")
                #expect(await writer.length == 1)
            }
            defer { close(copy) }
            #expect(try await store.resume(key).length == 1)
        }
    }

    /// A second descriptor of the file that this process has open there.
    private func descriptorOpen(at path: String) throws -> Int32 {
        let real = URL(filePath: path).resolvingSymlinksInPath().path
        let own = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
        let found = own.first { number in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")) == real
        }
        return dup(try #require(found))
    }

    @Test(
        "on a full disk nothing is half written: the object ends where it ended before",
        .enabled(if: geteuid() == 0, "only root can mount a small disk"))
    func full() async throws {
        try await withFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try run("mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", path)
            do {
                let store = try FolderBlobs(folder: path)
                let writer = try await store.begin(key)
                try await writer.append(Bytes(repeating: 1, count: 65_536))
                await #expect(throws: BlobError.full) {
                    try await writer.append(Bytes(repeating: 2, count: 1_000_000))
                }
                #expect(await writer.length == 65_536)
                #expect(try await store.unfinishedLength(key) == 65_536)
                try await writer.append([3])
                try await writer.finish()
                #expect(try await store.read(key, 65_535..<65_537) == [1, 3])
            }
            try run("umount", "-l", path)
        }
    }

    private func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { try await body($0.appending(path: "documents").path) }
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }
}

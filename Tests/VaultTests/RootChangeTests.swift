import Foundation
import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("A change of the root key")
struct RootChangeTests {
    /// What a folder of keys holds, by the names of its files.
    private typealias Content = [String: Data]

    @Test("leaves the same keys in the ring, and the former root key opens nothing")
    func changed() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let ring = try KeyRing(folder: path)
            let former = try Self.content(path)
            try ring.changeRoot()
            let now = try Self.content(path)
            #expect(Set(now.keys) == ["lock", "ring.json", "root.key"])
            #expect(now["root.key"] != former["root.key"] && now["ring.json"] != former["ring.json"])
            let later = try KeyRing(folder: path)
            #expect(later.instance == ring.instance && later.ledgerSeed == ring.ledgerSeed)
            #expect(try later.epochKey(1) == ring.epochKey(1))

            try Self.put(now.merging(["root.key": try #require(former["root.key"])]) { $1 }, into: path)
            let error = #expect(throws: VaultError.self) { try KeyRing(folder: path) }
            guard case .incomplete = error else { throw try #require(error) }
        }
    }

    @Test("overwrites the former root key where it lay")
    func overwritten() async throws {
        try await withTemporaryFolder { folder in
            let ring = try KeyRing(folder: folder.appending(path: "keys").path)
            let former = try FileHandle(forReadingFrom: URL(filePath: "\(ring.path)/root.key"))
            try ring.changeRoot()
            #expect(try former.readToEnd() == Data(repeating: 0, count: 65))
        }
    }

    @Test("is found by other processes by themselves, whatever they do next")
    func noticed() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let (one, two) = (try KeyRing(folder: path), try KeyRing(folder: path))
            try one.changeRoot()
            #expect(try two.epochKey(1) == one.epochKey(1))
            try one.changeRoot()
            #expect(try two.beginEpoch(after: 1) == 2)
            #expect(try one.newest().epoch == 2)
            try two.changeRoot()
            #expect(try one.copying { try $0.opened().instance } == one.instance)
            #expect(try KeyRing(folder: path).newest().epoch == 2)
        }
    }

    /// The states on the disk between two steps of a change: what is there before (`former`) and after (`new`).
    private enum Point: CaseIterable {
        case nextHalfWritten, nextWritten, ringHalfWritten, ringWritten, ringInPlace, rootInPlace
    }

    @Test("broken off at any point leaves a ring that opens, and can be made again", arguments: Point.allCases)
    private func brokenOff(point: Point) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let ring = try KeyRing(folder: path)
            let former = try Self.content(path)
            try ring.changeRoot()
            let new = try Self.content(path)
            let (root, sealed) = (try #require(new["root.key"]), try #require(new["ring.json"]))
            var left = former
            switch point {
            case .nextHalfWritten: left["root.key.next"] = root.prefix(20)
            case .nextWritten: left["root.key.next"] = root
            case .ringHalfWritten: (left["root.key.next"], left["ring.json.new"]) = (root, sealed.prefix(100))
            case .ringWritten: (left["root.key.next"], left["ring.json.new"]) = (root, sealed)
            case .ringInPlace: (left["root.key.next"], left["ring.json"]) = (root, sealed)
            case .rootInPlace: left = new
            }
            try Self.put(left, into: path)

            let next = try KeyRing(folder: path)
            #expect(!next.created && next.instance == ring.instance)
            // A process that was at work all the while goes on too.
            #expect(try ring.epochKey(1) == next.epochKey(1))
            try next.changeRoot()
            #expect(try Set(Self.content(path).keys).subtracting(["lock"]) == ["ring.json", "root.key"])
            #expect(try KeyRing(folder: path).instance == ring.instance)
        }
    }

    @Test("of a file elsewhere puts the new one in its place")
    func elsewhere() async throws {
        try await withTemporaryFolder { folder in
            let (root, path) = (folder.appending(path: "credential").path, folder.appending(path: "keys").path)
            try Data(Bytes(repeating: 7, count: 32).hex.utf8).write(to: URL(filePath: root))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: root)
            let ring = try KeyRing(folder: path, root: .file(root))
            try ring.changeRoot()
            #expect(try KeyRing(folder: path, root: .file(root)).instance == ring.instance)
            #expect(try Data(contentsOf: URL(filePath: root)) != Data(Bytes(repeating: 7, count: 32).hex.utf8))
        }
    }

    private static func content(_ path: String) throws -> Content {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: "\(path)/\($0)"))) })
    }

    private static func put(_ content: Content, into path: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != "lock" {
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
        for (name, data) in content where name != "lock" {
            _ = FileManager.default.createFile(
                atPath: "\(path)/\(name)", contents: data, attributes: [.posixPermissions: 0o600])
        }
    }
}

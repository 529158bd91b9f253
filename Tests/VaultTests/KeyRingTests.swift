import Foundation
import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("Key ring")
struct KeyRingTests {
    @Test("the first start makes keys that only their owner can read; later starts find them")
    func firstStart() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let first = try KeyRing(folder: path)
            let second = try KeyRing(folder: path)
            #expect(first.created && !second.created)
            #expect(first.instance == second.instance)
            #expect(first.ledgerSeed == second.ledgerSeed && first.ledgerSeed.count == 32)
            #expect(try first.archiveKey == second.archiveKey)
            #expect(try mode(path) == 0o700)
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            #expect(names == ["lock", "ring.json", "root.key"])
            for name in names { #expect(try mode("\(path)/\(name)") == 0o600) }
        }
    }

    @Test("the ring is wrapped by the root key: no key of it lies in the file")
    func wrapped() async throws {
        try await withTemporaryFolder { folder in
            let ring = try KeyRing(folder: folder.appending(path: "keys").path)
            let file = try String(contentsOfFile: "\(ring.path)/ring.json", encoding: .utf8)
            #expect(!file.contains(ring.ledgerSeed.hex))
            #expect(!file.contains(ring.instance.description))
            #expect(try !"\(ring.contents)".contains(ring.ledgerSeed.hex))
        }
    }

    @Test(
        "keys that others can read or change are refused",
        arguments: [("", 0o750), ("", 0o701), ("root.key", 0o640), ("root.key", 0o604), ("ring.json", 0o620)])
    func exposed(name: String, mode: Int) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            _ = try KeyRing(folder: path)
            let file = name.isEmpty ? path : "\(path)/\(name)"
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
            #expect(throws: VaultError.exposed(path: file, mode: String(mode, radix: 8))) {
                try KeyRing(folder: path)
            }
        }
    }

    @Test("a key file that is a link is refused")
    func link() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            _ = try KeyRing(folder: path)
            try FileManager.default.moveItem(atPath: "\(path)/root.key", toPath: "\(path)/elsewhere")
            try FileManager.default.createSymbolicLink(
                atPath: "\(path)/root.key", withDestinationPath: "\(path)/elsewhere")
            #expect(throws: VaultError.self) { try KeyRing(folder: path) }
        }
    }

    @Test("a lost key is never taken for a first start", arguments: ["root.key", "ring.json"])
    func lost(name: String) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            _ = try KeyRing(folder: path)
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
            let error = #expect(throws: VaultError.self) { try KeyRing(folder: path) }
            guard case .incomplete = error else { throw try #require(error) }
            #expect(!FileManager.default.fileExists(atPath: "\(path)/\(name)"))
        }
    }

    @Test("a first start that broke off before its end is finished by the next")
    func brokenOff() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let first = try KeyRing(folder: path)
            try FileManager.default.moveItem(atPath: "\(path)/root.key", toPath: "\(path)/root.key.first")
            #expect(try KeyRing(folder: path).instance == first.instance)

            try FileManager.default.moveItem(atPath: "\(path)/root.key", toPath: "\(path)/root.key.first")
            try FileManager.default.removeItem(atPath: "\(path)/ring.json")
            let anew = try KeyRing(folder: path)
            #expect(anew.created && anew.instance != first.instance)
        }
    }

    @Test("a rewriting that broke off leaves the former ring in force")
    func brokenRewriting() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let ring = try KeyRing(folder: path)
            try Data("half".utf8).write(to: URL(filePath: "\(path)/ring.json.new"))
            #expect(try ring.beginEpoch(after: 1) == 2)
            #expect(try KeyRing(folder: path).newest().epoch == 2)
        }
    }

    @Test("the root key of another installation does not open the ring")
    func otherRoot() async throws {
        try await withTemporaryFolder { folder in
            let (one, two) = (folder.appending(path: "one").path, folder.appending(path: "two").path)
            _ = try KeyRing(folder: one)
            _ = try KeyRing(folder: two)
            try FileManager.default.removeItem(atPath: "\(one)/root.key")
            try FileManager.default.copyItem(atPath: "\(two)/root.key", toPath: "\(one)/root.key")
            let error = #expect(throws: VaultError.self) { try KeyRing(folder: one) }
            guard case .incomplete = error else { throw try #require(error) }
        }
    }

    @Test("the root key may lie elsewhere, as a credential of the system")
    func rootElsewhere() async throws {
        try await withTemporaryFolder { folder in
            let root = folder.appending(path: "credential").path
            let path = folder.appending(path: "keys").path
            #expect(throws: VaultError.self) { try KeyRing(folder: path, root: .file(root)) }
            try Data(Bytes(repeating: 7, count: 32).hex.utf8).write(to: URL(filePath: root))
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: root)
            let ring = try KeyRing(folder: path, root: .file(root))
            #expect(try KeyRing(folder: path, root: .file(root)).instance == ring.instance)
            #expect(!FileManager.default.fileExists(atPath: "\(path)/root.key"))
        }
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }
}

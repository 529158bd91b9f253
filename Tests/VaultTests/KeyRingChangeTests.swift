import Foundation
import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("Changes of the key ring")
struct KeyRingChangeTests {
    @Test("two processes that begin an epoch at once begin the same one")
    func sameEpoch() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let (one, two) = (try KeyRing(folder: path), try KeyRing(folder: path))
            let begun = try await withThrowingTaskGroup(of: Int.self) { group in
                for ring in [one, two] { group.addTask { try ring.beginEpoch(after: 1) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(begun == [2, 2])
            #expect(try one.epochKey(2) == two.epochKey(2))
        }
    }

    @Test("another process finds an epoch begun meanwhile, and loses one that was destroyed")
    func noticed() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let (one, two) = (try KeyRing(folder: path), try KeyRing(folder: path))
            _ = try one.beginEpoch(after: 1)
            #expect(try two.epochKey(2) == one.epochKey(2))
            try one.destroyEpochs([1, 2])
            #expect(throws: VaultError.noEpoch(1)) { try two.epochKey(1) }
            #expect(throws: Never.self) { try two.epochKey(2) }
        }
    }

    @Test("the former ring is overwritten where it lay, but not a copy made by hard link")
    func overwritten() async throws {
        try await withTemporaryFolder { folder in
            let ring = try KeyRing(folder: folder.appending(path: "keys").path)
            let former = try FileHandle(forReadingFrom: URL(filePath: "\(ring.path)/ring.json"))
            let content = try #require(try former.readToEnd())
            _ = try ring.beginEpoch(after: 1)
            try former.seek(toOffset: 0)
            #expect(try former.readToEnd() == Data(repeating: 0, count: content.count))

            let copy = folder.appending(path: "copy")
            try FileManager.default.linkItem(at: URL(filePath: "\(ring.path)/ring.json"), to: copy)
            let kept = try Data(contentsOf: copy)
            _ = try ring.beginEpoch(after: 2)
            #expect(try Data(contentsOf: copy) == kept)
        }
    }

    @Test("a use has a key of its own, the same at each start")
    func uses() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let (ring, later) = (try KeyRing(folder: path), try KeyRing(folder: path))
            #expect(ring.mac(purpose: "codes", over: [1]) == later.mac(purpose: "codes", over: [1]))
            #expect(ring.mac(purpose: "codes", over: [1]) != ring.mac(purpose: "sessions", over: [1]))
            #expect(ring.mac(purpose: "codes", over: [1]) != ring.mac(purpose: "codes", over: [2]))
        }
    }

    @Test("while the index key is changed, digests are made with both versions")
    func rotation() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "keys").path
            let ring = try KeyRing(folder: path)
            let before = try ring.index.digests(field: 2, value: "aru@example.kz")
            #expect(try ring.addIndexVersion() == 2)
            let both = try KeyRing(folder: path).index.digests(field: 2, value: "aru@example.kz")
            #expect(both.map(\.version) == [2, 1])
            #expect(both.last?.digest == before.first?.digest)
            try ring.dropIndexVersion(1)
            #expect(try ring.index.digests(field: 2, value: "aru@example.kz").map(\.digest) == [both[0].digest])
            try ring.dropIndexVersion(2)
            #expect(try ring.index.versions == [2])
        }
    }

    @Test("a digest is of one field and one value")
    func digests() throws {
        let index = BlindIndex(keys: [(1, Sample.secret())])
        let digest = try #require(index.digests(field: 2, value: "aru@example.kz").first?.digest)
        #expect(digest.count == 32)
        #expect(index.digests(field: 3, value: "aru@example.kz").first?.digest != digest)
        #expect(index.digests(field: 2, value: "aru@example.kz ").first?.digest != digest)
        #expect(
            BlindIndex(keys: [(1, Sample.secret(2))]).digests(field: 2, value: "aru@example.kz").first?.digest
                != digest)
    }
}

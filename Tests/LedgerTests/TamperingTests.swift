import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("Tampering")
struct TamperingTests {
    @Test("with an entry in its bundle is named by the entry", arguments: Engine.available)
    func entry(engine: Engine) async throws {
        let faults = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.edit("bundle", "number = 1") { octets in
                guard let place = octets.firstRange(of: Bytes("\"edition\":1".utf8)) else { return }
                octets[place.upperBound - 1] = 0x32
            }
        }
        #expect(faults == ["entry 256 was changed: its tile holds another hash"])
    }

    @Test("with a tile of leaf hashes is named by the tile", arguments: Engine.available)
    func leafTile(engine: Engine) async throws {
        let faults = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.edit("tile", "level = 0 AND number = 2") { $0[32 * 5] ^= 1 }
        }
        #expect(faults == ["tile 0/2 was changed: it does not hold the hash of entry 517"])
    }

    @Test("with a tile above the leaves is named by the tile", arguments: Engine.available)
    func upperTile(engine: Engine) async throws {
        let faults = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.edit("tile", "level = 1 AND number = 0") { $0[32] ^= 1 }
        }
        #expect(faults == ["tile 1/0 was changed"])
        let gone = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.database.execute("DELETE FROM tile WHERE level = 1")
        }
        #expect(gone == ["tile 1/0 is missing"])
    }

    @Test("with an entry and its tile together still does not fit the root", arguments: Engine.available)
    func both(engine: Engine) async throws {
        let faults = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.edit("bundle", "number = 1") { octets in
                guard let place = octets.firstRange(of: Bytes("\"edition\":1".utf8)) else { return }
                octets[place.upperBound - 1] = 0x32
            }
            let changed = try await house.sequenced()[256]
            try await house.edit("tile", "level = 0 AND number = 1") { tile in
                tile.replaceSubrange(0..<32, with: ReferenceTree.leafHash(changed))
            }
        }
        #expect(faults.contains("the root of 604 entries is not that of the stored tree"))
        #expect(faults.contains("the tree does not continue the checkpoint of 604 entries"))
    }

    @Test("with a whole bundle is named by the bundle", arguments: Engine.available)
    func bundle(engine: Engine) async throws {
        let dropped = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.database.execute("DELETE FROM bundle WHERE number = 1")
        }
        #expect(dropped == ["bundle 1 is missing"])
        let cut = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.edit("bundle", "number = 2") { $0.removeLast($0.count - 600) }
        }
        #expect(cut.first?.hasPrefix("bundle 2 holds ") == true)
        #expect(cut.count == 1)
    }

    @Test("with the checkpoint is named, unsigned or signed by another", arguments: Engine.available)
    func checkpoint(engine: Engine) async throws {
        let unsigned = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.database.execute("UPDATE tree SET note = ''")
        }
        #expect(unsigned == ["the checkpoint is not signed by the ledger's key"])
        let foreign = try await LedgerHouse.tampered(engine) { house, _ in
            let other = try CheckpointSigner(origin: LedgerHouse.origin, seed: Bytes(repeating: 1, count: 32))
            let note = try #require(try await house.reader.checkpoint())
            let signed = try other.sign(try Checkpoint(text: SignedNote(parsing: note).text)).description
            try await house.database.write { _ = try $0.run("UPDATE tree SET note = \(signed)") }
        }
        #expect(foreign == unsigned)
    }

    @Test("with size or root of the tree is named by the checkpoint", arguments: Engine.available)
    func head(engine: Engine) async throws {
        let shorter = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.database.execute("UPDATE tree SET size = 603")
        }
        #expect(shorter.contains("a checkpoint names 604 entries, the tree holds 603"))
        let root = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.edit("tree", "id = 1", "root") { $0[0] ^= 1 }
        }
        #expect(root == ["the root of 604 entries is not that of the stored tree"])
    }

    @Test("with the index of leaves is named", arguments: Engine.available)
    func index(engine: Engine) async throws {
        let moved = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.database.execute("UPDATE leaf SET number = 9 WHERE number = 8")
        }
        #expect(moved == ["the index gives leaf 9 to entry 8"])
        let dropped = try await LedgerHouse.tampered(engine) { house, _ in
            try await house.database.execute("DELETE FROM leaf WHERE number = 300")
        }
        #expect(dropped == ["1 entries are not in the index"])
    }
}

import Crypto
import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("Tampering")
struct TamperingTests {
    /// A ledger of 604 entries: four about a person, and 600 about nobody.
    private func tampered(
        _ engine: Engine, _ tampering: (LedgerHouse, SubjectID) async throws -> Void
    ) async throws -> [String] {
        var faults: [String] = []
        try await LedgerHouse.with(engine) { house in
            let person = try await house.person(revisions: 2)
            try await house.append(600)
            try await house.sequencer().sequence()
            try await tampering(house, person)
            faults = try await house.audit().faults
        }
        return faults
    }

    @Test("with an entry in its bundle is named by the entry", arguments: Engine.available)
    func entry(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, _ in
            try await house.edit("bundle", "number = 1") { octets in
                // The case number of an entry about nobody: from null to something would change lengths; a digit does not.
                guard let place = octets.firstRange(of: Bytes("\"edition\":1".utf8)) else { return }
                octets[place.upperBound - 1] = 0x32
            }
        }
        #expect(faults == ["entry 256 was changed: its tile holds another hash"])
    }

    @Test("with a tile of leaf hashes is named by the tile", arguments: Engine.available)
    func leafTile(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, _ in
            try await house.edit("tile", "level = 0 AND number = 2") { $0[32 * 5] ^= 1 }
        }
        #expect(faults == ["tile 0/2 was changed: it does not hold the hash of entry 517"])
    }

    @Test("with a tile above the leaves is named by the tile", arguments: Engine.available)
    func upperTile(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, _ in
            try await house.edit("tile", "level = 1 AND number = 0") { $0[32] ^= 1 }
        }
        #expect(faults == ["tile 1/0 was changed"])
        let gone = try await tampered(engine) { house, _ in
            try await house.database.execute("DELETE FROM tile WHERE level = 1")
        }
        #expect(gone == ["tile 1/0 is missing"])
    }

    @Test("with an entry and its tile together still does not fit the root", arguments: Engine.available)
    func both(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, _ in
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
        let dropped = try await tampered(engine) { house, _ in
            try await house.database.execute("DELETE FROM bundle WHERE number = 1")
        }
        #expect(dropped == ["bundle 1 is missing"])
        let cut = try await tampered(engine) { house, _ in
            try await house.edit("bundle", "number = 2") { $0.removeLast($0.count - 600) }
        }
        #expect(cut.first?.hasPrefix("bundle 2 holds ") == true)
        #expect(cut.count == 1)
    }

    @Test("with the row of a person is named by its entry", arguments: Engine.available)
    func row(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, person in
            let old = try await house.database.read { try LedgerStore($0).history(of: person, limit: 9) }
            let reading = try #require(old.last { $0.act == "read" })
            let forged = try reading.canonical()
            let text = String(decoding: forged, as: UTF8.self).replacing("reviewer", with: "operator")
            try await house.database.write { transaction in
                _ = try transaction.run(
                    "UPDATE own_entry SET entry = \(Bytes(text.utf8)) WHERE subject_id = \(person) AND id = \(reading.id)"
                )
            }
        }
        #expect(faults.count == 1)
        #expect(faults.first?.hasSuffix(": the row of its person was changed") == true)
        let rubbish = try await tampered(engine) { house, person in
            try await house.edit("own_entry", "entry IS NOT NULL", "entry") { $0.removeLast() }
        }
        #expect(rubbish.count { $0.hasSuffix(": the row of its person was changed") } == 4)
    }

    @Test("with the time of a person's row is named by its entry", arguments: Engine.available)
    func time(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, _ in
            try await house.database.execute("UPDATE own_entry SET at = at + 1")
        }
        #expect(faults.count == 4)
    }

    @Test("with a record put back from yesterday is named by its revision", arguments: Engine.available)
    func record(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let person = try await house.person(revisions: 1)
            let yesterday = try await house.database.read { try $0.rows("SELECT revision, sealed FROM record") }[0]
            try await house.change(person, to: 2)
            try await house.sequencer().sequence()
            let (revision, sealed) = (try yesterday.int(0), try yesterday.bytes(1))
            try await house.database.write { transaction in
                _ = try transaction.run("UPDATE record SET revision = \(revision), sealed = \(sealed)")
            }
            let old = try await house.audit()
            #expect(old.faults == ["the record of \(person) is not that of its newest entry (revision 2)"])
            try await house.database.write { _ = try $0.run("UPDATE record SET revision = 2") }
            let disguised = try await house.audit()
            #expect(disguised.faults == old.faults)
            try await house.database.write { _ = try $0.run("DELETE FROM record") }
            let dropped = try await house.audit()
            #expect(dropped.faults == old.faults)
        }
    }

    @Test(
        "by dropping a person's rows is counted, also where others are erased", arguments: Engine.available,
        [false, true])
    func dropped(engine: Engine, isSomebodyErased: Bool) async throws {
        let faults = try await tampered(engine) { house, person in
            if isSomebodyErased {
                let other = try await house.person(revisions: 3)
                try await house.erase(other)
                try await house.sequencer().sequence()
            }
            try await house.database.write { transaction in
                _ = try transaction.run("DELETE FROM own_entry WHERE subject_id = \(person)")
            }
        }
        #expect(faults == ["4 entries have lost the row of their person"])
    }

    @Test("with the person that rows belong to is named by each entry", arguments: Engine.available)
    func foreignRows(engine: Engine) async throws {
        let faults = try await tampered(engine) { house, person in
            let other = SubjectID(from: house.randomness.source)
            try await house.database.write { transaction in
                _ = try transaction.run(
                    "UPDATE own_entry SET subject_id = \(other) WHERE subject_id = \(person)")
                _ = try transaction.run("UPDATE record SET id = \(other) WHERE id = \(person)")
            }
        }
        #expect(faults.count == 4)
        #expect(faults.allSatisfy { $0.hasSuffix(" is about somebody else than its row says") })
    }

    @Test("is not covered by the opening of another key", arguments: Engine.available)
    func foreignOpening(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            _ = try await house.person(revisions: 1)
            try await house.sequencer().sequence()
            let report = try await house.audit(openingKey: SymmetricKey(data: Bytes(repeating: 1, count: 32)))
            #expect(
                report.faults == [
                    "entry 0 is about somebody else than its row says",
                    "entry 1 is about somebody else than its row says",
                ])
        }
    }

    @Test("with the checkpoint is named, unsigned or signed by another", arguments: Engine.available)
    func checkpoint(engine: Engine) async throws {
        let unsigned = try await tampered(engine) { house, _ in
            try await house.database.execute("UPDATE tree SET note = ''")
        }
        #expect(unsigned == ["the checkpoint is not signed by the ledger's key"])
        let foreign = try await tampered(engine) { house, _ in
            let other = try CheckpointSigner(origin: LedgerHouse.origin, seed: Bytes(repeating: 1, count: 32))
            let note = try #require(try await house.reader.checkpoint())
            let signed = try other.sign(try Checkpoint(text: SignedNote(parsing: note).text)).description
            try await house.database.write { _ = try $0.run("UPDATE tree SET note = \(signed)") }
        }
        #expect(foreign == unsigned)
    }

    @Test("with size or root of the tree is named by the checkpoint", arguments: Engine.available)
    func head(engine: Engine) async throws {
        let shorter = try await tampered(engine) { house, _ in
            try await house.database.execute("UPDATE tree SET size = 603")
        }
        #expect(shorter.contains("a checkpoint names 604 entries, the tree holds 603"))
        let root = try await tampered(engine) { house, _ in
            try await house.edit("tree", "id = 1", "root") { $0[0] ^= 1 }
        }
        #expect(root == ["the root of 604 entries is not that of the stored tree"])
    }

    @Test("with the index of leaves is named", arguments: Engine.available)
    func index(engine: Engine) async throws {
        let moved = try await tampered(engine) { house, _ in
            try await house.database.execute("UPDATE leaf SET number = 9 WHERE number = 8")
        }
        #expect(moved == ["the index gives leaf 9 to entry 8"])
        let dropped = try await tampered(engine) { house, _ in
            try await house.database.execute("DELETE FROM leaf WHERE number = 300")
        }
        #expect(dropped == ["1 entries are not in the index"])
    }

    @Test("by an erasure without an entry, or a return after one, is named", arguments: Engine.available)
    func erasure(engine: Engine) async throws {
        let silent = try await tampered(engine) { house, person in
            try await house.database.write { transaction in
                _ = try transaction.run("INSERT INTO erased (id) VALUES (\(person))")
                try LedgerStore(transaction).deleteHistory(of: person)
            }
        }
        #expect(silent.count == 1)
        #expect(silent.first?.hasSuffix(" has no entry") == true)
        let returned = try await tampered(engine) { house, person in
            let backup = try await house.backup()
            try await house.erase(person)
            try await house.sequencer().sequence()
            let rows = ["own_entry", "record"].reduce(into: [String: [Row]]()) { $0[$1] = backup[$1] }
            try await house.putBack(rows)
        }
        #expect(returned.contains { $0.contains(" was erased by entry 604 and has rows again") })
    }
}

extension LedgerHouse {
    /// Changes the octets of a row behind the ledger's back.
    func edit(
        _ table: String, _ condition: String, _ column: String = "content",
        _ change: @escaping @Sendable (inout Bytes) -> Void
    ) async throws {
        try await database.write { transaction in
            for row in try transaction.rows(SQL(stringLiteral: "SELECT \(column) FROM \(table) WHERE \(condition)")) {
                let old = try row.bytes(0)
                var new = old
                change(&new)
                let statement =
                    SQL(stringLiteral: "UPDATE \(table) SET \(column) =") + "\(new)"
                    + SQL(stringLiteral: "WHERE \(column) =") + "\(old)"
                _ = try transaction.run(statement)
            }
        }
    }
}

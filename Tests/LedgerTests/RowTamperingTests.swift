import Crypto
import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("Tampering with what is about a person")
struct RowTamperingTests {
    @Test("with the row of a person is named by its entry", arguments: Engine.available)
    func row(engine: Engine) async throws {
        let faults = try await LedgerHouse.tampered(engine) { house, person in
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
        let rubbish = try await LedgerHouse.tampered(engine) { house, person in
            try await house.edit("own_entry", "entry IS NOT NULL", "entry") { $0.removeLast() }
        }
        #expect(rubbish.count { $0.hasSuffix(": the row of its person was changed") } == 4)
    }

    @Test("with the time of a person's row is named by its entry", arguments: Engine.available)
    func time(engine: Engine) async throws {
        let faults = try await LedgerHouse.tampered(engine) { house, _ in
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
        let faults = try await LedgerHouse.tampered(engine) { house, person in
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
        let faults = try await LedgerHouse.tampered(engine) { house, person in
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

    @Test("by an erasure without an entry, or a return after one, is named", arguments: Engine.available)
    func erasure(engine: Engine) async throws {
        let silent = try await LedgerHouse.tampered(engine) { house, person in
            try await house.database.write { transaction in
                _ = try transaction.run("INSERT INTO erased (id) VALUES (\(person))")
                try LedgerStore(transaction).deleteHistory(of: person)
            }
        }
        #expect(silent.count == 1)
        #expect(silent.first?.hasSuffix(" has no entry") == true)
        let returned = try await LedgerHouse.tampered(engine) { house, person in
            let backup = try await house.backup()
            try await house.erase(person)
            try await house.sequencer().sequence()
            let rows = ["own_entry", "record"].reduce(into: [String: [Row]]()) { $0[$1] = backup[$1] }
            try await house.putBack(rows)
        }
        #expect(returned.contains { $0.contains(" was erased by entry 604 and has rows again") })
    }
}

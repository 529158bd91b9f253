import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Retention
import Storage
import TestKit
import Testing
import Vault

@testable import Archive

@Suite("The archive")
struct ArchiveTests {
    @Test("takes what the law has kept, with article and day, and destroys the rest", arguments: Engine.available)
    func keeps(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            #expect(try await here.state() == .archived)
            for table in ["registration", "contact", "consent", "address", "service_order", "order_step", "erasure"] {
                #expect(try await here.house.count(table) == 0, "\(table)")
            }
            let row = try #require(try await here.row())
            #expect(row.articles == "Tax Code 206; Accounting Law 11" && row.years == 5)
            // The tax year 2026 ended five years before.
            #expect(Day(of: row.destroyAt, hoursEast: 5) == Day("2032-01-01"))
            let history = try await here.house.gate.history(of: here.person.subject, limit: 100)
            let entry = try #require(history.first { $0.id == row.entry })
            #expect(entry.act == "archive" && entry.clause == "3.3.a" && entry.fields == [1, 2, 3, 90])
            #expect(entry.note["article"] == row.articles && entry.note["destroy"] == "2032-01-01")
            let content = try await here.content(ring: here.house.ring, key: here.key())
            #expect(content.fields == ["1": "Үлгіева", "2": "Айгерім"])
            #expect(content.things.map(\.kind) == ["orders"])
            #expect(content.things.first?.facts["paid_at"] != nil && content.things.first?.text != nil)
        }
    }

    @Test("is opened by no act of the work, nor for the person", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let subject = here.person.subject
            let asks = [
                Ask(.openCase, by: ArchiveHouse.support, on: subject, for: .service, fields: [1]),
                Ask(
                    .readOwn, by: .subject(subject, session: here.person.session), on: subject, for: .rights,
                    fields: [1]),
                Ask(.takeCopy, by: ArchiveHouse.responsible, on: subject, for: .rights, fields: [1]),
                Ask(.signIn, by: Actor(.subject, person: subject), on: subject, for: .security),
            ]
            for ask in asks {
                let refusal = await #expect(throws: GateRefusal.self) { try await here.house.gate.read(ask) }
                #expect(refusal?.reason == .archived, "\(ask.act)")
            }
        }
    }

    @Test("is not destroyed before its day, whoever asks", arguments: Engine.available)
    func kept(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let asks = [
                Ask(.expire, by: Actor(.sweep), on: here.person.subject, for: .rights),
                Ask(.erase, by: ArchiveHouse.responsible, on: here.person.subject, for: .rights),
            ]
            for ask in asks {
                let refusal = await #expect(throws: GateRefusal.self) {
                    try await here.house.gate.erase(ask, steps: [])
                }
                #expect(refusal?.reason == .archived, "\(ask.act)")
            }
            #expect(try await here.state() == .archived)
            let content = try await here.content(ring: here.house.ring, key: here.key())
            #expect(content.fields["1"] == "Үлгіева")
        }
    }

    @Test("needs the person’s key and that of the house", arguments: Engine.available)
    func both(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let key = try await here.key()
            try await withTemporaryFolder { folder in
                let other = try KeyRing(folder: folder.appending(path: "keys").path)
                await #expect(throws: VaultError.self) { try await here.content(ring: other, key: key) }
            }
            let stranger = try await here.house.keys.key(of: try await here.house.keys.nextSubject())
            await #expect(throws: VaultError.self) { try await here.content(ring: here.house.ring, key: stranger) }
            try here.house.ring.changeRoot()
            #expect(try await here.content(ring: here.house.ring, key: key).fields["1"] == "Үлгіева")
        }
    }

    @Test("ends on its day with the person’s key, under a certificate", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let row = try #require(try await here.row())
            here.house.clock.advance(
                by: Span(microseconds: (row.destroyAt - here.house.clock.now).microseconds - 1_000_000))
            #expect(try await here.sweep() == 0)
            here.house.clock.advance(by: .seconds(1))
            #expect(try await here.sweep() == 1)
            #expect(try await here.state() == .erased)
            #expect(try await here.row() == nil)
            await #expect(throws: VaultError.noKey) { try await here.key() }
            let mark = here.house.gate.erasureMark(of: here.person.subject)
            let record = try #require(try await here.house.gate.erasure(marked: mark))
            #expect(record.keyDestroyedAt == here.house.clock.now)
            let entry = try LedgerEntry(canonical: try #require(record.entry))
            #expect(entry.role == "sweep" && entry.act == "expire" && entry.caseID == row.caseID)
            _ = try await here.house.sequencer.sequence()
            let report = try await here.house.gate.audit(here.house.sequencer.verifier)
            #expect(report.faults.isEmpty)
            #expect(try await here.sweep() == 0)
        }
    }

    @Test("is not for somebody of whom no law has anything kept", arguments: Engine.available)
    func unpaid(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine, isPaid: false) { here in
            try await here.erase()
            #expect(try await here.state() == .erased)
            #expect(try await here.row() == nil)
        }
    }

    @Test("takes them too when their consent has ended by its term", arguments: Engine.available)
    func consentEnded(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            here.house.clock.advance(by: .days(1_100))
            let sweep = ConsentEndSweep(
                gate: here.house.gate, erasure: here.house.registrar.erasure, isAnswered: { _, _ in false },
                isKept: { _, _ in false },
                time: here.house.clock.source)
            let swept = try await sweep.sweep()
            #expect(swept.erased == 1)
            #expect(try await here.state() == .archived)
            #expect(try await sweep.sweep().erased == 0)
        }
    }
}

extension ArchiveHouse {
    func key() async throws -> SubjectKey { try await house.keys.key(of: person.subject) }

    /// What lies in the archive, opened with keys in hand.
    func content(ring: KeyRing, key: SubjectKey) async throws -> ArchivedContent {
        let sealed = try await house.database.read { [person] in
            try $0.row("SELECT content FROM archived WHERE subject_id = \(person.subject)")?.bytes(0)
        }
        let octets = try ArchivedValue.open(sealed ?? [], label: "archived", key: key, ring: ring)
        return try JSONDecoder().decode(ArchivedContent.self, from: Data(octets))
    }
}

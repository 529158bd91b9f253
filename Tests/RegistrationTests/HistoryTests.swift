import HouseKit
import Ledger
import Permits
import Policy
import Primitives
@testable import Registration
import Storage
import TestKit
import Testing

@Suite("Who looked")
struct HistoryTests {
    @Test("cannot be read without an entry about it, which it shows itself", arguments: Engine.available)
    func entry(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            for time in 1...3 {
                house.clock.advance(by: .seconds(1))
                let acts = try await house.registrar.history(
                    of: person.subject, session: person.session, limit: 100)
                #expect(acts.first?.act == .readOwnHistory)
                #expect(acts.count { $0.act == .readOwnHistory } == time)
            }
        }
    }

    @Test("is not shown when its entry cannot be made", arguments: Engine.available)
    func noEntry(engine: Engine) async throws {
        try await TestHouse.run(on: engine, evidenceMayWait: .seconds(60)) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            house.clock.advance(by: .seconds(61))
            await #expect(throws: GateRefusal.self) {
                _ = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            }
        }
    }

    @Test("is not shown once its entry waits too long, however lately that was looked at", arguments: Engine.available)
    func lately(engine: Engine) async throws {
        try await TestHouse.run(on: engine, evidenceMayWait: .seconds(60)) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            for passed in [55, 4] {
                house.clock.advance(by: .seconds(passed))
                _ = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            }
            house.clock.advance(by: .seconds(2))
            await #expect(throws: GateRefusal.self) {
                _ = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            }
        }
    }

    @Test("is not shown beyond the person's budget", arguments: Engine.available)
    func budget(engine: Engine) async throws {
        var budgets = Budgets()
        budgets.subjectAMinute = 5
        try await TestHouse.run(on: engine, budgets: budgets) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            house.clock.advance(by: .minutes(1))
            for _ in 0..<5 {
                _ = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            }
            await #expect(throws: GateRefusal.self) {
                _ = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            }
        }
    }
}

@Suite("The list of who looked")
struct FoldedActsTests {
    private static let noon = Instant(seconds: 1_795_510_800)

    /// An act so many minutes before noon.
    private func act(
        _ code: String, _ minutes: Int, role: String = "subject", fields: [Int] = [],
        outcome: LedgerEntry.Outcome = .done,
        note: [String: String] = [:]
    ) -> PastAct {
        PastAct(
            LedgerEntry(
                nonce: [], role: role, actor: "", act: code, whom: nil, fields: fields, purpose: "rights",
                basis: nil, clause: "3.1", edition: 1, caseID: nil, outcome: outcome,
                at: Self.noon - .minutes(minutes), revision: nil, digest: nil, note: note))
    }

    @Test("puts own acts of one kind in one sitting into one line, where the newest stands")
    func fold() {
        let lines = FoldedActs.fold([
            act("readOwn", 0, fields: [1]), act("readOwnHistory", 1), act("readOwn", 2, fields: [4, 1]),
            act("readOwnHistory", 3), act("readOwn", 20, fields: [2]),
        ])
        #expect(lines.map(\.act.code) == ["readOwn", "readOwnHistory"])
        #expect(lines.map(\.acts.count) == [3, 2])
        #expect(lines[0].fields == [1, 2, 4].map { FieldNumber($0) })
        #expect(lines[0].since == Self.noon - .minutes(20))
        #expect(lines[0].act.at == Self.noon)
    }

    @Test("begins anew after half an hour without an own act")
    func sittings() {
        let lines = FoldedActs.fold([
            act("readOwn", 0), act("readOwnHistory", 30), act("readOwn", 60), act("readOwn", 91),
        ])
        #expect(lines.map(\.acts.count) == [2, 1, 1])
    }

    @Test("never puts acts of others together")
    func others() {
        for role in ["reviewer", "administrator", "mailer", "machine"] {
            let acts = (0..<5).map { act("openCase", $0, role: role) }
            #expect(FoldedActs.fold(acts).map(\.acts.count) == [1, 1, 1, 1, 1])
        }
        // Nor own acts with theirs, whatever the code.
        let mixed = FoldedActs.fold([act("readOwn", 0), act("readOwn", 1, role: "reviewer"), act("readOwn", 2)])
        #expect(mixed.map(\.acts.count) == [2, 1])
    }

    @Test("keeps apart what was refused, and consents to different things")
    func kinds() {
        let lines = FoldedActs.fold([
            act("readOwn", 0), act("readOwn", 1, outcome: .refused("budget")), act("readOwn", 2),
            act("consent", 3, note: ["consent": "advertising", "given": "1"]),
            act("consent", 4, note: ["consent": "advertising", "given": "0"]),
            act("consent", 5, note: ["consent": "main", "given": "1"]), act("consent", 6, note: ["by_email": "1"]),
        ])
        #expect(lines.map(\.acts.count) == [2, 1, 1, 1, 1, 1])
    }

    @Test("loses no act, and keeps the order of the newest")
    func nothingLost() {
        let acts = (0..<120).map { number in
            act(
                ["readOwn", "readOwnHistory", "openCase"][number % 3], number * 7 % 50 + number,
                role: number % 3 == 2 ? "reviewer" : "subject")
        }.sorted { $0.at > $1.at }
        let lines = FoldedActs.fold(acts)
        #expect(Set(lines.flatMap(\.acts)) == Set(acts))
        #expect(lines.map(\.acts.count).reduce(0, +) == acts.count)
        #expect(lines.map(\.act.at) == lines.map(\.act.at).sorted(by: >))
    }
}

import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Storage
import TestKit
import Testing

@Suite("Declaring a clause void")
struct VoidTests {
    private static let reason = Phrase(ru: "Решение суда", kk: "Сот шешімі", en: "Decision of a court")

    private static func today(_ house: PublicationHouse) -> Day { Day(of: house.house.clock.now, hoursEast: 5) }

    /// Proposes it, and gives the proposal that stands then.
    private static func propose(
        _ clause: ClauseID, in house: PublicationHouse, by one: PublicationHouse.Administrator
    ) async throws -> VoidDesk.Proposed {
        try await house.desk.voids.propose(clause, since: today(house), reason: reason, by: one.actor)
        return try #require(try await house.desk.voids.standing(for: one.person).proposed.last)
    }

    private static func void(_ house: PublicationHouse) async throws -> Set<ClauseID> {
        try await house.house.gate.look { try house.house.gate.book.inForce(in: $0).void }
    }

    @Test("takes two persons and tells beforehand what stops", arguments: Engine.available)
    func twoPersons(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let first = try await house.join("dana")
            let second = try await house.join("berik", invitedBy: first)
            let proposed = try await Self.propose("2.2.4", in: house, by: first)
            #expect(proposed.outlook == .another)
            #expect(proposed.stops.map(\.place.role.rawValue) == ["mailer", "marketer"])
            #expect(proposed.stops.allSatisfy { $0.acts == [.sendMailing] && $0.data.contains(.record) })
            #expect(try await house.desk.isProposed())
            await #expect(throws: TwoPersonRefusal.anotherNeeded) {
                try await house.desk.voids.declare(
                    proposed.proposal.id, code: house.freshCode(of: first), by: first.actor)
            }
            await #expect(throws: TwoPersonRefusal.codeNeeded) {
                try await house.desk.voids.declare(proposed.proposal.id, code: "", by: second.actor)
            }
            #expect(try await Self.void(house) == [])
            try await house.desk.voids.declare(
                proposed.proposal.id, code: house.freshCode(of: second), by: second.actor)
            #expect(try await Self.void(house) == ["2.2.4"])
            let standing = try await house.desk.voids.standing(for: first.person)
            #expect(standing.proposed.isEmpty && standing.declared.first?.content?.reason == Self.reason)
            await #expect(throws: VoidRefusal.ended) {
                try await house.desk.voids.declare(
                    proposed.proposal.id, code: house.freshCode(of: second), by: second.actor)
            }
            // What is needed to declare it again from the ledger alone.
            let entry = try #require(try await Self.entries(house).last)
            #expect(entry.act == "void_clause" && entry.edition == 1 && entry.note["void"] == "2.2.4")
            #expect(entry.note["since"] == Self.today(house).description && entry.note["manner"] == "two_persons")
        }
    }

    @Test("does not hold again with the next edition unless who publishes says so", arguments: Engine.available)
    func revived(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let first = try await house.join("dana")
            let second = try await house.join("berik", invitedBy: first)
            let id = try await Self.propose("2.2.4", in: house, by: first).proposal.id
            try await house.desk.voids.declare(id, code: house.freshCode(of: second), by: second.actor)
            try house.changeFolder()
            let proposal = try await house.propose(first)
            #expect(proposal.warnings.contains { $0.en.contains("clause 2.2.4 was declared void") })
            let proposed = try await house.desk.standing(for: second.person).proposed
            #expect(proposed?.revived == ["2.2.4"])
            await #expect(throws: PublicationRefusal.revives) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            }
            #expect(try await house.inForce().number == 1)
            _ = try await house.desk.publish(
                proposal.id, code: house.freshCode(of: second), reviving: true, by: second.actor)
            #expect(try await house.inForce().number == 2)
            #expect(try await Self.void(house).isEmpty)
        }
    }

    @Test("of consents to recipients tells what is handed to nobody any more", arguments: Engine.available)
    func recipients(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let one = try await house.join("dana")
            let stops = try await Self.propose("3.5.1", in: house, by: one).stops
            #expect(stops.map(\.place.role.rawValue) == ["dpo"] && stops.map(\.acts) == [[.disclose]])
            #expect(stops.first?.data.contains(.field(.familyName)) == true)
            #expect(stops.first?.data.contains(.field(.email)) == false)
            // Messages to persons and to staff go by carriers.
            house.house.clock.advance(by: .seconds(1))
            let carried = try await Self.propose("3.5.2", in: house, by: one).stops
            let sent = carried.filter { $0.acts.contains(.notify) }
            #expect(Set(sent.map(\.place.role.rawValue)) == ["mailer"])
            #expect(sent.contains { $0.place.purpose == .contact && $0.data.contains(.field(.email)) })
            house.house.clock.advance(by: .seconds(1))
            // That the law of the country applies to the policy allows nothing by itself.
            #expect(try await Self.propose("5.1", in: house, by: one).stops.isEmpty)
        }
    }

    @Test("is done by one who works alone after the wait, and marked", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let one = try await house.join("dana")
            let id = try await Self.propose("2.2.4", in: house, by: one).proposal.id
            let from =
                try #require(try await house.desk.voids.standing(for: one.person).proposed.first).proposal
                .proposedAt + .days(1)
            await #expect(throws: TwoPersonRefusal.notYet(from)) {
                try await house.desk.voids.declare(id, code: house.freshCode(of: one), by: one.actor)
            }
            house.house.clock.advance(by: .days(1))
            try await house.desk.voids.declare(id, code: house.freshCode(of: one), by: one.actor)
            let entry = try #require(try await Self.entries(house).last)
            #expect(entry.isSingleHanded && entry.note["manner"] == "single_handed")
        }
    }

    @Test("is proven by a file that tells when it was changed", arguments: Engine.available)
    func proven(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let first = try await house.join("dana")
            let second = try await house.join("berik", invitedBy: first)
            let id = try await Self.propose("2.2.4", in: house, by: first).proposal.id
            try await house.desk.voids.declare(id, code: house.freshCode(of: second), by: second.actor)
            let (database, sequencer) = (house.house.database, house.house.sequencer)
            let certificates = Certificates(gate: house.house.gate, ledger: LedgerReader(database: database)) {
                try await sequencer.sequence()
            }
            #expect(try await certificates.notice(of: "2.2.2", in: 1) == nil)
            let file = try #require(try await certificates.notice(of: "2.2.4", in: 1)).encoded()
            let text = String(decoding: file, as: UTF8.self)
            func check(_ old: String, _ new: String) throws -> ProofFinding {
                #expect(text.contains(old))
                return try VoidNotice(file: Bytes(text.replacing(old, with: new).utf8))
                    .check(key: sequencer.verifierKey)
            }
            #expect(try check("2.2.4", "2.2.4") == .genuine)
            #expect(try check("\"clause\" : \"2.2.4\"", "\"clause\" : \"2.2.2\"") == .otherEdition)
            #expect(try check("\"manner\" : \"two_persons\"", "\"manner\" : \"single_handed\"") == .otherManner)
            #expect(try check("Decision of a court", "A whim") == .contentChanged)
            for secret in [first.person.description, second.person.description, "Ойдан", "example.kz"] {
                #expect(!text.contains(secret))
            }
        }
    }

    @Test(
        "is refused without a clause, a day, a reason, and where staff could not come in", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let one = try await house.join("dana")
            let (voids, today) = (house.desk.voids, Self.today(house))
            func refusal(
                _ clause: ClauseID = "2.2.4", since: Day? = nil, why reason: Phrase = Self.reason
            ) async throws -> VoidRefusal? {
                do {
                    try await voids.propose(clause, since: since ?? today, reason: reason, by: one.actor)
                    return nil
                } catch let refusal as VoidRefusal { return refusal }
            }
            #expect(try await refusal("9.9") == .noClause)
            #expect(try await refusal(since: today + 1) == .day)
            #expect(try await refusal(since: today + -1) == .day)
            #expect(try await refusal(why: Phrase(ru: "Суд", kk: "", en: "Court")) == .reason(.kk))
            let long = String(repeating: "а", count: VoidProposal.longestReason + 1)
            #expect(try await refusal(why: Phrase(ru: long, kk: "Сот", en: "Court")) == .reason(.ru))
            #expect(try await refusal("4.1") == .locksOut)
            #expect(try await refusal() == nil)
            #expect(try await refusal() == .already)
            let id = try #require(try await voids.standing(for: one.person).proposed.first).proposal.id
            try await voids.withdraw(id, by: one.actor)
            #expect(try await refusal() == nil)
            #expect(
                try await Self.entries(house).map(\.act) == ["propose_void", "withdraw_void", "propose_void"])
            // It was about an edition that has ended.
            try await house.house.publishNextEdition()
            #expect(try await voids.standing(for: one.person).proposed.isEmpty)
            #expect(try await house.desk.isProposed() == false)
        }
    }

    private static func entries(_ house: PublicationHouse) async throws -> [LedgerEntry] {
        try await house.house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)) }
        }.filter { $0.clause == "5.3" }
    }
}

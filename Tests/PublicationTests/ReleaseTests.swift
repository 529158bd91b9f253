import Access
import Documents
import HouseKit
import Ledger
import Messages
import Permits
import Primitives
import Registration
import Restoring
import Storage
import TestKit
import Testing

@Suite("Work that is held after a restore")
struct ReleaseTests {
    private static func run(on engine: Engine, _ body: (PublicationHouse, ReleaseDesk) async throws -> Void)
        async throws
    {
        try await PublicationHouse.run(on: engine, beside: DocumentsSchema.migrations) { house in
            try await body(house, ReleaseDesk(gate: house.house.gate, time: house.house.clock.source))
        }
    }

    private static func hold(_ house: PublicationHouse) async throws {
        let now = house.house.clock.now
        try await house.house.database.write { try WorkHoldStore($0).begin(at: now) }
    }

    @Test("sends codes, for which somebody waits, and nothing else until it is released", arguments: Engine.available)
    func courier(engine: Engine) async throws {
        try await Self.run(on: engine) { house, desk in
            let first = try await house.join("dana")
            let second = try await house.join("berik", invitedBy: first)
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await Self.hold(house)
            try await house.house.confirm(.email, "aigerim@example.kz", of: person)
            try await house.house.registrar.send(person.subject, session: person.session)
            let sent = await house.house.outbox.deliveries.count
            #expect(try await house.house.courier.round() == 0)
            let standing = try #require(try await desk.standing(for: first.person))
            #expect(standing.messages == (1, 0) && standing.outlook == nil && standing.hold.proposal == nil)
            #expect(try await house.house.gate.isWorkHeld())

            await #expect(throws: ReleaseRefusal.changed) {
                try await desk.release(code: house.freshCode(of: first), by: first.actor)
            }
            try await desk.propose(by: first.actor)
            await #expect(throws: ReleaseRefusal.changed) { try await desk.propose(by: second.actor) }
            #expect(try await desk.standing(for: first.person)?.outlook == .another)
            await #expect(throws: TwoPersonRefusal.anotherNeeded) {
                try await desk.release(code: house.freshCode(of: first), by: first.actor)
            }
            await #expect(throws: TwoPersonRefusal.codeNeeded) { try await desk.release(code: "", by: second.actor) }
            #expect(try await house.house.courier.round() == 0)
            try await desk.release(code: house.freshCode(of: second), by: second.actor)
            #expect(try await desk.standing(for: first.person) == nil)
            #expect(try await house.house.courier.round() == 1)
            #expect(await house.house.outbox.deliveries.count == sent + 1)
            let acts = try await house.acts()
            #expect(
                acts.filter { $0.hasSuffix("release") || $0 == "release_work" } == ["propose_release", "release_work"])
            await #expect(throws: ReleaseRefusal.changed) {
                try await desk.release(code: house.freshCode(of: second), by: second.actor)
            }
        }
    }

    @Test("is released by one who works alone after the wait, and by no reviewer", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await Self.run(on: engine) { house, desk in
            let one = try await house.join("dana")
            try await Self.hold(house)
            await #expect(throws: ReleaseRefusal.notAdministrator) {
                try await desk.propose(by: Actor(.reviewer, person: one.person))
            }
            try await desk.propose(by: one.actor)
            house.house.clock.advance(by: .days(1))
            try await desk.release(code: house.freshCode(of: one), by: one.actor)
            #expect(try await !house.house.gate.isWorkHeld())
        }
    }

    @Test("is held anew by another restore, whatever was proposed before", arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await Self.run(on: engine) { house, desk in
            let first = try await house.join("dana")
            try await Self.hold(house)
            try await desk.propose(by: first.actor)
            try await Self.hold(house)
            #expect(try await desk.standing(for: first.person)?.outlook == nil)
        }
    }
}

extension PublicationHouse {
    /// The acts of all entries that wait, the oldest first.
    fileprivate func acts() async throws -> [String] {
        try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)).act }
        }
    }
}

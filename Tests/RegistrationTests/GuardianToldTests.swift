import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Of what becomes of a child's case the legal representative")
struct GuardianToldTests {
    /// A child who has no address, and who registered them.
    private struct Family {
        let house: TestHouse
        let guardian: SubjectID
        let child: Person

        static func run(on engine: Engine, _ body: (Family) async throws -> Void) async throws {
            try await TestHouse.run(on: engine) { house in
                let own = try await house.representative()
                while try await house.courier.round() > 0 {}
                let child = try await house.child(of: own)
                try await house.registrar.send(child.subject, session: child.session)
                try await body(Family(house: house, guardian: try #require(own.subject), child: child))
            }
        }

        /// How often the mailer has looked at the guardian's address.
        func looks() async throws -> Int {
            try await house.gate.history(of: guardian, limit: 100).filter {
                $0.act == "notify" && $0.role == "mailer"
            }.count
        }

        /// What goes out now.
        func sent() async throws -> [Delivery] {
            let before = await house.outbox.deliveries.count
            while try await house.courier.round() > 0 {}
            return Array(await house.outbox.deliveries.dropFirst(before))
        }
    }

    @Test("is told at their own address, under the number of the child's", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let before = try await family.looks()
            let sent = try await family.sent()
            #expect(sent.map { $0.address.reveal() } == ["aigerim@example.kz"])
            #expect(sent.first?.text.contains(family.child.number) == true)
            #expect(try await family.looks() == before + 1)
            let acts = try await family.house.gate.history(of: family.guardian, limit: 100)
            #expect(acts.contains { $0.act == "notify" && $0.caseID == family.child.number })
        }
    }

    @Test("is told nothing any more once they represent the child no longer", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let row = try #require(try await family.house.registrar.representations(of: family.child.subject).first)
            let now = family.house.clock.now
            try await family.house.gate.perform { transaction in
                _ = try RepresentationStore(transaction).move(row, to: .ended, at: now)
            }
            #expect(try await family.sent().isEmpty)
        }
    }

    @Test("is told nothing for which contact with the child has no ground", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            try await family.house.gate.perform { transaction in
                try transaction.run("UPDATE subject SET state = 'blocked' WHERE id = \(family.child.subject)")
            }
            #expect(try await family.sent().isEmpty)
        }
    }

    @Test("is told nothing once the consent for the child is over", arguments: Engine.available)
    func over(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let now = family.house.clock.now
            try await family.house.gate.perform { transaction in
                try transaction.run("UPDATE consent SET ends_at = \(now) WHERE subject_id = \(family.child.subject)")
            }
            #expect(try await family.sent().isEmpty)
        }
    }
}

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

@Suite("One person who works alone")
struct SingleHandedPublicationTests {
    @Test(
        "publishes after the wait of the edition in force, with a code again, and marked", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let person = try await house.join("dana")
            let wait = try #require(try TestHouse.policy().singleHandedWait(.publication)).span
            try house.changeFolder()
            // A shorter wait in what is proposed does not shorten its own.
            try house.folder.change("publication: 1 days}", to: "publication: 1 minutes}")
            let proposal = try await house.propose(person)
            let from = proposal.proposedAt + wait
            #expect(try await house.desk.standing(for: person.person).proposed?.outlook == .again(from: from))
            await #expect(throws: TwoPersonRefusal.notYet(from)) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: person), by: person.actor)
            }
            house.house.clock.advance(by: wait)
            await #expect(throws: TwoPersonRefusal.codeNeeded) {
                try await house.desk.publish(proposal.id, code: "", by: person.actor)
            }
            let edition = try await house.desk.publish(proposal.id, code: house.freshCode(of: person), by: person.actor)
            #expect(edition.manner == .singleHanded)
            #expect(try await house.inForce() == (2, 20))
            let entry = try #require(try await house.entries().last { $0.act == "publish" })
            #expect(entry.isSingleHanded && entry.note["manner"] == "single_handed")
            // Read back from the database, as another process would.
            let read = try await house.house.database.read { try PolicyBook().inForce(in: $0) }
            #expect(read.manner == .singleHanded)
        }
    }

    @Test("needs the other one from the moment somebody else has come in", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let person = try await house.join("dana")
            try house.changeFolder()
            let proposal = try await house.propose(person)
            house.house.clock.advance(by: .days(2))
            _ = try await house.join("berik", invitedBy: person)
            await #expect(throws: TwoPersonRefusal.anotherNeeded) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: person), by: person.actor)
            }
        }
    }
}

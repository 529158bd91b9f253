import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Staffing
import Storage
import TestKit
import Testing

@Suite("A changed policy")
struct PublicationTests {
    @Test("changes nothing before two persons have acted", arguments: Engine.available)
    func folder(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let first = try await house.join("dana")
            try house.changeFolder()
            #expect(try await house.inForce() == (1, 30))
            _ = try await house.propose(first)
            #expect(try await house.inForce() == (1, 30))
        }
    }

    @Test("is proposed by one, refused to the same one, and published by another", arguments: Engine.available)
    func twoPersons(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (first, second, proposal) = try await house.proposedByOneOfTwo()
            #expect(try await house.desk.standing(for: first.person).proposed?.outlook == .another)
            await #expect(throws: TwoPersonRefusal.anotherNeeded) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: first), by: first.actor)
            }
            #expect(try await house.inForce() == (1, 30))
            let edition = try await house.desk.publish(
                proposal.id, code: house.freshCode(of: second), by: second.actor)
            #expect(edition.number == 2 && edition.hash == proposal.hash && edition.manner == .twoPersons)
            #expect(try await house.inForce() == (2, 20))
            #expect(try await house.desk.standing(for: first.person).proposed == nil)

            let entries = try await house.entries()
            #expect(entries.map(\.act) == ["publish", "propose_edition", "publish"])
            let publication = try #require(entries.last)
            #expect(publication.digest == proposal.hash && publication.edition == 2)
            #expect(publication.role == "administrator")
            #expect(publication.actor == house.house.gate.pseudonym(of: second.person))
            #expect(publication.note["proposed_by"] == house.house.gate.pseudonym(of: first.person))
            #expect(publication.note["manner"] == "two_persons" && !publication.isSingleHanded)
        }
    }

    @Test("is published with a code only that fits and was not used", arguments: Engine.available)
    func code(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (first, second, proposal) = try await house.proposedByOneOfTwo()
            await #expect(throws: TwoPersonRefusal.codeNeeded) {
                try await house.desk.publish(proposal.id, code: " ", by: second.actor)
            }
            await #expect(throws: TwoPersonRefusal.wrongCode) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: first), by: second.actor)
            }
            // The code with which they came in.
            await #expect(throws: TwoPersonRefusal.wrongCode) {
                try await house.desk.publish(
                    proposal.id, code: TOTP(second.secret).code(at: house.house.clock.now - .seconds(30)),
                    by: second.actor)
            }
            #expect(try await house.inForce() == (1, 30))
            _ = try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            #expect(try await house.inForce() == (2, 20))
        }
    }

    @Test("is published as it was proposed, whatever becomes of the folder", arguments: Engine.available)
    func exactly(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (_, second, proposal) = try await house.proposedByOneOfTwo()
            try house.folder.change("ended_scans: 20 days", to: "ended_scans: 10 days")
            let standing = try await house.desk.standing(for: second.person)
            #expect(standing.draft.hash != proposal.hash && standing.proposed?.proposal.hash == proposal.hash)
            _ = try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            #expect(try await house.inForce() == (2, 20))
        }
    }

    @Test("is not published when the check finds errors in it by now", arguments: Engine.available)
    func checkedAgain(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (_, second, proposal) = try await house.proposedByOneOfTwo()
            let (was, now) = ("withdrawal_received, amount: 15", "withdrawal_received, amount: 10")
            try house.folder.change(was, to: now, in: "../lawpacks/kz.yml")
            await #expect(throws: PublicationRefusal.faulty) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            }
            #expect(try await house.inForce() == (1, 30))
            try house.folder.change(now, to: was, in: "../lawpacks/kz.yml")
            _ = try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            #expect(try await house.inForce() == (2, 20))
        }
    }

    @Test("is not proposed when the folder has changed since it was looked at", arguments: Engine.available)
    func seen(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let first = try await house.join("dana")
            try house.changeFolder()
            let seen = try #require(try await house.desk.standing(for: first.person).draft.hash)
            try house.folder.change("ended_scans: 20 days", to: "ended_scans: 10 days")
            await #expect(throws: PublicationRefusal.folderChanged) {
                try await house.desk.propose(seen, by: first.actor)
            }
            #expect(try await house.desk.isProposed() == false)
        }
    }

    @Test("stands once, and can be withdrawn", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (_, second, proposal) = try await house.proposedByOneOfTwo()
            await #expect(throws: PublicationRefusal.alreadyProposed) { _ = try await house.propose(second) }
            try await house.desk.withdraw(proposal.id, by: second.actor)
            #expect(try await house.desk.isProposed() == false)
            await #expect(throws: PublicationRefusal.ended) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            }
            _ = try await house.propose(second)
            #expect(try await house.entries().map(\.act).suffix(2) == ["withdraw_proposal", "propose_edition"])
        }
    }

    @Test("that was proposed ends with the edition that it was to follow", arguments: Engine.available)
    func superseded(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (first, second, proposal) = try await house.proposedByOneOfTwo()
            try await house.house.publishNextEdition()
            #expect(try await house.desk.isProposed() == false)
            await #expect(throws: PublicationRefusal.ended) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            }
            #expect(try await house.propose(first).after == 2)
        }
    }

    @Test("with errors, or of another country, is not proposed", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine, region: "NL") { house in
            let first = try await house.join("dana")
            await #expect(throws: PublicationRefusal.nothingNew) { try await house.desk.propose([], by: first.actor) }
            try house.changeFolder()
            await #expect(throws: PublicationRefusal.otherRegion) { _ = try await house.propose(first) }
            // A number that is in use already, under another name.
            try house.folder.change("  - number: 2\n", to: "  - number: 1\n")
            await #expect(throws: PublicationRefusal.faulty) { try await house.desk.propose([], by: first.actor) }
        }
    }

    @Test("is for administrators alone, and for those who still are", arguments: Engine.available)
    func administrators(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (first, second, proposal) = try await house.proposedByOneOfTwo()
            try await house.staff.revoke(.administrator, from: second.person, by: first.actor)
            await #expect(throws: PublicationRefusal.notAdministrator) {
                try await house.desk.publish(proposal.id, code: house.freshCode(of: second), by: second.actor)
            }
            await #expect(throws: PublicationRefusal.notAdministrator) {
                try await house.desk.withdraw(proposal.id, by: second.actor)
            }
            let reviewer = Actor(.reviewer, person: first.person, session: first.session)
            await #expect(throws: PublicationRefusal.notAdministrator) {
                try await house.desk.withdraw(proposal.id, by: reviewer)
            }
            #expect(try await house.inForce() == (1, 30))
        }
    }
}

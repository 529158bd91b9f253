import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A void clause")
struct VoidClauseTests {
    @Test("stops at once what rests on it alone, is named, and leaves the rest", arguments: Engine.available)
    func stops(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let viewing = try await house.gate.openViewing(house.opening(person, by: reviewer), blobs: []).viewing.id
            try await house.declareVoid("2.2.2")
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .clauseVoid && refusal?.clause == "2.2.2")
            let drawn = try await reason {
                _ = try await house.gate.record(in: viewing, of: person.subject, for: reviewer)
            }
            #expect(drawn?.reason == .clauseVoid && drawn?.clause == "2.2.2")
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.first?.reason == "clause_void" && recorded.first?.entry.clause == "2.2.2")
            // Another purpose, and the person's own rights, go on.
            let support = Ask(
                .openCase, by: house.worker("support"), on: person.subject, for: .service, fields: [.familyName])
            #expect(try await house.gate.read(support)[.familyName]?.reveal() == "Үлгіева")
            _ = try await house.gate.read(Self.own(person))
        }
    }

    @Test("named by a field closes that field for every purpose", arguments: Engine.available)
    func ofAField(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.declareVoid("2.3.1")
            let refusal = try await reason { _ = try await house.gate.read(Self.own(person)) }
            #expect(refusal?.reason == .clauseVoid && refusal?.clause == "2.3.1")
            _ = try await house.gate.read(
                Ask(.openCase, by: house.worker(.reviewer), on: person.subject, for: .identification))
        }
    }

    @Test("stops them in a process that has not heard of it, at its next check", arguments: Engine.available)
    func otherProcess(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            _ = try await house.gate.read(house.opening(person))
            let other = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system)
            try await house.declareVoid("2.2.2", by: other)
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .clauseVoid)
        }
    }

    @Test("stops nothing that another clause allows too", arguments: Engine.available)
    func anotherGround(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            // The check of a folder allows no such thing; an edition may hold it.
            let (acts, rest) = (#"{"acts":["openCase"],"#, #""documents":[],"fields":[1,2,3],"purposes":["service"]}"#)
            try await house.publish(changing: acts + rest, to: "\(acts)\"clause\":\"1.8\",\(rest),\(acts)\(rest)")
            let person = try await house.begin("Үлгіева", "Айгерім", under: 2)
            let ask = Ask(
                .openCase, by: house.worker("support"), on: person.subject, for: .service, fields: [.familyName])
            _ = try await house.gate.read(ask)
            let first = try await house.entries(person.subject).filter { $0.act == "openCase" }
            #expect(first.map(\.clause) == ["1.8"])
            try await house.declareVoid("1.8")
            _ = try await house.gate.read(ask)
            let both = try await house.entries(person.subject).filter { $0.act == "openCase" }
            #expect(Set(both.map(\.clause)) == ["1.8", "2.2.1"])
        }
    }

    @Test("stays void for what was collected under it, until the person agrees afresh", arguments: Engine.available)
    func nextEdition(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            // Under the next edition the clause reads the same, and it is void there, and so under the first.
            try await house.publishNextEdition()
            try await house.declareVoid("2.2.2")
            _ = try await house.gate.publish(try await ChangedPolicy.narrowed())
            let closed = try await reason {
                _ = try await house.gate.read(house.opening(person, fields: [.familyName]))
            }
            #expect(closed?.reason == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, of: person)
            _ = try await house.gate.read(house.opening(person, fields: [.familyName]))
        }
    }

    @Test(
        "on which a consent to a recipient rests stops what goes there, until the consent is given under a later edition",
        arguments: Engine.available)
    func recipients(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["courier"])
            let handing = Ask(
                .disclose, by: house.worker("dpo"), on: person.subject, for: .service, fields: [.familyName],
                recipient: "courier")
            _ = try await house.gate.read(handing)
            try await house.declareVoid("3.5.1")
            let stopped = try await reason { _ = try await house.gate.read(handing) }
            #expect(stopped?.reason == .clauseVoid && stopped?.clause == "3.5.1")
            try await house.publishNextEdition()
            let earlier = try await reason { _ = try await house.gate.read(handing) }
            #expect(earlier?.reason == .notAllowedWhenCollected && earlier?.clause == "3.5.1")
            try await house.decide("courier", give: true, of: person)
            _ = try await house.gate.read(handing)
        }
    }

    @Test(
        "leaves no consent that was given by it, also for what is collected later", arguments: Engine.available)
    func consentsGivenByIt(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising"])
            try await house.declareVoid("2.2.4")
            try await house.publishNextEdition()
            let address = "aigerim@example.kz"
            try await house.registrar.storeContact(
                .email, (address, address), of: person.subject, session: person.session)
            let mailing = Ask(
                .sendMailing, by: Actor(.mailer), on: person.subject, for: "advertising", fields: [.email],
                through: .mail, channel: .email)
            #expect(try await reason { _ = try await house.gate.read(mailing) }?.reason == .noConsent)
            try await house.decide("advertising.email", give: true, of: person)
            _ = try await house.gate.read(mailing)
        }
    }

    @Test("is not agreed to, and a consent to it is taken back all the same", arguments: Engine.available)
    func consents(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising"])
            try await house.declareVoid("2.2.4")
            let refusal = try await reason { try await house.decide("advertising", give: true, of: person) }
            #expect(refusal?.reason == .clauseVoid && refusal?.clause == "2.2.4")
            try await house.decide("advertising", give: false, of: person)
            // Somebody whose page was opened before.
            let other = try await house.begin("Бекзатов", "Бекзат", optional: ["advertising"])
            let given = try await house.gate.look {
                try ConsentStore($0).inForce(of: other.subject, at: house.clock.now, under: house.gate.book)
            }
            #expect(given.keys.map(\.rawValue) == ["main"])
        }
    }

    @Test("whose row goes by hand is named by an audit, with the entry that declared it", arguments: Engine.available)
    func audited(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.sequencer.sequence()
            try await house.declareVoid("2.2.2")
            _ = try await house.sequencer.sequence()
            #expect(try await house.gate.audit(house.sequencer.verifier).faults == [])
            try await house.database.execute("UPDATE void_clause SET clause = '2.2.4'")
            let faults = try await house.gate.audit(house.sequencer.verifier).faults
            #expect(
                faults == [
                    "the row of the void clause 2.2.2 of edition 1 is gone: entry 1 declared it",
                    "the void clause 2.2.4 of edition 1 has no entry",
                ])
        }
    }

    private static func own(_ person: Person) -> Ask {
        Ask(
            .readOwn, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights,
            fields: [.familyName])
    }
}

extension TestHouse {
    /// Declares a clause of the edition in force void, as two administrators do.
    func declareVoid(_ clause: ClauseID, by other: Gate? = nil) async throws {
        let gate = other ?? gate
        let (now, actor) = (clock.now, worker(.administrator))
        let since = Day(of: now, hoursEast: 5)
        let isDeclared = try await gate.perform { transaction in
            let content = VoidContent(
                clause, of: try gate.book.inForce(in: transaction), since: since,
                reason: Phrase(ru: "Решение суда", kk: "Сот шешімі", en: "Decision of a court"), proposed: now,
                declared: now, manner: .twoPersons)
            return try gate.declareVoid(content, since: since, by: actor, in: transaction)
        }
        #expect(isDeclared)
    }

    /// Somebody who begins under a later edition than the first.
    func begin(_ family: String, _ given: String, under edition: Int) async throws -> Person {
        let form = try beginning(family, given)
        return Person(
            try await registrar.begin(
                Registrar.Beginning(
                    name: form.applicant.name, isDeclared: true, isAgreed: true, optional: [], language: .kk,
                    edition: edition,
                    submission: form.submission)))
    }
}

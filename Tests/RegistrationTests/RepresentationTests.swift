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

@Suite("Representation")
struct RepresentationTests {
    /// A house in which somebody has registered who acts for an organisation.
    private struct Acting {
        let house: TestHouse
        /// The session of the representative in their own account.
        let own: Session
        /// The organisation, in the session of the representative.
        let principal: Person
        let representation: RepresentationRow

        static func run(
            on engine: Engine, until: Day = .authority, _ body: (Acting) async throws -> Void
        ) async throws {
            try await TestHouse.run(on: engine) { house in
                let own = try await house.representative()
                let organisation = try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")
                let begun = try await house.registrar.begin(
                    try house.beginning(Applicant(organisation), by: Representing(by: own, until: until)))
                let rows = try await house.registrar.representations(of: begun.subject)
                try await body(
                    Acting(
                        house: house, own: own, principal: Person(begun), representation: try #require(rows.first)))
            }
        }

        func readOwn(_ session: Bytes) async throws {
            _ = try await house.gate.read(
                Ask(
                    .readOwn, by: .subject(principal.subject, session: session), on: principal.subject, for: .rights,
                    fields: [.organisationName]))
        }
    }

    @Test("of an organisation holds its name and BIN, and no name of a person", arguments: Engine.available)
    func organisation(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let row = try #require(
                try await acting.house.gate.look { try SubjectStore($0).find(acting.principal.subject) })
            #expect(
                try row.fieldsHeld == [.declaration, .registrantKind, .organisationName, .organisationBIN])
            #expect(acting.representation.kind == .organisation && acting.representation.state == .claimed)
        }
    }

    @Test("names both in every entry from the first on", arguments: Engine.available)
    func bothNamed(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            try await house.confirm(.email, "ulgi@example.kz", of: principal)
            try await house.registrar.send(principal.subject, session: principal.session)
            try await acting.readOwn(principal.session)
            let name = house.gate.pseudonym(of: try #require(acting.own.subject))
            let acts = try await house.registrar.history(of: principal.subject, session: principal.session, limit: 100)
                .filter { $0.role == .subject || $0.role == .visitor }
            #expect(Set(acts.compactMap(\.act)).isSuperset(of: [.register, .consent, .represent, .send, .readOwn]))
            #expect(acts.allSatisfy { $0.note["representative"] == name })
        }
    }

    @Test("is begun by nobody who has not sent a registration of their own", arguments: Engine.available)
    func stranger(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let draft = try await house.begin("Үлгіева", "Айгерім")
            let session = try await house.session(of: draft)
            let organisation = Applicant(try Organisation(name: "ТОО «Үлгі»", bin: "991240000013"))
            let before = try await house.count("subject")
            for representing in [Representing(by: session, until: .authority), nil] {
                let beginning = try house.beginning(organisation, by: representing)
                await #expect(throws: RepresentationRefusal.registerFirst) {
                    _ = try await house.registrar.begin(beginning)
                }
            }
            let after = try await house.count("subject")
            #expect(before == after)
        }
    }

    @Test("is begun for nobody without the last day of it", arguments: Engine.available)
    func noTerm(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let own = try await house.representative()
            let name = PersonName(family: "Үлгіева", given: "Айгерім")
            for applicant in [
                Applicant(try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")),
                Applicant(.represented, name: name), Applicant(.child, name: name),
            ] {
                let last = applicant.registrant == .organisation ? Day.authority : house.today + 1_000
                let before = try await house.count("subject")
                await #expect(throws: RepresentationRefusal.noTerm) {
                    _ = try await house.registrar.begin(
                        try house.beginning(applicant, by: Representing(by: own, until: nil)))
                }
                let after = try await house.count("subject")
                #expect(before == after)
                let begun = try await house.registrar.begin(
                    try house.beginning(applicant, by: Representing(by: own, until: last)))
                let row = try await house.registrar.representations(of: begun.subject).first
                #expect(row?.lastDay == last)
            }
        }
    }

    @Test("ends at once when the principal says so", arguments: Engine.available)
    func principalEnds(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            let second = Session.digest(of: try await house.registrar.act(by: acting.representation.id, in: acting.own))
            try await acting.readOwn(second)
            // A session of the principal's own, as a code to their address opens it.
            let theirs = Randomness.system.bytes(32)
            let now = house.clock.now
            try await house.gate.perform {
                try SessionStore($0).begin(
                    theirs, kind: .account, assurance: .emailCode, of: principal.subject, at: now)
            }
            try await house.registrar.endRepresentation(
                acting.representation.id, of: principal.subject, session: theirs)
            for session in [principal.session, second] {
                let found = try await Sessions(gate: house.gate, time: house.clock.source).find(session)
                #expect(found == nil)
                // Whoever still held the digest would open nothing by it.
                await #expect(throws: GateRefusal.self) { try await acting.readOwn(session) }
            }
            try await acting.readOwn(theirs)
            await #expect(throws: RepresentationRefusal.none) {
                _ = try await house.registrar.act(by: acting.representation.id, in: acting.own)
            }
        }
    }

    @Test(
        "is what an organisation acts by: on its own it sees, ends and asks, and does nothing else",
        arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            let theirs = Randomness.system.bytes(32)
            let now = house.clock.now
            try await house.gate.perform {
                try SessionStore($0).begin(
                    theirs, kind: .account, assurance: .emailCode, of: principal.subject, at: now)
            }
            try await acting.readOwn(theirs)
            let sealer = try await house.gate.sealer(for: principal.subject)
            func refusal(_ act: Act, _ purpose: PurposeID, _ session: Bytes) async throws -> GateRefusal.Reason? {
                do {
                    try await house.gate.perform { transaction in
                        let permit = try house.gate.permitToWrite(
                            Ask(
                                act, by: .subject(principal.subject, session: session), on: principal.subject,
                                for: purpose),
                            sealer: sealer, in: transaction)
                        try permit.note(in: transaction)
                    }
                    return nil
                } catch let refusal as GateRefusal { return refusal.reason }
            }
            for (act, purpose): (Act, PurposeID) in [(.consent, .rights), (.send, .service), (.placeOrder, .service)] {
                #expect(try await refusal(act, purpose, theirs) == .needsRepresentative)
                #expect(try await refusal(act, purpose, principal.session) == nil)
            }
            for act in [Act.withdrawConsent, .block, .request, .endRepresentation] {
                #expect(try await refusal(act, .rights, theirs) == nil)
            }
            let refused = try await house.gate.history(of: principal.subject, limit: 100)
                .count { $0.outcome == .refused("needs_representative") }
            #expect(refused == 3)
        }
    }

    @Test("ends by itself at midnight after its last day", arguments: Engine.available)
    func term(engine: Engine) async throws {
        let today = Day(of: ManualClock().now, hoursEast: 5)
        try await Acting.run(on: engine, until: today + 2) { acting in
            let (house, principal) = (acting.house, acting.principal)
            let end = try #require(acting.representation.endsAt)
            #expect(Day(of: end, hoursEast: 5) == today + 3)
            #expect(Day(of: end - .seconds(1), hoursEast: 5) == today + 2)
            house.clock.advance(by: end - .seconds(1) - house.clock.now)
            try await acting.readOwn(principal.session)
            house.clock.advance(by: .seconds(1))
            // Before anything has swept.
            await #expect(throws: GateRefusal.self) { try await acting.readOwn(principal.session) }
            let ended = try await house.registrar.endRepresentationsDue()
            let again = try await house.registrar.endRepresentationsDue()
            #expect(ended == 1 && again == 0)
            let row = try await house.registrar.representations(of: principal.subject).first
            #expect(row?.state == .ended && row?.endedAt == house.clock.now)
            let found = try await Sessions(gate: house.gate, time: house.clock.source).find(principal.session)
            #expect(found == nil)
        }
    }

    @Test("gives nobody the account itself", arguments: Engine.available)
    func password(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            let sealer = try await house.gate.sealer(for: principal.subject)
            await #expect(throws: GateRefusal.self) {
                try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Ask(
                            .setPassword, by: .subject(principal.subject, session: principal.session),
                            on: principal.subject, for: .security), sealer: sealer, in: transaction)
                    try permit.note(in: transaction)
                }
            }
        }
    }

    @Test("goes on under the token that a fresh proof gives its session", arguments: Engine.available)
    func renewed(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            let other = Randomness.system.bytes(32)
            let now = house.clock.now
            try await house.gate.perform {
                try SessionStore($0).renew(principal.session, as: other, at: now)
            }
            try await acting.readOwn(other)
            let acts = try await house.registrar.history(of: principal.subject, session: other, limit: 1)
            #expect(acts.first?.note["representative"] != nil)
        }
    }

    @Test("of a child needs no address of the child", arguments: Engine.available)
    func child(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let own = try await house.representative()
            let child = try await house.child(of: own)
            try await house.registrar.send(child.subject, session: child.session)
            let row = try await house.registration(of: child)
            #expect(row?.state == .sent)
        }
    }

    @Test(
        "of somebody erased leaves nothing, and of an erased representative opens nothing", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            let representative = try #require(acting.own.subject)
            try await house.registrar.end(representative, by: .withdrawRegistration, session: acting.own.digest)
            await #expect(throws: GateRefusal.self) { try await acting.readOwn(principal.session) }
            let left = try await house.count("representation")
            #expect(left == 1)
        }
        try await Acting.run(on: engine) { acting in
            let (house, principal) = (acting.house, acting.principal)
            try await house.registrar.end(principal.subject, by: .decline, session: principal.session)
            let rows = try await house.count("representation") + house.count("acting")
            #expect(rows == 0)
        }
    }
}

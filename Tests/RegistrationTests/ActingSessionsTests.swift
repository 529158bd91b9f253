import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("A session in which somebody acts for another")
struct ActingSessionsTests {
    private static let (first, second) = ("aigerim@example.kz", "bekzat@example.kz")

    /// Somebody who acts for an organisation, in one session of their own and in one for it.
    private struct Acting {
        let house: TestHouse
        let representative: Person
        let own: Session
        let principal: Person

        init(_ house: TestHouse, _ email: String) async throws {
            self.house = house
            representative = try await house.register("Үлгіева", "Айгерім", email: email)
            own = try await house.session(of: representative)
            let organisation = try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")
            principal = Person(
                try await house.registrar.begin(
                    try house.beginning(Applicant(organisation), by: Representing(by: own, until: .authority))))
        }

        func isOpen(_ session: Bytes) async throws -> Bool {
            try await Sessions(gate: house.gate, time: house.clock.source).find(session) != nil
        }
    }

    private enum Way: CaseIterable { case password, address, sessions }

    @Test(
        "ends with the password, the address and the other sessions of who acts, and nobody else's does",
        arguments: Engine.available, Way.allCases)
    private func ends(engine: Engine, way: Way) async throws {
        try await TestHouse.run(on: engine) { house in
            let acting = try await Acting(house, Self.first)
            let other = try await Acting(house, "dana@example.kz")
            let again = Session.digest(
                of: try await house.registrar.act(
                    by: try #require(
                        try await house.registrar.representations(of: acting.principal.subject).first
                    ).id, in: acting.own))
            let (subject, sessions) = (
                acting.representative.subject, Sessions(gate: house.gate, time: house.clock.source)
            )
            var own = acting.own.digest
            switch way {
            case .password:
                own = Session.digest(
                    of: try await house.signIn.setPassword(
                        "correct horse battery", of: subject, session: acting.own))
            case .address: try await house.change(.email, to: Self.second, of: acting.representative)
            case .sessions: try await sessions.endAll(of: subject, except: own)
            }
            #expect(try await acting.isOpen(own))
            for session in [acting.principal.session, again] { #expect(try await acting.isOpen(session) == false) }
            #expect(try await other.isOpen(other.principal.session))
            #expect(try await other.isOpen(other.own.digest))
        }
    }

    @Test("stays open where it is the one that asks", arguments: Engine.available)
    func asking(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let acting = try await Acting(house, Self.first)
            let sessions = Sessions(gate: house.gate, time: house.clock.source)
            try await sessions.endAll(of: acting.representative.subject, except: acting.principal.session)
            #expect(try await acting.isOpen(acting.principal.session))
            #expect(try await acting.isOpen(acting.own.digest) == false)
        }
    }

    @Test("is among the sessions of who acts, and ended there by its name", arguments: Engine.available)
    func listed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let acting = try await Acting(house, Self.first)
            let sessions = Sessions(gate: house.gate, time: house.clock.source)
            let subject = acting.representative.subject
            let all = try await sessions.all(of: subject)
            #expect(Set(all.map(\.digest)) == [acting.own.digest, acting.principal.session])
            let session = try #require(all.first { $0.representation != nil })
            try await sessions.end(named: sessions.name(of: session), of: subject)
            #expect(try await acting.isOpen(acting.principal.session) == false)
            #expect(try await sessions.all(of: subject).map(\.digest) == [acting.own.digest])
        }
    }
}

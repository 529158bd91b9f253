import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A refusal")
struct RefusalTests {
    @Test(
        "of an act or a field that the policy does not give is on record with its clause", arguments: Engine.available)
    func notAllowed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let act = Ask(.decide, by: house.worker("support"), on: person.subject, for: .identification)
            let field = house.opening(person, fields: [.familyName, .email])
            for ask in [act, field] {
                let refusal = try await reason { _ = try await house.gate.read(ask) }
                #expect(refusal?.reason == .notAllowed)
                #expect(refusal?.clause == "2.2.2")
            }
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.map(\.reason) == ["not_allowed", "not_allowed"])
            #expect(recorded.allSatisfy { $0.entry.clause == "2.2.2" && $0.entry.edition == 1 })
            #expect(recorded.contains { $0.entry.fields == [1, 4] && $0.entry.role == "reviewer" })
        }
    }

    @Test("for want of consent, and while the person is blocked", arguments: Engine.available)
    func consentAndBlock(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            _ = try await house.gate.read(house.opening(person))
            try await house.setState(.blocked, of: person.subject)
            let blocked = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(blocked?.reason == .blocked)
            try await house.setState(.living, of: person.subject)
            _ = try await house.gate.read(house.opening(person))
            try await house.decide(.main, give: false, of: person)
            let without = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(without?.reason == .noConsent)
            #expect(without?.clause == "2.2.2")
            let recorded = try await house.refusals(of: person.subject)
            #expect(Set(recorded.map(\.reason)) == ["blocked", "no_consent"])
        }
    }

    @Test("to read somebody who is not there, or no longer, is on record and names nobody", arguments: Engine.available)
    func noSubject(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.end(person.subject, by: .decline, session: person.session)
            let stranger = Person(subject: SubjectID(from: .system), number: "0", session: [])
            for somebody in [person, stranger] {
                let refusal = try await reason { _ = try await house.gate.read(house.opening(somebody)) }
                #expect(refusal?.reason == .noSubject)
            }
            let recorded = try await house.pending().filter { $0.outcome == .refused("no_subject") }
            #expect(recorded.count == 2)
            #expect(recorded.allSatisfy { $0.whom == nil && $0.clause == "2.2.2" })
            let tied = try await house.count("own_entry")
            #expect(tied == 0)
        }
    }

    @Test("comes when evidence has waited for more than a minute", arguments: Engine.available)
    func evidence(engine: Engine) async throws {
        try await TestHouse.run(on: engine, evidenceMayWait: .seconds(60)) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            house.clock.advance(by: .seconds(60))
            _ = try await house.gate.read(house.opening(person))
            house.clock.advance(by: .seconds(1))
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .noEvidence)
            try await house.sequencer.sequence()
            _ = try await house.gate.read(house.opening(person))
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.map(\.reason) == ["no_evidence"])
        }
    }

    @Test("leaves nothing of its transaction behind but itself", arguments: Engine.available)
    func nothingStays(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let before = try await house.entries(person.subject).count
            let sealer = try await house.gate.sealer(for: person.subject)
            let refusal = try await reason {
                try await house.gate.perform { transaction in
                    try SubjectStore(transaction).setLanguage(.en, of: person.subject)
                    let own = Actor.subject(person.subject, session: person.session)
                    let permit = try house.gate.permitToWrite(
                        Ask(.correctOwn, by: own, on: person.subject, for: .service, fields: [.givenName]),
                        sealer: sealer, in: transaction)
                    try permit.store([.givenName: "Бекзат"], in: transaction)
                    _ = try house.gate.permitToWrite(
                        Ask(.erase, by: own, on: person.subject, for: .rights), sealer: sealer, in: transaction)
                }
            }
            #expect(refusal?.reason == .notAllowed)
            let row = try await house.database.read { try SubjectStore($0).find(person.subject) }
            #expect(row?.language == .kk)
            #expect(row?.revision == 1)
            let after = try await house.entries(person.subject)
            #expect(after.count == before + 1)
            #expect(after.contains { $0.outcome == .refused("not_allowed") && $0.act == "erase" })
        }
    }

    @Test("names who tried, when a role for one's own data was used on another person's", arguments: Engine.available)
    func notTheirs(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let other = try await house.begin("Ойдан", "Бекзат")
            let refusal = try await reason {
                _ = try await house.gate.read(
                    Ask(
                        .readOwn, by: .subject(other.subject, session: other.session), on: person.subject,
                        for: .rights, fields: [.familyName]))
            }
            #expect(refusal?.reason == .notTheirs)
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.map(\.reason) == ["not_theirs"])
            #expect(recorded.first?.entry.actor == house.gate.pseudonym(of: other.subject))
        }
    }
}

import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("Data collected under an edition")
struct CollectedTests {
    private static func ask(_ house: TestHouse, _ person: Person, fields: [FieldNumber] = [.familyName]) -> Ask {
        Ask(.openCase, by: house.worker("support"), on: person.subject, for: .identification, fields: fields)
    }

    @Test(
        "stay closed for what a later one adds, until the person agrees to it and not to something else of it",
        arguments: Engine.available)
    func widening(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising"])
            let before = try await reason { _ = try await house.gate.read(Self.ask(house, person)) }
            #expect(before?.reason == .notAllowed)
            let second = try await house.gate.publish(try await ChangedPolicy.widened())
            #expect(second.number == 2)

            let closed = try await reason { _ = try await house.gate.read(Self.ask(house, person)) }
            #expect(closed?.reason == .notAllowedWhenCollected)
            #expect(closed?.clause == "2.2.2")
            try await house.decide("advertising", give: true, of: person)
            let still = try await reason { _ = try await house.gate.read(Self.ask(house, person)) }
            #expect(still?.reason == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, of: person)
            let record = try await house.gate.read(Self.ask(house, person))
            #expect(record[.familyName]?.reveal() == "Үлгіева")
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.count { $0.reason == "not_allowed_when_collected" && $0.entry.edition == 2 } == 2)
        }
    }

    @Test("stay closed for a field that a later one adds to what a role may touch", arguments: Engine.available)
    func field(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let ask = Ask(
                .openCase, by: house.worker("support"), on: person.subject, for: .service, fields: [.email])
            let before = try await reason { _ = try await house.gate.read(ask) }
            #expect(before?.reason == .notAllowed)
            try await house.publish(
                changing: #"{"acts":["openCase"],"documents":[],"fields":[1,2,3],"#,
                to: #"{"acts":["openCase"],"documents":[],"fields":[1,2,3,4],"#)
            let closed = try await reason { _ = try await house.gate.read(ask) }
            #expect(closed?.reason == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, of: person)
            _ = try await house.gate.read(ask)
        }
    }

    @Test("are open for what that edition allows when they are given anew under it", arguments: Engine.available)
    func givenAnew(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            _ = try await house.gate.publish(try await ChangedPolicy.widened())
            let sealer = try await house.gate.sealer(for: person.subject)
            try await house.gate.perform { transaction in
                let permit = try house.gate.permitToWrite(
                    Ask(
                        .correctOwn, by: .subject(person.subject, session: person.session), on: person.subject,
                        for: .service, fields: [.givenName]), sealer: sealer, in: transaction)
                try permit.store([.givenName: "Бекзат"], in: transaction)
            }
            let record = try await house.gate.read(Self.ask(house, person, fields: [.givenName]))
            #expect(record[.givenName]?.reveal() == "Бекзат")
            let both = try await reason {
                _ = try await house.gate.read(Self.ask(house, person, fields: [.familyName, .givenName]))
            }
            #expect(both?.reason == .notAllowedWhenCollected)
        }
    }

    @Test("stay closed for what a later one adds when they are put right by a proposal", arguments: Engine.available)
    func corrected(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, agreed) = (
                try await house.begin("Үлгіева", "Айгерім"), try await house.begin("Сейтов", "Данияр")
            )
            _ = try await house.gate.publish(try await ChangedPolicy.widened())
            try await house.decide(.main, give: true, of: agreed)
            for one in [person, agreed] {
                let sealer = try await house.gate.sealer(for: one.subject)
                try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Ask(
                            .acceptCorrection, by: .subject(one.subject, session: one.session), on: one.subject,
                            for: .identification, fields: [.familyName]), sealer: sealer, in: transaction)
                    try permit.store([.familyName: "Үлгиева"], in: transaction)
                }
            }
            let closed = try await reason { _ = try await house.gate.read(Self.ask(house, person)) }
            #expect(closed?.reason == .notAllowedWhenCollected)
            for one in [person, agreed] {
                try await house.decide(.main, give: true, of: one)
                let record = try await house.gate.read(Self.ask(house, one))
                #expect(record[.familyName]?.reveal() == "Үлгиева")
            }
        }
    }

    @Test("are closed at once for what a later one takes away", arguments: Engine.available)
    func narrowing(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let viewing = try await house.gate.openViewing(house.opening(person, by: reviewer), blobs: []).viewing.id
            _ = try await house.gate.publish(try await ChangedPolicy.narrowed())
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .notAllowed)
            let drawn = try await reason {
                _ = try await house.gate.record(in: viewing, of: person.subject, for: reviewer)
            }
            #expect(drawn?.reason == .notAllowed)
            _ = try await house.gate.read(house.opening(person, fields: [.familyName]))
        }
    }

    @Test("are looked at under the newest one by a process that has not heard of it", arguments: Engine.available)
    func otherProcess(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let other = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system)
            _ = try await other.publish(try await ChangedPolicy.narrowed())
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .notAllowed)
        }
    }

    @Test("under an earlier one than the document's kind was given for, stay closed too", arguments: Engine.available)
    func documents(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let gate = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system,
                collected: { _, _ in [CollectedDatum("other", edition: 1)] })
            _ = try await gate.publish(
                try await ChangedPolicy.read([
                    (
                        of: "- {acts: [openCase], purposes: [service], fields: [1, 2, 3]}",
                        with: "- {acts: [openCase], purposes: [identification], documents: [identity_document, other]}"
                    )
                ]))
            func ask(_ kind: DocumentKindID) -> Ask {
                Ask(
                    .openCase, by: house.worker("support"), on: person.subject, for: .identification,
                    documents: [kind])
            }
            let refusal = try await reason { _ = try await gate.permitToRead(ask("other")) }
            #expect(refusal?.reason == .notAllowedWhenCollected)
            _ = try await gate.permitToRead(ask("identity_document"))
        }
    }
}

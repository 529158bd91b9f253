import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@testable import Agreements

@Suite("A service of the catalogue")
struct ServiceTests {
    private static let administrator = AgreementsHouse.administrator

    @Test("is offered with an agreement in force, and every saving is kept", arguments: Engine.available)
    func offered(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            let card = AgreementsHouse.card()
            await #expect(throws: ServiceRefusal.noAgreement) {
                try await here.services.save("advice", card, .offered, seen: nil, by: Self.administrator)
            }
            #expect(try await here.services.all().isEmpty)
            try await here.offer()
            let found = try #require(try await here.services.offered("advice"))
            #expect(found.version.card == card && found.version.revision == 2)
            #expect(found.agreement.number == 1 && found.agreement.text == AgreementsHouse.text)
            #expect(try await here.services.offered().map(\.version.service) == ["advice"])
            let (versions, agreements) = try await here.services.history(of: "advice")
            #expect(versions.map(\.revision) == [2, 1] && versions.map(\.state) == [.offered, .prepared])
            #expect(agreements.count == 1 && versions[0].savedBy == Self.administrator.person)
        }
    }

    @Test("is ordered no more once it is no longer offered", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let placing = try await here.placing()
            let mark = try #require(try await here.services.offered("advice")).version.mark
            try await here.services.save(
                "advice", AgreementsHouse.card(), .ended, seen: mark, by: Self.administrator)
            #expect(try await here.services.offered().isEmpty)
            await #expect(throws: OrderRefusal.notOffered) {
                try await here.orders.place(placing, of: here.person.subject, session: here.person.session)
            }
        }
    }

    @Test("is overwritten by nobody who has not seen it", arguments: Engine.available)
    func conflict(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let seen = try #require(try await here.services.offered("advice")).version.mark
            let (mine, theirs) = (AgreementsHouse.card("Менікі"), AgreementsHouse.card("Олардікі"))
            try await here.services.save("advice", theirs, .offered, seen: seen, by: Self.administrator)
            await #expect(throws: ServiceRefusal.changedMeanwhile) {
                try await here.services.save("advice", mine, .offered, seen: seen, by: Self.administrator)
            }
            await #expect(throws: ServiceRefusal.nameTaken) {
                try await here.services.save("advice", mine, .offered, seen: nil, by: Self.administrator)
            }
            #expect(try await here.services.offered("advice")?.version.card == theirs)
            await #expect(throws: ServiceRefusal.changedMeanwhile) {
                try await here.services.publish(
                    Phrase(ru: "а", kk: "ә", en: "b"), for: "advice", after: 0, by: Self.administrator)
            }
            await #expect(throws: ServiceRefusal.unchanged) {
                try await here.services.publish(
                    AgreementsHouse.text, for: "advice", after: 1, by: Self.administrator)
            }
        }
    }

    @Test(
        "names only documents and recipients that the policy has for services, and whole texts",
        arguments: Engine.available)
    func bound(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            func save(_ card: ServiceCard, _ name: ServiceID = "advice") async throws {
                try await here.services.save(name, card, .prepared, seen: nil, by: Self.administrator)
            }
            await #expect(throws: ServiceRefusal.unknownRecipient("stranger")) {
                try await save(AgreementsHouse.card(recipients: ["stranger"]))
            }
            // The mail provider gets nothing for services.
            await #expect(throws: ServiceRefusal.unknownRecipient("mail")) {
                try await save(AgreementsHouse.card(recipients: ["mail"]))
            }
            await #expect(throws: ServiceRefusal.unknownDocument("horoscope")) {
                try await save(AgreementsHouse.card(documents: ["horoscope"]))
            }
            await #expect(throws: ServiceRefusal.wrongPrice) {
                try await save(AgreementsHouse.card(price: ServiceCard.Price(tenge: -1, isFrom: false)))
            }
            for name in ["A", "advice/1", "-advice", "кеңес"] {
                await #expect(throws: ServiceRefusal.wrongName) {
                    try await save(AgreementsHouse.card(), ServiceID(name))
                }
            }
            try await save(AgreementsHouse.card(documents: ["identity_document"], recipients: ["courier"]))
            await #expect(throws: ServiceRefusal.incomplete(.agreement, .kk)) {
                try await here.services.publish(
                    Phrase(ru: "а", kk: " \n", en: "a"), for: "advice", after: 0, by: Self.administrator)
            }
        }
    }

    @Test("is written by administrators alone, with an entry for each saving", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            await #expect(throws: ServiceRefusal.notAdministrator) {
                try await here.services.save(
                    "other", AgreementsHouse.card(), .prepared, seen: nil, by: AgreementsHouse.support)
            }
            await #expect(throws: ServiceRefusal.notAdministrator) {
                try await here.services.publish(
                    Phrase(ru: "а", kk: "ә", en: "b"), for: "advice", after: 1, by: AgreementsHouse.support)
            }
            let saved = try await here.operations("save_service")
            #expect(Set(saved.compactMap { $0.note["version"] }) == ["1", "2"])
            let published = try #require(try await here.operations("publish_agreement").first)
            let agreement = try #require(try await here.services.offered("advice")).agreement
            #expect(published.note["text"] == agreement.hash.hex && published.role == "administrator")
        }
    }
}

import Crypto
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

@testable import Agreements

@Suite("An order of a service")
struct OrderTests {
    private static let support = AgreementsHouse.support

    @Test(
        "keeps what was accepted as evidence, sealed with the person and with its digests on the ledger",
        arguments: Engine.available)
    func evidence(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let reference = try await here.order()
            #expect(reference.description == "\(here.person.number)/1")
            let texts = try await here.orders.read(1, of: here.person.subject, session: here.person.session)
            let accepted = texts.acceptance.reveal()
            #expect(accepted.text == AgreementsHouse.text.kk && accepted.language == .kk && accepted.agreement == 1)
            #expect(accepted.acceptedAt == here.house.clock.now && accepted.manner == .tick)
            #expect(accepted.textHash == Bytes(SHA256.hash(data: Bytes(accepted.text.utf8))).hex)
            #expect(accepted.version == 2 && accepted.term == "үш күн" && accepted.documents == [])
            let entry = try #require(try await here.entries(.placeOrder).first)
            #expect(entry.note["offer"] == accepted.offer && entry.note["version"] == "2")
            #expect(entry.purpose == "service" && entry.note["text"] == accepted.textHash)
            #expect(entry.note["agreement"] == "1" && entry.note["language"] == "kk" && entry.note["manner"] == "tick")
            let sealed = try await here.house.database.read {
                try $0.rows("SELECT acceptance FROM service_order")[0].bytes(0)
            }
            #expect(entry.digest == Bytes(SHA256.hash(data: sealed)))
            #expect(!String(decoding: sealed, as: UTF8.self).contains("Шарт"))
            #expect(try await here.entries(.readOwn).contains { $0.fields.contains(90) })
        }
    }

    @Test("of an organisation shows staff what it is called", arguments: Engine.available)
    func organisation(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let own = try await here.house.representative("oqilet@example.kz")
            let organisation = try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")
            let principal = Person(
                try await here.house.registrar.begin(
                    try here.house.beginning(Applicant(organisation), by: Representing(by: own, until: .authority))))
            try await here.approve(principal)
            let reference = try await here.orders.place(
                try await here.placing(), of: principal.subject, session: principal.session)
            let open = try await here.orders.open(reference, by: Self.support)
            #expect(open.record[.organisationName]?.reveal() == "ТОО «Үлгі»")
            #expect(open.record[.organisationBIN]?.reveal() == "991240000013")
            // Under a policy that does not give it for that, the order can be worked all the same.
            try await here.house.publish(
                changing: "\"fields\":[1,2,3,90,91,95,96]", to: "\"fields\":[1,2,3,90,91]")
            let unnamed = try await here.orders.open(reference, by: Self.support)
            #expect(unnamed.record[.organisationName] == nil)
            #expect(unnamed.texts.acceptance.reveal().text == AgreementsHouse.text.kk)
        }
    }

    @Test("is for those who are identified alone, under a consent in force", arguments: Engine.available)
    func identified(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let waiting = try await here.house.register("Нұрланова", "Дана", email: "dana@example.kz")
            await #expect(throws: OrderRefusal.notIdentified) {
                try await here.orders.place(
                    try await here.placing(), of: waiting.subject, session: waiting.session)
            }
            try await here.house.database.write { transaction in
                try SubjectStore(transaction).setState(.blocked, of: here.person.subject)
            }
            let refusal = await #expect(throws: GateRefusal.self) { try await here.order() }
            #expect(refusal?.reason == .blocked)
            try await here.house.database.write { transaction in
                try SubjectStore(transaction).setState(.living, of: here.person.subject)
                _ = try transaction.run("DELETE FROM consent WHERE subject_id = \(here.person.subject)")
            }
            let withdrawn = await #expect(throws: GateRefusal.self) { try await here.order() }
            #expect(withdrawn?.reason == .noConsent && withdrawn?.clause == "2.2.1")
            #expect(try await here.orders.own(here.person.subject).isEmpty)
        }
    }

    @Test("accepts the very text that was shown, with the box ticked, and once", arguments: Engine.available)
    func shown(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let (subject, session) = (here.person.subject, here.person.session)
            await #expect(throws: OrderRefusal.notAccepted) {
                try await here.orders.place(
                    try await here.placing(isAccepted: false), of: subject, session: session)
            }
            let old = try await here.placing()
            try await here.services.publish(
                Phrase(ru: "Новый.", kk: "Жаңа.", en: "New."), for: "advice", after: 1,
                by: AgreementsHouse.administrator)
            await #expect(throws: OrderRefusal.changedMeanwhile) {
                try await here.orders.place(old, of: subject, session: session)
            }
            let cheap = try await here.placing()
            let mark = try await here.services.all().first?.mark
            try await here.services.save(
                "advice", AgreementsHouse.card(price: ServiceCard.Price(tenge: 150_000, isFrom: false)), .offered,
                seen: mark, by: AgreementsHouse.administrator)
            await #expect(throws: OrderRefusal.changedMeanwhile) {
                try await here.orders.place(cheap, of: subject, session: session)
            }
            let id = Identifier<OrderRow>(from: .system)
            let placing = try await here.placing(id: id)
            let first = try await here.orders.place(placing, of: subject, session: session)
            #expect(try await here.orders.place(placing, of: subject, session: session) == first)
            #expect(try await here.orders.own(subject).map(\.row.agreement) == [2])
            #expect(try await here.entries(.placeOrder).count == 1)
            for _ in 1..<OrderDesk.mostOpen { try await here.order() }
            await #expect(throws: OrderRefusal.tooMany) { try await here.order() }
        }
    }

    @Test("is worked step by step, paid by hand, and ended at an instant that is kept", arguments: Engine.available)
    func worked(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let reference = try await here.order()
            #expect(try await here.orders.countPlaced() == 1)
            let open = try await here.orders.open(reference, by: Self.support)
            #expect(open.record[.familyName]?.reveal() == "Үлгіева")
            #expect(open.texts.acceptance.reveal().text == AgreementsHouse.text.kk)
            await #expect(throws: OrderRefusal.notNow) {
                try await here.orders.advance(reference, to: .done, by: Self.support)
            }
            for state in [OrderRow.State.accepted, .inWork, .done] {
                here.house.clock.advance(by: .minutes(1))
                try await here.orders.advance(reference, to: state, by: Self.support)
            }
            try await here.orders.markPaid(reference, by: Self.support)
            await #expect(throws: OrderRefusal.paidAlready) {
                try await here.orders.markPaid(reference, by: Self.support)
            }
            #expect(try await here.orders.standing(reference).row.endedAt == nil)
            here.house.clock.advance(by: .days(1))
            let end = here.house.clock.now
            try await here.orders.end(reference, by: Self.support)
            let standing = try await here.orders.standing(reference)
            #expect(standing.row.state == .ended && standing.row.endedAt == end && standing.row.paidAt != nil)
            #expect(standing.steps.map(\.event) == [.placed, .accepted, .inWork, .done, .paid, .ended])
            #expect(try await here.orders.queue().isEmpty)
            await #expect(throws: OrderRefusal.notNow) { try await here.orders.end(reference, by: Self.support) }
            #expect(try await here.entries(.workOrder).count == 4)
            #expect(try await here.entries(.endService).map(\.note["state"]) == ["ended"])
            #expect(try await here.entries(.openOrder).count == 1)
            try await here.house.courier.round()
            let told = try #require(await here.house.outbox.deliveries.last)
            #expect(!told.text.contains("Үлгіева") && !told.text.contains("Кеңес"))
        }
    }

    @Test(
        "is refused with a reason that the person reads, or taken back before it is taken up",
        arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let (subject, session) = (here.person.subject, here.person.session)
            let reference = try await here.order()
            await #expect(throws: OrderRefusal.noReason) {
                try await here.orders.refuse(reference, reason: nil, by: Self.support)
            }
            try await here.orders.refuse(reference, reason: "Маман жоқ", by: Self.support)
            let texts = try await here.orders.read(1, of: subject, session: session)
            #expect(texts.reason?.reveal() == "Маман жоқ")
            #expect(try await here.orders.standing(reference).row.endedAt == here.house.clock.now)
            let other = try await here.order()
            try await here.orders.withdraw(2, of: subject, session: session)
            #expect(try await here.orders.standing(other).row.state == .withdrawn)
            #expect(try await here.entries(.withdrawOrder).count == 1)
            let third = try await here.order()
            try await here.orders.advance(third, to: .accepted, by: Self.support)
            await #expect(throws: OrderRefusal.notNow) {
                try await here.orders.withdraw(3, of: subject, session: session)
            }
        }
    }

    @Test(
        "can be ended when the consent is withdrawn, and can no longer be worked or opened", arguments: Engine.available
    )
    func withdrawn(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let reference = try await here.order()
            try await here.house.database.write { transaction in
                _ = try transaction.run("DELETE FROM consent WHERE subject_id = \(here.person.subject)")
            }
            await #expect(throws: GateRefusal.self) {
                try await here.orders.advance(reference, to: .accepted, by: Self.support)
            }
            await #expect(throws: GateRefusal.self) { try await here.orders.open(reference, by: Self.support) }
            try await here.orders.end(reference, by: Self.support)
            #expect(try await here.orders.standing(reference).row.state == .ended)
        }
    }

    @Test("is nobody's to open or to work but the support's", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            let reference = try await here.order()
            for role in [RoleID.reviewer, .administrator, .responsible] {
                let other = Actor(role, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))
                await #expect(throws: GateRefusal.self) { try await here.orders.open(reference, by: other) }
                await #expect(throws: GateRefusal.self) {
                    try await here.orders.advance(reference, to: .accepted, by: other)
                }
                await #expect(throws: GateRefusal.self) { try await here.orders.end(reference, by: other) }
            }
            #expect(try await here.orders.standing(reference).row.state == .placed)
        }
    }

    @Test("goes with the person who is erased; the catalogue stays", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await AgreementsHouse.run(on: engine) { here in
            try await here.offer()
            try await here.order()
            try await here.house.database.write { transaction in
                try AgreementsSchema.erase(here.person.subject, transaction)
                if let administrator = AgreementsHouse.administrator.person {
                    try AgreementsSchema.erase(administrator, transaction)
                }
            }
            #expect(try await here.house.count("service_order") == 0)
            #expect(try await here.house.count("order_step") == 0)
            let offered = try #require(try await here.services.offered("advice"))
            #expect(offered.version.savedBy == nil && offered.agreement.publishedBy == nil)
        }
    }
}

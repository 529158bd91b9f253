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

@testable import Rights

@Suite("A request")
struct RequestTests {
    @Test(
        "is answered within the law's term from the day of receipt, counted in working days",
        arguments: Engine.available)
    func term(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            // Tuesday 24 November 2026.
            let reference = try await rights.ask(.information)
            #expect(reference.description == "\(rights.person.number)/1")
            let standing = try await rights.desk.standing(reference)
            #expect(
                standing.request.term?.description
                    == "0 2026-11-24 3 working_day 2026-11-25 2026-11-26 2026-11-27")
            #expect(standing.due?.standing == .far)
            rights.house.clock.advance(by: .days(4))
            #expect(try await rights.desk.standing(reference).due?.standing == .over)
            #expect(try await rights.desk.pressing() == 1)
        }
    }

    @Test(
        "has for each kind the deadline that the law pack gives it",
        arguments: [
            (RequestKind.information, 3), (.copy, 3), (.correction, 1), (.block, 1), (.unblock, 1), (.destruction, 1),
            (.deletion, 1), (.restriction, 1), (.withdrawal, 15), (.objection, 3),
        ])
    func kinds(kind: RequestKind, days: Int) throws {
        let law = try #require(TestHouse.policyFolder().read().lawPack)
        let term = try #require(law.term(of: kind, under: TestHouse.policy()))
        #expect(term == (days, .workingDay))
        let grounds = law.grounds(of: kind)
        #expect(grounds.count == law.request(kind)?.grounds.count)
        #expect(grounds.contains { $0.id == "identity_unconfirmed" })
    }

    @Test(
        "goes from received to answered, with an entry for each step and a message without data",
        arguments: Engine.available)
    func answered(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.information, "Менде не бар?")
            let waiting = try await rights.desk.queue()
            #expect(waiting.map(\.request.reference) == [reference])
            let open = try await rights.desk.open(reference, by: RightsHouse.responsible)
            #expect(open.standing.request.state == .inWork)
            #expect(open.texts[.words]?.reveal() == "Менде не бар?")
            #expect(open.record[.familyName]?.reveal() == "Үлгіева")
            try await rights.desk.answer(reference, words: "Бәрі кабинетте", by: RightsHouse.responsible)
            #expect(try await rights.entries(.request, .openRequest, .answerRequest).count == 3)
            #expect(try await rights.desk.queue().isEmpty)
            let own = try await rights.desk.read(
                1, of: rights.person.subject, session: rights.person.session)
            #expect(own.standing.request.state == .answered)
            #expect(own.texts[.answer]?.reveal() == "Бәрі кабинетте")
            try await rights.house.courier.round()
            let told = try #require(await rights.house.outbox.deliveries.last)
            #expect(!told.text.contains("Бәрі") && !told.text.contains("Үлгіева") && told.text.contains("test.example"))
            await #expect(throws: RightsRefusal.closed) {
                try await rights.desk.answer(reference, words: "Тағы", by: RightsHouse.responsible)
            }
        }
    }

    @Test("is refused only on a ground of its kind and with a reason in words", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.correction)
            await #expect(throws: RightsRefusal.noGround) {
                try await rights.desk.refuse(
                    reference, ground: "public_interest", words: "Жоқ", by: RightsHouse.responsible)
            }
            await #expect(throws: RightsRefusal.noWords) {
                try await rights.desk.refuse(reference, ground: "no_proof", words: nil, by: RightsHouse.responsible)
            }
            try await rights.desk.refuse(
                reference, ground: "no_proof", words: "Құжат жоқ", by: RightsHouse.responsible)
            let row = try #require(try await rights.own().requests.first?.request)
            #expect(row.state == .refused && row.ground == "no_proof")
            #expect(try await rights.entries(.refuseRequest).map { $0.note["ground"] } == ["no_proof"])
        }
    }

    @Test("is refused for an obligation only where there is an order that is not ended", arguments: Engine.available)
    func obligation(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.withdrawal)
            let ground = LawPack.unfulfilledObligation
            await #expect(throws: RightsRefusal.noOrder) {
                try await rights.desk.refuse(
                    reference, ground: ground, words: "Шарт № 12", by: RightsHouse.responsible)
            }
            #expect(try await rights.own().requests.first?.request.state.isOpen == true)
            let owing = RightsDesk(rights.house, rights.desk.law, hasOrders: { _, _ in true })
            try await owing.refuse(reference, ground: ground, words: "1-тапсырыс", by: RightsHouse.responsible)
            #expect(try await rights.own().requests.first?.request.ground == ground)
        }
    }

    @Test("is taken back by the person while it waits, and not afterwards", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            _ = try await rights.ask(.deletion, nil)
            try await rights.desk.withdraw(1, of: rights.person.subject, session: rights.person.session)
            #expect(try await rights.own().requests.map(\.request.state) == [.withdrawn])
            #expect(try await rights.entries(.withdrawRequest).count == 1)
            await #expect(throws: RightsRefusal.closed) {
                try await rights.desk.withdraw(1, of: rights.person.subject, session: rights.person.session)
            }
        }
    }

    @Test(
        "that came on paper runs from the day of receipt, and needs a person of that number",
        arguments: Engine.available)
    func onPaper(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            func enter(_ day: String, of number: String) async throws -> RequestReference {
                try await rights.desk.enter(
                    .information, words: "Қағазда", by: .paper, on: try #require(Day(day)), of: number,
                    evidence: .original, actor: RightsHouse.responsible)
            }
            await #expect(throws: RightsRefusal.wrongDay) { try await enter("2026-11-25", of: rights.person.number) }
            await #expect(throws: RightsRefusal.noCase) { try await enter("2026-11-20", of: "ZZZZ-9999") }
            // Friday; the term ends on Wednesday.
            let reference = try await enter("2026-11-20", of: rights.person.number)
            let standing = try await rights.desk.standing(reference)
            #expect(standing.request.way == .paper && standing.due?.day == Day("2026-11-25"))
            let entry = try #require(try await rights.entries(.request).first)
            #expect(entry.role == "dpo" && entry.note["received"] == "2026-11-20" && entry.note["way"] == "paper")
        }
    }

    @Test("is nobody's to enter, open or answer but the responsible person's", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.information)
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
            await #expect(throws: GateRefusal.self) { try await rights.desk.open(reference, by: reviewer) }
            await #expect(throws: GateRefusal.self) {
                try await rights.desk.answer(reference, words: "Иә", by: reviewer)
            }
            #expect(try await rights.desk.standing(reference).request.state == .received)
        }
    }

    @Test("keeps its words sealed, and nothing of it stays after an erasure", arguments: Engine.available)
    func sealed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            _ = try await rights.ask(.information, "Белгіленген сөз")
            let stored = try await rights.house.database.read { transaction in
                try transaction.rows("SELECT words FROM subject_request").map { try $0.bytes(0) }
            }
            #expect(stored.count == 1 && !String(decoding: stored[0], as: UTF8.self).contains("Белгіленген"))
            try await rights.house.registrar.end(
                rights.person.subject, by: .withdrawRegistration, session: rights.person.session)
            #expect(try await rights.house.count("subject_request") == 0)
        }
    }

    @Test("has its words when nothing can be done without them, and at most twenty wait", arguments: Engine.available)
    func limits(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            await #expect(throws: RightsRefusal.noWords) { try await rights.ask(.correction, nil) }
            await #expect(throws: RightsRefusal.longWords) {
                try await rights.ask(.information, String(repeating: "a", count: 4_001))
            }
            for _ in 0..<20 { _ = try await rights.ask(.information, nil) }
            await #expect(throws: RightsRefusal.tooMany) { try await rights.ask(.information, nil) }
        }
    }
}

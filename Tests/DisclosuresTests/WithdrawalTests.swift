import Consents
import Deadlines
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

@testable import Disclosures

@Suite("A withdrawal")
struct WithdrawalTests {
    private static func open(_ house: DisclosureHouse, _ person: Person) async throws -> (Withdrawal, [Telling]) {
        let own = try await house.desk.own(person.subject)
        return (try #require(own.withdrawals.last), own.tellings.filter { $0.kind == .withdrawal })
    }

    @Test("of a recipient's consent asks staff to tell it within 15 working days", arguments: Engine.available)
    func recipient(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let (withdrawal, tellings) = try await Self.open(house, person)
            #expect(withdrawal.consent == "courier" && withdrawal.state == .open && withdrawal.term.amount == 15)
            // From Tuesday 24 November; 16 December is a holiday.
            #expect(withdrawal.term.due == Day("2026-12-15") && withdrawal.term.days.count == 15)
            #expect(tellings.map(\.recipient) == ["courier"] && tellings[0].about == withdrawal.id.bytes)
            #expect(try await house.desk.countOpen() == 2)
        }
    }

    @Test("of advertising asks nothing of staff: it has stopped by then", arguments: Engine.available)
    func advertising(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person(optional: ["advertising"])
            try await house.decide("advertising", give: false, of: person)
            #expect(try await house.desk.own(person.subject).withdrawals.isEmpty)
        }
    }

    @Test("of the main consent is to be told to everybody who was given data", arguments: Engine.available)
    func main(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.record([.givenName], of: person)
            try await house.decide(.main, give: false, of: person)
            let (withdrawal, tellings) = try await Self.open(house, person)
            #expect(withdrawal.consent == .main && tellings.map(\.recipient) == ["courier"])
        }
    }

    @Test("is to be told to whom data went, though the policy names them no more", arguments: Engine.available)
    func former(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let people = [
                try await house.person(), try await house.house.begin("Мысалов", "Ерлан", optional: ["courier"]),
            ]
            for person in people { try await house.record([.givenName], of: person) }
            try await house.house.publish(
                changing: "\"fields\":[1,2,5],\"id\":\"courier\"", to: "\"fields\":[1,2,5],\"id\":\"post\"")
            #expect(try await house.desk.own(people[0].subject).former.map(\.id) == ["courier"])
            for (person, consent) in zip(people, ["courier", ConsentID.main]) {
                try await house.decide(consent, give: false, under: 2, of: person)
                let (withdrawal, tellings) = try await Self.open(house, person)
                #expect(withdrawal.consent == consent && tellings.map(\.recipient) == ["courier"])
            }
        }
    }

    @Test(
        "of publication, or of transfers abroad, is told to nobody whom it does not concern",
        arguments: Engine.available)
    func unconcerned(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person(optional: ["courier", "publication", "cross_border"])
            try await house.record([.givenName], of: person)
            for consent: ConsentID in ["publication", "cross_border"] {
                try await house.decide(consent, give: false, of: person)
            }
            let own = try await house.desk.own(person.subject)
            #expect(own.withdrawals.contains { $0.consent == "publication" })
            #expect(own.tellings.filter { $0.kind == .withdrawal }.isEmpty)
        }
    }

    @Test("is done once every recipient is told, on a day that can be", arguments: Engine.available)
    func done(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let (withdrawal, tellings) = try await Self.open(house, person)
            await #expect(throws: DisclosureRefusal.recipientsNotTold) {
                try await house.desk.answer(withdrawal.id, .done, by: house.officer)
            }
            let today = Day(of: house.house.clock.now, hoursEast: 5)
            for day in [today + 1, today + (-1)] {
                await #expect(throws: DisclosureRefusal.wrongDay) {
                    try await house.desk.told(tellings[0].id, on: day, by: .post, by: house.officer)
                }
            }
            try await house.desk.told(tellings[0].id, on: today, by: .post, by: house.officer)
            await #expect(throws: DisclosureRefusal.nothingOpen) {
                try await house.desk.told(tellings[0].id, on: today, by: .post, by: house.officer)
            }
            try await house.desk.answer(withdrawal.id, .done, by: house.officer)
            await #expect(throws: DisclosureRefusal.nothingOpen) {
                try await house.desk.answer(withdrawal.id, .done, by: house.officer)
            }
            #expect(try await Self.open(house, person).0.state == .done)
            let acts = try await house.house.gate.history(of: person.subject, limit: 99)
            let told = try #require(acts.first { $0.act == "passOn" })
            #expect(told.note["way"] == "post" && told.note["recipient"] == "courier")
            #expect(acts.first { $0.act == "answerWithdrawal" }?.note["answer"] == "done")
            try await house.house.courier.round()
            #expect(await house.house.outbox.deliveries.last?.text.contains(person.number) == true)
        }
    }

    @Test(
        "is refused on an article of the law pack, which words explain, and never on words alone",
        arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let (withdrawal, _) = try await Self.open(house, person)
            let words = "Contract 12 of 1 November 2026"
            for (ground, words, refusal): (String, String?, DisclosureRefusal) in [
                ("", nil, .noGround), ("", words, .noGround), ("we_prefer_it", words, .noGround),
                ("no_proof", nil, .noGround), ("unfulfilled_obligation", nil, .noOrder),
                ("unfulfilled_obligation", words, .noOrder),
            ] {
                await #expect(throws: refusal) {
                    try await house.desk.answer(
                        withdrawal.id, .refused(ground: ground, words: words), by: house.officer)
                }
            }
            await #expect(throws: DisclosureRefusal.tooLong) {
                try await house.desk.answer(
                    withdrawal.id,
                    .refused(ground: "kept_by_law", until: .authority, words: String(repeating: "x", count: 201)),
                    by: house.officer)
            }
            #expect(try await Self.open(house, person).0.state == .open)
            let today = Day(of: house.house.clock.now, hoursEast: 5)
            for (until, refusal): (Day?, DisclosureRefusal) in [
                (nil, .noLastDay), (today, .wrongLastDay), (today + 27_395, .wrongLastDay),
            ] {
                await #expect(throws: refusal) {
                    try await house.desk.answer(
                        withdrawal.id, .refused(ground: "kept_by_law", until: until, words: words), by: house.officer)
                }
            }
            try await house.desk.answer(
                withdrawal.id, .refused(ground: "kept_by_law", until: today + 1, words: words), by: house.officer)
            let (closed, _) = try await Self.open(house, person)
            #expect(closed.state == .refused && closed.ground == "kept_by_law")
            let read = try await house.desk.explanation(of: closed, session: person.session)
            #expect(read?.reveal() == words && !closed.isOutside && closed.order == nil)
            let entry = try await house.house.gate.history(of: person.subject, limit: 99)
                .first { $0.act == "answerWithdrawal" }
            #expect(entry?.note["article"] == "Digital Code 41(3)" && entry?.note["outside"] == nil)
            // A refusal gives no consent back.
            #expect(await house.refusal { try await house.record([.givenName], of: person) } == .noConsent)
        }
    }

    @Test("is answered by nobody but whoever answers for the data", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let (withdrawal, tellings) = try await Self.open(house, person)
            let actor = Actor(.reviewer, person: SubjectID(from: .system), session: [1])
            let today = Day(of: house.house.clock.now, hoursEast: 5)
            #expect(
                await house.refusal {
                    try await house.desk.told(tellings[0].id, on: today, by: .email, by: actor)
                } == .notAllowed)
            #expect(
                await house.refusal {
                    try await house.desk.answer(
                        withdrawal.id, .refused(ground: "kept_by_law", until: .authority), by: actor)
                } == .notAllowed)
        }
    }

    @Test("has a deadline that is counted again openly when the calendar changes", arguments: Engine.available)
    func recounted(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            try await house.calendars.takeLawPack()
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let day = try #require(Day("2026-12-14"))
            let move = WorkingCalendar.Move(day, isWorking: false, act: "Resolution 900 of 2026")
            let shifts = try await house.calendars.shifts(move, on: day)
            #expect(shifts.map(\.caseID) == [person.number, person.number])
            try await house.calendars.decide(move, on: day, after: 1, by: Actor(.administrator))
            #expect(try await house.desk.duties.recount() == 2)
            #expect(try await house.desk.duties.recount() == 0)
            let (withdrawal, _) = try await Self.open(house, person)
            #expect(withdrawal.term.due == Day("2026-12-17") && withdrawal.term.calendar == 2)
            let told = try await house.house.gate.history(of: person.subject, limit: 99).filter { $0.act == "recount" }
            #expect(told.count == 2 && told.allSatisfy { $0.note["was"] == "2026-12-15" })
        }
    }

    @Test(
        "has a deadline of which several servers make one entry when they count it again", arguments: Engine.available)
    func recountedAtOnce(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            try await house.calendars.takeLawPack()
            let person = try await house.person()
            try await house.decide("courier", give: false, of: person)
            let day = try #require(Day("2026-12-14"))
            let move = WorkingCalendar.Move(day, isWorking: false, act: "Resolution 900 of 2026")
            try await house.calendars.decide(move, on: day, after: 1, by: Actor(.administrator))
            try await withThrowingTaskGroup(of: Void.self) { servers in
                for _ in 0..<8 { servers.addTask { _ = try await house.desk.duties.recount() } }
                try await servers.waitForAll()
            }
            let told = try await house.house.gate.history(of: person.subject, limit: 99).filter { $0.act == "recount" }
            #expect(told.count == 2)
        }
    }

    @Test(
        "is not the only thing that is passed on: a correction is, to those who have the datum",
        arguments: Engine.available)
    func corrected(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.record([.givenName], of: person)
            try await house.house.gate.perform { transaction in
                try house.desk.duties.corrected(.familyName, of: person.subject, in: transaction)
                try house.desk.duties.corrected(.givenName, of: person.subject, in: transaction)
            }
            let tellings = try await house.desk.own(person.subject).tellings.filter { $0.kind == .correction }
            #expect(tellings.map(\.recipient) == ["courier"] && tellings[0].field == .givenName)
            #expect(tellings[0].term.due == Day("2026-11-25"))
        }
    }
}

import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@testable import Rights

@Suite("A request of somebody unknown, entered by staff")
struct EnteredOutsideTests {
    private static let reviewer = Actor(
        .reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 3, count: 32))

    private func incoming(
        by way: RequestRow.Way = .paper, on day: String = "2026-11-20", words: String? = "Белгіленген сөз",
        email: String? = nil
    ) throws -> RightsDesk.OutsideIncoming {
        let address = try email.map { try Registrar.normalised(.email, $0) }
        return RightsDesk.OutsideIncoming(
            .information, words: words, by: way, on: try #require(Day(day)),
            name: try PersonName(family: "Сұраушы", given: "Белгі", patronymic: ""),
            address: address.map { (.email, $0.shown, $0.compared) }, language: .kk)
    }

    @Test("has its clock from the day of receipt, not of entering", arguments: Engine.available)
    func clock(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let id = try await rights.desk.enter(try incoming(), actor: RightsHouse.responsible)
            let standing = try #require(try await rights.desk.outsideQueue().first)
            let row = standing.request
            #expect(row.id == id && row.state == .received && row.way == .paper && row.channel == nil)
            // Received on Friday, 20 November; three working days are over on Wednesday.
            #expect(row.receivedOn == Day("2026-11-20") && standing.due?.day == Day("2026-11-25"))
            #expect(try await rights.desk.pressing() == 1)
            let entry = try #require(try await rights.house.gate.history(of: row.subject, limit: 10).first)
            #expect(entry.act == Act.request.rawValue && entry.role == RightsHouse.responsible.role.rawValue)
            #expect(entry.note["way"] == "paper" && entry.note["received"] == "2026-11-20")
            rights.house.clock.advance(by: .days(60))
            #expect(try await rights.desk.sweep() == 0)
        }
    }

    @Test("is told apart from a person's own address, which proves nothing here", arguments: Engine.available)
    func unconfirmed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let id = try await rights.desk.enter(
                try incoming(by: .email, email: "aigerim@example.kz"), actor: RightsHouse.responsible)
            let open = try await rights.desk.open(id, by: Self.reviewer)
            #expect(open.record[.email]?.reveal() == "aigerim@example.kz")
            #expect(open.words.reveal() == "Белгіленген сөз")
            await #expect(throws: RightsRefusal.contactDiffers) {
                _ = try await rights.desk.identify(id, as: rights.person.number, by: .contact, actor: Self.reviewer)
            }
            #expect(OutsideRequestRow.Evidence.showing(.email) == [.original, .certified])
            let reference = try await rights.desk.identify(
                id, as: rights.person.number, by: .certified, actor: Self.reviewer)
            let own = try await rights.desk.read(
                reference.number, of: rights.person.subject, session: rights.person.session)
            #expect(own.standing.request.way == .email && own.standing.request.receivedOn == Day("2026-11-20"))
            #expect(own.texts[.words]?.reveal() == "Белгіленген сөз")
            #expect(try await rights.entries(.request).first?.note["evidence"] == "certified")
            #expect(try await rights.house.count("outside_request") == 0)
        }
    }

    @Test("is closed with a message only where an address was named", arguments: Engine.available, [true, false])
    func closed(engine: Engine, isNamed: Bool) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let id = try await rights.desk.enter(
                try incoming(email: isNamed ? "basqa@example.kz" : nil), actor: RightsHouse.responsible)
            let before = await rights.house.outbox.deliveries.count
            try await rights.desk.close(id, as: .nothingHeld, by: Self.reviewer)
            try await rights.house.courier.round()
            let told = await rights.house.outbox.deliveries.dropFirst(before)
            #expect(told.map { $0.address.reveal() } == (isNamed ? ["basqa@example.kz"] : []))
            #expect(told.allSatisfy { !$0.text.contains("Сұраушы") && !$0.text.contains("Белгіленген") })
            rights.house.clock.advance(by: .days(30))
            #expect(try await rights.desk.sweep() == 1)
        }
    }

    @Test("needs words and a day of receipt within a year", arguments: Engine.available)
    func wrong(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let wrong: [(RightsDesk.OutsideIncoming, RightsRefusal)] = [
                (try incoming(words: nil), .noWords), (try incoming(on: "2026-11-25"), .wrongDay),
                (try incoming(on: "2025-11-20"), .wrongDay), (try incoming(by: .form), .wrongDay),
                (try incoming(words: String(repeating: "a", count: 4_001)), .longWords),
            ]
            for (incoming, refusal) in wrong {
                await #expect(throws: refusal) {
                    _ = try await rights.desk.enter(incoming, actor: RightsHouse.responsible)
                }
            }
            #expect(try await rights.house.count("outside_request") == 0)
        }
    }

    @Test("is not entered by those who only talk with people", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (one, support) = (try incoming(), Actor(.support, person: SubjectID(from: .system)))
            await #expect(throws: GateRefusal.self) { _ = try await rights.desk.enter(one, actor: support) }
            #expect(try await rights.house.count("outside_request") == 0)
        }
    }
}

import Agreements
import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Disclosures

@Suite("A refusal of a withdrawal that rests on an order")
struct OrderRefusalTests {
    @Test("names one of the person’s own that has not ended, as the row and the entry say", arguments: Engine.available)
    func named(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let order = try await house.order(of: person)
            try await house.decide("courier", give: false, of: person)
            let withdrawal = try #require(try await house.desk.own(person.subject).withdrawals.last)
            #expect(try await house.desk.orders(on: withdrawal).map(\.number) == [order.number])
            try await house.desk.answer(
                withdrawal.id, .refused(ground: "", order: order.number, words: "Until it is fulfilled"),
                by: house.officer)
            let closed = try #require(try await house.desk.own(person.subject).withdrawals.last)
            #expect(closed.state == .refused && closed.ground == LawPack.unfulfilledObligation)
            #expect(closed.order == order.number && closed.explanation != nil && !closed.isOutside)
            let entry = try #require(
                try await house.house.gate.history(of: person.subject, limit: 99)
                    .first { $0.act == "answerWithdrawal" })
            #expect(entry.note["order"] == "1" && entry.note["outside"] == nil && entry.note["article"] == "94-V 8(2)")
            let held = try await house.house.gate.look { try DisclosuresSchema.holdings(of: person.subject, $0) }
            #expect(held.first { $0.kind == "withdrawals" }?.facts["order"] == "1")
        }
    }

    @Test("names none that has ended, and no other person’s", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            let other = try await house.house.begin("Мысалов", "Ерлан")
            let order = try await house.order(of: person)
            for _ in 0..<2 { try await house.order(of: other) }
            try await house.decide("courier", give: false, of: person)
            let withdrawal = try #require(try await house.desk.own(person.subject).withdrawals.last)
            try await house.orders.end(order, by: DisclosureHouse.support)
            #expect(try await house.desk.orders(on: withdrawal).isEmpty)
            for number in [order.number, 2, 0] {
                await #expect(throws: DisclosureRefusal.noSuchOrder) {
                    try await house.desk.answer(
                        withdrawal.id, .refused(ground: "", order: number), by: house.officer)
                }
            }
            let open = try #require(try await house.desk.own(person.subject).withdrawals.last)
            #expect(open.state == .open)
        }
    }
}

extension DisclosureHouse {
    static let support = Actor(.support, person: SubjectID(from: .system), session: Bytes(repeating: 6, count: 32))

    /// An order of a service that somebody who is approved has placed.
    @discardableResult
    func order(of person: Person) async throws -> OrderReference {
        try await house.database.write { transaction in
            _ = try transaction.run(
                "UPDATE registration SET state = 'approved' WHERE subject_id = \(person.subject)")
        }
        let administrator = Actor(
            .administrator, person: SubjectID(from: .system), session: Bytes(repeating: 5, count: 32))
        let services = ServiceDesk(gate: house.gate, isAdministrator: { _, _ in true }, time: house.clock.source)
        if try await services.offered("advice") == nil {
            let words = Phrase(ru: "Совет", kk: "Кеңес", en: "Advice")
            let card = ServiceCard(
                title: words, description: words, price: nil, term: words, documents: [], recipients: [])
            try await services.save("advice", card, .prepared, seen: nil, by: administrator)
            try await services.publish(words, for: "advice", after: 0, by: administrator)
            let mark = try await services.all().first?.mark
            try await services.save("advice", card, .offered, seen: mark, by: administrator)
        }
        let offered = try await services.offered("advice")
        let hash = offered?.agreement.textHash(in: .kk) ?? []
        return try await orders.place(
            OrderDesk.Placing(
                "advice", id: Identifier(from: .system), textHash: hash, offer: try offered?.mark ?? [], in: .kk,
                isAccepted: true),
            of: person.subject, session: person.session)
    }
}

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

@Suite("A request of somebody of whom only the archive holds something")
struct ArchivedRequestTests {
    private static let reviewer = Actor(
        .reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 3, count: 32))

    @Test("is answered with article and day, and opens nothing", arguments: Engine.available)
    func archived(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, legallyKept: ArchivedHoldTests.kept) { rights in
            let (desk, number) = (rights.desk, rights.person.number)
            try await rights.erase()
            let address = try Registrar.normalised(.email, "basqa@example.kz")
            let id = try await desk.enter(
                RightsDesk.OutsideIncoming(
                    .information, words: "Белгіленген сөз", by: .paper, on: try #require(Day("2026-11-24")),
                    name: try PersonName(family: "Үлгіева", given: "Айгерім", patronymic: ""),
                    address: (.email, address.shown, address.compared), language: .kk),
                actor: RightsHouse.responsible)
            let row = try await desk.outside(id).request
            await #expect(throws: RightsRefusal.noCase) {
                _ = try await desk.identify(id, as: number, by: .original, actor: Self.reviewer)
            }
            await #expect(throws: RightsRefusal.noCase) {
                _ = try await desk.closeArchived(id, as: "ZZZZ-9999", by: .original, actor: Self.reviewer)
            }
            await #expect(throws: RightsRefusal.contactDiffers) {
                _ = try await desk.closeArchived(id, as: number, by: .contact, actor: Self.reviewer)
            }
            let told = try await desk.closeArchived(id, as: number, by: .original, actor: Self.reviewer)
            #expect(told.articles.contains("Tax Code 206") && told.until == ArchivedHoldTests.end)
            try await rights.house.courier.round()
            let sent = try #require(await rights.house.outbox.deliveries.last)
            #expect(sent.address.reveal() == "basqa@example.kz" && sent.text.contains(row.number))
            #expect(sent.text.contains("Tax Code 206") && sent.text.contains("2032"))
            #expect(!sent.text.contains("Үлгіева") && !sent.text.contains(number))
            let entry = try #require(
                try await rights.house.gate.history(of: row.subject, limit: 10).first { $0.note["outcome"] != nil })
            #expect(entry.act == Act.identifyRequest.rawValue && entry.note["outcome"] == "archived")
            #expect(entry.note["evidence"] == "original" && entry.note["until"] == "2032-01-01")
            #expect(try await rights.entries(.openArchive, .prepareOpening).isEmpty)
            #expect(try await rights.house.count("archived") == 1)
            await #expect(throws: RightsRefusal.closed) {
                _ = try await desk.closeArchived(id, as: number, by: .original, actor: Self.reviewer)
            }
            rights.house.clock.advance(by: .days(30))
            #expect(try await desk.sweep() == 1)
        }
    }
}

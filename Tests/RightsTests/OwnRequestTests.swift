import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@testable import Rights

@Suite("One's own request")
struct OwnRequestTests {
    @Test("is handled by another person", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.copy)
            let digests = try AddressBook(rights.house.gate).digests(.email, "aigerim@example.kz").map(\.digest)
            let law = rights.desk.law
            let officer = RightsHouse.responsible
            // Who has confirmed the same e-mail address as member of staff and as person.
            let same = RightsDesk(rights.house, law) { person, _ in person == officer.person ? digests : [] }
            let consents = ConsentDesk(
                gate: rights.house.gate, operatorAddress: "Almaty", time: rights.house.clock.source)
            let itself = Actor(.responsible, person: rights.person.subject, session: Bytes(repeating: 8, count: 32))
            for (desk, actor) in [(same, officer), (rights.desk, itself)] {
                await #expect(throws: RightsRefusal.own) { try await desk.open(reference, by: actor) }
                await #expect(throws: RightsRefusal.own) { try await desk.answer(reference, words: "Иә", by: actor) }
                await #expect(throws: RightsRefusal.own) {
                    try await desk.refuse(reference, ground: "identity_unconfirmed", words: "Жоқ", by: actor)
                }
                await #expect(throws: RightsRefusal.own) {
                    try await desk.withdraw([.main], on: reference, by: actor, at: consents)
                }
                await #expect(throws: RightsRefusal.own) { try await desk.setBlock(.block, on: reference, by: actor) }
                await #expect(throws: RightsRefusal.own) {
                    try await desk.copy(on: reference, for: "age1x", by: actor, documents: rights.documents.access)
                }
                await #expect(throws: RightsRefusal.own) {
                    try await desk.enter(
                        .information, words: "Сұрау", by: .paper, on: try #require(Day("2026-11-24")),
                        of: rights.person.number, evidence: .original, actor: actor)
                }
            }
            #expect(
                try await rights.entries(
                    .openRequest, .answerRequest, .refuseRequest, .block, .takeCopy, .withdrawConsent
                ).isEmpty)
            _ = try await same.open(
                reference,
                by: Actor(.responsible, person: SubjectID(from: .system), session: Bytes(repeating: 9, count: 32)))
        }
    }
}

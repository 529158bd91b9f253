import Consents
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Rights

@Suite("A request that staff enter for a registered person")
struct EvidenceTests {
    private static func enter(
        _ kind: RequestKind, by way: RequestRow.Way, _ evidence: OutsideRequestRow.Evidence?, _ rights: RightsHouse
    ) async throws -> RequestReference {
        try await rights.desk.enter(
            kind, words: "Сұраймын", by: way, on: try #require(Day("2026-11-24")), of: rights.person.number,
            evidence: evidence, actor: RightsHouse.responsible)
    }

    @Test("is told to them at once, and its entry says by what they were known", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let before = await rights.house.outbox.deliveries.count
            let reference = try await Self.enter(.copy, by: .visit, .original, rights)
            try await rights.house.courier.round()
            let told = await rights.house.outbox.deliveries.dropFirst(before)
            #expect(told.map { $0.address.reveal() } == ["aigerim@example.kz"])
            #expect(told.allSatisfy { $0.text.contains(rights.person.number) && !$0.text.contains("Үлгіева") })
            #expect(try await rights.entries(.request).map { $0.note["evidence"] } == ["original"])
            #expect(try await rights.desk.standing(reference).request.evidence == .original)
            _ = try await rights.desk.copy(
                on: reference, for: "age1x", by: RightsHouse.responsible, documents: rights.documents.access)
            // Their own is no news to them.
            _ = try await rights.ask(.copy)
            try await rights.house.courier.round()
            #expect(await rights.house.outbox.deliveries.count == before + 1)
        }
    }

    @Test("gives, withdraws, destroys and lifts nothing where nobody was known", arguments: Engine.available)
    func unproven(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (desk, officer) = (rights.desk, RightsHouse.responsible)
            let consents = ConsentDesk(
                gate: rights.house.gate, operatorAddress: "Almaty", time: rights.house.clock.source)
            let copy = try await Self.enter(.copy, by: .telephone, nil, rights)
            await #expect(throws: RightsRefusal.unproven) {
                try await desk.copy(on: copy, for: "age1x", by: officer, documents: rights.documents.access)
            }
            let withdrawal = try await Self.enter(.withdrawal, by: .telephone, nil, rights)
            await #expect(throws: RightsRefusal.unproven) {
                try await desk.withdraw([.main], on: withdrawal, by: officer, at: consents)
            }
            let deletion = try await Self.enter(.deletion, by: .email, nil, rights)
            await #expect(throws: RightsRefusal.unproven) {
                try await desk.prepareDestruction(on: deletion, by: officer)
            }
            try await desk.block(rights.person.subject, session: rights.person.session)
            let unblock = try await Self.enter(.unblock, by: .paper, nil, rights)
            await #expect(throws: RightsRefusal.ownBlock) {
                try await desk.setBlock(.unblock, on: unblock, by: officer)
            }
            #expect(try await rights.entries(.takeCopy, .withdrawConsent, .prepareErasure, .unblock).isEmpty)
            try await desk.answer(copy, words: "Кім екеніңізді көрсетіңіз", by: officer)
        }
    }

    @Test("takes the evidence that goes with the way it came", arguments: Engine.available)
    func ways(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            for (way, evidence) in [
                (RequestRow.Way.telephone, OutsideRequestRow.Evidence.contact), (.telephone, .original),
                (.email, .original), (.paper, .contact), (.visit, .contact),
            ] {
                await #expect(throws: RightsRefusal.noEvidence, "\(way) \(evidence)") {
                    _ = try await Self.enter(.copy, by: way, evidence, rights)
                }
            }
            for (way, evidence) in [
                (RequestRow.Way.email, OutsideRequestRow.Evidence.contact), (.email, .certified),
                (.paper, .certified), (.visit, .original),
            ] { #expect(try await Self.enter(.copy, by: way, evidence, rights).number > 0) }
            try await rights.house.database.write { transaction in
                _ = try transaction.run(
                    "UPDATE contact SET confirmed_at = NULL WHERE subject_id = \(rights.person.subject)")
            }
            await #expect(throws: RightsRefusal.contactDiffers) {
                _ = try await Self.enter(.copy, by: .email, .contact, rights)
            }
        }
    }
}

import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import TestKit
import Testing

@testable import Rights

@Suite("Staff and a block")
struct StaffBlockTests {
    @Test(
        "that the person put on: it is lifted on their open request for that alone, and they are told",
        arguments: Engine.available)
    func own(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (desk, subject) = (rights.desk, rights.person.subject)
            // What they asked before they stopped it is not their last word.
            let earlier = try await rights.ask(.unblock)
            rights.house.clock.advance(by: .minutes(1))
            try await desk.block(subject, session: rights.person.session)
            var others = [earlier]
            for kind in [RequestKind.destruction, .restriction, .block, .information] {
                others.append(try await rights.ask(kind))
            }
            for other in others {
                await #expect(throws: RightsRefusal.ownBlock) {
                    try await desk.setBlock(.unblock, on: other, by: RightsHouse.responsible)
                }
                #expect(try await desk.standing(other).blockChange == nil)
            }
            let asked = try await rights.ask(.unblock)
            #expect(try await desk.standing(asked).blockChange == .unblock)
            try await desk.setBlock(.unblock, on: asked, by: RightsHouse.responsible)
            #expect(try await rights.own().block == nil)
            let done = try await rights.entries(.unblock).filter { $0.outcome == .done }
            #expect(done.map { $0.note["request"] } == ["\(asked.number)"])
            try await rights.house.courier.round()
            let told = try #require(await rights.house.outbox.deliveries.last)
            #expect(told.address.reveal() == "aigerim@example.kz" && !told.text.contains("Үлгіева"))
            #expect(told.text.contains(rights.person.number))
        }
    }

    @Test("that they put on is lifted on no request that was closed", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let desk = rights.desk
            try await desk.block(rights.person.subject, session: rights.person.session)
            let asked = try await rights.ask(.unblock)
            try await desk.answer(asked, words: "Жауап", by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.ownBlock) {
                try await desk.setBlock(.unblock, on: asked, by: RightsHouse.responsible)
            }
            #expect(try await rights.own().block?.isOwn == true)
        }
    }

    @Test(
        "of their own is lifted on the request that put it on, or an open one about blocking, and both are told",
        arguments: Engine.available)
    func byStaff(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let desk = rights.desk
            let (first, other) = (try await rights.ask(.restriction), try await rights.ask(.information))
            try await desk.setBlock(.block, on: first, by: RightsHouse.responsible)
            try await rights.house.courier.round()
            let told = await rights.house.outbox.deliveries.count
            #expect(try await rights.entries(.block).map { $0.note["request"] } == ["\(first.number)"])
            await #expect(throws: RightsRefusal.notAskedFor) {
                try await desk.setBlock(.unblock, on: other, by: RightsHouse.responsible)
            }
            try await desk.answer(first, words: "Тоқтатылды", by: RightsHouse.responsible)
            // The one that it was put on with, though it is closed by now.
            #expect(try await desk.standing(first).blockChange == .unblock)
            try await desk.setBlock(.unblock, on: first, by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.closed) {
                try await desk.setBlock(.block, on: first, by: RightsHouse.responsible)
            }
            try await desk.setBlock(.block, on: other, by: RightsHouse.responsible)
            let asked = try await rights.ask(.block)
            try await desk.setBlock(.unblock, on: asked, by: RightsHouse.responsible)
            #expect(try await rights.own().block == nil)
            try await rights.house.courier.round()
            // Of the answer, and of three changes.
            #expect(await rights.house.outbox.deliveries.count == told + 4)
        }
    }
}

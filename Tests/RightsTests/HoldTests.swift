import Documents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Rights

@Suite("A hold")
struct HoldTests {
    private static let second = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))

    private static func put(_ rights: RightsHouse, days: Int = 30) async throws {
        try await rights.desk.hold(
            rights.person.number, on: "dispute", reference: "2-118/26", until: rights.desk.today + days,
            by: RightsHouse.responsible)
    }

    @Test(
        "keeps everything from destruction, on request too, until another person releases it",
        arguments: Engine.available)
    func stands(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, scans: [Bytes("скан".utf8)]) { rights in
            let (desk, subject) = (rights.desk, rights.person.subject)
            let reference = try await rights.ask(.destruction)
            try await Self.put(rights)
            let held = RightsRefusal.held(article: "Civil Code 178")
            await #expect(throws: held) {
                try await desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            }
            for (act, actor) in [
                (Act.withdrawRegistration, Actor.subject(subject, session: rights.person.session)),
                (.expire, Actor(.sweep)), (.erase, RightsHouse.responsible),
            ] {
                let refusal = await #expect(throws: GateRefusal.self) {
                    try await rights.house.gate.erase(Ask(act, by: actor, on: subject, for: .rights), steps: [])
                }
                #expect(refusal?.reason == .held)
            }
            let refusal = await #expect(throws: GateRefusal.self) {
                try await rights.documents.sweep.destroyScans(of: subject)
            }
            #expect(refusal?.reason == .held)
            // The person sees that, why and until when.
            let own = try #require(try await rights.own().holds.first)
            #expect(own.ground?.article == "Civil Code 178" && own.until == desk.today + 30)
            await #expect(throws: RightsRefusal.ownHold) {
                try await desk.release(own.hold.id, of: rights.person.number, by: RightsHouse.responsible)
            }
            try await desk.release(own.hold.id, of: rights.person.number, by: Self.second)
            #expect(try await rights.own().holds.isEmpty)
            await #expect(throws: RightsRefusal.closed) {
                try await desk.release(own.hold.id, of: rights.person.number, by: Self.second)
            }
            #expect(try await rights.entries(.hold).map(\.note["ground"]) == ["dispute"])
            #expect(try await rights.entries(.releaseHold).filter { $0.outcome == .done }.count == 1)
            try await desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            _ = try await desk.destroy(on: reference, code: "", by: Self.second)
            #expect(try await rights.house.count("hold") == 0)
        }
    }

    @Test("put on in between stops a destruction that was prepared", arguments: Engine.available)
    func between(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.deletion)
            try await rights.desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            try await Self.put(rights)
            await #expect(throws: RightsRefusal.held(article: "Civil Code 178")) {
                try await rights.desk.destroy(on: reference, code: "", by: Self.second)
            }
            #expect(try await rights.house.registration(of: rights.person) != nil)
        }
    }

    @Test("stops the end of drafts and of scans", arguments: Engine.available)
    func sweeps(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let draft = try await rights.house.begin("Мысалов", "Ерлан")
            try await rights.desk.hold(
                draft.number, on: "court", reference: "№ 7", until: rights.desk.today + 30, by: RightsHouse.responsible)
            let now = rights.house.clock.now
            try await rights.house.gate.perform {
                try $0.run("UPDATE registration SET scans_until = \(now) WHERE subject_id = \(draft.subject)")
            }
            #expect(try await rights.house.registrar.scansDue().isEmpty)
            rights.house.clock.advance(by: .days(29))
            #expect(try await rights.house.registrar.sweep().expired == 0)
            rights.house.clock.advance(by: .days(2))
            #expect(try await rights.desk.endHoldsDue() == 1)
            #expect(try await rights.house.registrar.scansDue().count == 1)
            #expect(try await rights.house.registrar.sweep().expired == 1)
        }
    }

    @Test("ends by itself after its day, with an entry", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            try await Self.put(rights, days: 0)
            let until = try #require(try await rights.own().holds.first).hold.until
            rights.house.clock.advance(by: until - Span(microseconds: 1) - rights.house.clock.now)
            #expect(try await rights.desk.endHoldsDue() == 0)
            #expect(try await rights.own().holds.count == 1)
            rights.house.clock.advance(by: Span(microseconds: 1))
            #expect(try await rights.own().holds.isEmpty)
            #expect(try await rights.desk.endHoldsDue() == 1)
            #expect(try await rights.desk.endHoldsDue() == 0)
            #expect(try await rights.entries(.releaseHold).map(\.note["ended"]) == ["term"])
        }
    }

    @Test(
        "needs a ground of the law, a number and a day within a year, and is nobody’s own",
        arguments: Engine.available)
    func needs(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (desk, number) = (rights.desk, rights.person.number)
            func put(
                _ number: String, _ ground: String = "court", _ reference: String = "№ 7", _ day: Day? = nil,
                by actor: Actor = RightsHouse.responsible
            ) async throws {
                try await desk.hold(
                    number, on: ground, reference: reference, until: day ?? desk.today + 1, by: actor)
            }
            await #expect(throws: RightsRefusal.noCase) { try await put("S-0000-0000") }
            await #expect(throws: RightsRefusal.noGround) { try await put(number, "whim") }
            await #expect(throws: RightsRefusal.noReference) { try await put(number, "court", "Үлгіева") }
            await #expect(throws: RightsRefusal.wrongDay) { try await put(number, "court", "№ 7", desk.today + -1) }
            await #expect(throws: RightsRefusal.wrongDay) {
                try await put(number, "court", "№ 7", desk.lastHoldDay + 1)
            }
            await #expect(throws: RightsRefusal.own) {
                try await put(number, by: Actor(.responsible, person: rights.person.subject, session: []))
            }
            await #expect(throws: GateRefusal.self) {
                try await put(
                    number,
                    by: Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32)))
            }
            try await put(number, "court", "№ 7", desk.lastHoldDay)
        }
    }
}

import Access
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

@Suite("Destruction on a request")
struct DestroyingTests {
    private static let second = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))

    @Test(
        "takes two persons, and leaves neither key nor rows", arguments: Engine.available,
        [RequestKind.destruction, .deletion])
    func two(engine: Engine, kind: RequestKind) async throws {
        try await RightsHouse.run(on: engine, scans: [Bytes("скан".utf8)]) { rights in
            let (subject, desk) = (rights.person.subject, rights.desk)
            let reference = try await rights.ask(kind)
            await #expect(throws: RightsRefusal.noRequest) {
                try await desk.destroy(on: reference, code: "", by: Self.second)
            }
            try await desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.preparedAlready) {
                try await desk.prepareDestruction(on: reference, by: Self.second)
            }
            await #expect(throws: TwoPersonRefusal.anotherNeeded) {
                try await desk.destroy(on: reference, code: "", by: RightsHouse.responsible)
            }
            #expect(try await rights.house.registration(of: rights.person) != nil)
            // The person knows beforehand where the certificate will stand.
            try await rights.house.courier.round()
            let told = try #require(await rights.house.outbox.deliveries.last)
            let mark = rights.house.gate.erasureMark(of: subject)
            #expect(told.text.contains("/erasures/\(mark.hex)") && !told.text.contains("Үлгіева"))
            #expect(try await desk.destroy(on: reference, code: "", by: Self.second) == mark)
            #expect(try await rights.house.registration(of: rights.person) == nil)
            for table in ["subject_request", "prepared_erasure", "document", "consent", "contact"] {
                #expect(try await rights.house.count(table) == 0, "\(table)")
            }
            await #expect(throws: GateRefusal.self) { try await rights.house.gate.sealer(for: subject) }
            await #expect(throws: RightsRefusal.noRequest) {
                try await desk.destroy(on: reference, code: "", by: Self.second)
            }
        }
    }

    @Test(
        "is for such a request only, is not for data that are blocked, and can be taken back",
        arguments: Engine.available)
    func limits(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let desk = rights.desk
            let other = try await rights.ask(.information)
            await #expect(throws: RightsRefusal.noRequest) {
                try await desk.prepareDestruction(on: other, by: RightsHouse.responsible)
            }
            let reference = try await rights.ask(.deletion)
            let itself = Actor(.responsible, person: rights.person.subject, session: Bytes(repeating: 9, count: 32))
            await #expect(throws: RightsRefusal.own) { try await desk.prepareDestruction(on: reference, by: itself) }
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
            await #expect(throws: GateRefusal.self) { try await desk.prepareDestruction(on: reference, by: reviewer) }
            try await desk.setBlock(.block, on: reference, by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.blockedAlready) {
                try await desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            }
            try await desk.setBlock(.unblock, on: reference, by: RightsHouse.responsible)
            try await desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            try await desk.setBlock(.block, on: reference, by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.blockedAlready) {
                try await desk.destroy(on: reference, code: "", by: Self.second)
            }
            try await desk.setBlock(.unblock, on: reference, by: RightsHouse.responsible)
            try await desk.keepAfterAll(on: reference, by: Self.second)
            await #expect(throws: RightsRefusal.noRequest) {
                try await desk.destroy(on: reference, code: "", by: Self.second)
            }
            #expect(try await rights.entries(.prepareErasure).filter { $0.outcome == .done }.count == 2)
            #expect(try await rights.house.registration(of: rights.person) != nil)
        }
    }
}

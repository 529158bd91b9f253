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

    /// What keeps an erasure from being done.
    private struct Kept: Error {}

    @Test("leaves no answer on record where the erasure is not done", arguments: Engine.available)
    func together(engine: Engine) async throws {
        let keeping: ErasureStep = { _, _ in throw Kept() }
        try await RightsHouse.run(on: engine, erasure: [keeping]) { rights in
            let reference = try await rights.ask(.destruction)
            try await rights.desk.prepareDestruction(on: reference, by: RightsHouse.responsible)
            await #expect(throws: Kept.self) {
                try await rights.desk.destroy(on: reference, code: "", by: Self.second)
            }
            #expect(try await rights.house.registration(of: rights.person) != nil)
            #expect(try await rights.entries(.answerRequest).isEmpty)
        }
    }

    @Test("is done by one who works alone after an hour, with the second factor again", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (gate, clock, desk) = (rights.house.gate, rights.house.clock, rights.desk)
            let officer = try await gate.newSubject()
            let secret = TOTPSecret(from: .system)
            let sealed = try await gate.sealer(for: officer).seal(
                secret.bytes, label: SecondFactor.label, in: .messages)
            let now = clock.now
            try await gate.perform { transaction in
                try CredentialStore(transaction).setFactor(sealed, of: officer, at: now)
                try transaction.run("INSERT INTO single_handed (id, since, second_at) VALUES (1, NULL, NULL)")
            }
            let actor = Actor(.responsible, person: officer, session: Bytes(repeating: 6, count: 32))
            let reference = try await rights.ask(.destruction)
            try await desk.prepareDestruction(on: reference, by: actor)
            let outlook = try await desk.destruction(on: reference, for: officer)?.outlook
            #expect(outlook == .again(from: now + .hours(1)))
            let early = TOTP(secret).code(at: clock.now)
            await #expect(throws: TwoPersonRefusal.notYet(now + .hours(1))) {
                try await desk.destroy(on: reference, code: early, by: actor)
            }
            clock.advance(by: .hours(1))
            await #expect(throws: TwoPersonRefusal.codeNeeded) {
                try await desk.destroy(on: reference, code: "", by: actor)
            }
            await #expect(throws: TwoPersonRefusal.wrongCode) {
                try await desk.destroy(on: reference, code: early, by: actor)
            }
            #expect(try await rights.house.registration(of: rights.person) != nil)
            _ = try await desk.destroy(on: reference, code: TOTP(secret).code(at: clock.now), by: actor)
            #expect(try await rights.house.registration(of: rights.person) == nil)
        }
    }
}

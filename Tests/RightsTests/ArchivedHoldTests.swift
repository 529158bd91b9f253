import Archive
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

@Suite("A hold on what is archived")
struct ArchivedHoldTests {
    private static let second = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))

    /// The first day on which nothing is kept any more.
    static let end = Day(daysSince1970: 22_645)

    /// A house in which a law has everybody's names kept, who is registered.
    static let kept: LegalRetentionStep = { subject, policy, _, transaction in
        try RegistrationStore(transaction).find(subject).map {
            LegalKeep(policy.legalRetentions ?? [], holdings: [], destruction: end, caseID: $0.number)
        }
    }

    @Test(
        "is put on by the number of the registration, outlasts the day, and ends like any other",
        arguments: Engine.available)
    func archived(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, legallyKept: Self.kept) { rights in
            let (house, desk, number) = (rights.house, rights.desk, rights.person.number)
            try await rights.erase()
            #expect(try await rights.house.registration(of: rights.person) == nil)
            // The fifth year, and a court asks.
            house.clock.advance(by: Self.end.midnight - .days(20) - house.clock.now)
            try await desk.hold(
                number, on: "court", reference: "№ 7", until: Self.end + 30, by: RightsHouse.responsible)
            let standing = try #require(try await desk.holds().first)
            #expect(standing.caseID == number && standing.ground?.id == "court")
            house.clock.advance(by: .days(25))
            #expect(try await rights.sweptArchive() == 0)
            await #expect(throws: RightsRefusal.ownHold) {
                try await desk.release(standing.hold.id, of: number, by: RightsHouse.responsible)
            }
            try await desk.release(standing.hold.id, of: number, by: Self.second)
            #expect(try await rights.entries(.hold, .releaseHold).filter { $0.outcome == .done }.count == 2)
            try await desk.hold(
                number, on: "court", reference: "№ 8", until: desk.today + 3, by: RightsHouse.responsible)
            house.clock.advance(by: .days(4))
            #expect(try await desk.endHoldsDue() == 1)
            // Who is held was left out of the round, and not refused in it.
            #expect(try await rights.entries(.expire).isEmpty)
            #expect(try await rights.sweptArchive() == 1)
            #expect(try await house.count("hold") == 0)
            #expect(try await house.count("archived") == 0)
        }
    }

    @Test("that stands when somebody is archived goes on", arguments: Engine.available)
    func stays(engine: Engine) async throws {
        try await RightsHouse.run(on: engine, legallyKept: Self.kept) { rights in
            try await rights.desk.hold(
                rights.person.number, on: "court", reference: "№ 7", until: rights.desk.today + 1,
                by: RightsHouse.responsible)
            // It is over, and its end is not noted yet.
            rights.house.clock.advance(by: .days(3))
            try await rights.erase()
            #expect(try await rights.house.count("hold") == 1)
            #expect(try await rights.desk.endHoldsDue() == 1)
            #expect(try await rights.entries(.releaseHold).map(\.note["ended"]) == ["term"])
        }
    }
}

extension RightsHouse {
    /// Destroys what is held about the person, as on their request.
    func erase() async throws {
        try await house.gate.erase(
            Ask(.erase, by: Self.responsible, on: person.subject, for: .rights), steps: house.registrar.erasure)
    }

    fileprivate func sweptArchive() async throws -> Int {
        try await ArchiveSweep(gate: house.gate, erasure: house.registrar.erasure, time: house.clock.source).sweep()
    }
}

extension Day {
    /// When it begins, in the one hour of Kazakhstan.
    fileprivate var midnight: Instant { Instant(seconds: Int64(daysSince1970) * 86_400) - .hours(5) }
}

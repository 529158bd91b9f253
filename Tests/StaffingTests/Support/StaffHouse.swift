import Access
import HouseKit
import Permits
import Policy
import Primitives
import Staffing
import Storage
import TestKit

/// A house with its own people.
struct StaffHouse: Sendable {
    let house: TestHouse
    let desk: StaffDesk

    static func run(on engine: Engine, _ body: (StaffHouse) async throws -> Void) async throws {
        try await TestHouse.run(on: engine, migrations: StaffingSchema.migrations) { house in
            let desk = StaffDesk(
                gate: house.gate, passwords: TestHouse.passwords, time: house.clock.source, randomness: .system)
            try await body(StaffHouse(house: house, desk: desk))
        }
    }

    /// Somebody who is in, with all they hold.
    struct Member: Sendable {
        let subject: SubjectID
        let secret: TOTPSecret
        let token: Bytes
        let recovery: [TOTPRecoveryCode]
        let email: String

        func actor(_ role: RoleID) -> Actor { Actor(role, person: subject, session: Session.digest(of: token)) }
    }

    static let password = "correct horse battery"

    func session(_ token: Bytes) async throws -> Session? {
        try await Sessions(gate: house.gate, time: house.clock.source).find(Session.digest(of: token))
    }

    /// Enrols with name, address and password; the second factor is still to come.
    func enrol(_ link: Bytes, email: String = "dana@example.kz") async throws -> Bytes {
        try await desk.enrol(
            link,
            StaffDesk.Enrolment(
                family: "Ойдан", given: "Дана", email: (shown: email, compared: email), password: Self.password))
    }

    /// Puts a second factor in force in a session that awaits it.
    func confirmFactor(_ token: Bytes, email: String) async throws -> Member {
        guard let session = try await session(token), let subject = session.subject else {
            throw AccessRefusal.noSession
        }
        let (secret, sealed) = try await desk.newFactor(for: subject)
        let confirmed = try await desk.confirmFactor(
            sealed, code: TOTP(secret).code(at: house.clock.now), session: session)
        return Member(
            subject: subject, secret: secret, token: confirmed.token, recovery: confirmed.recovery, email: email)
    }

    /// The whole way in, undertaking included.
    func join(_ link: Bytes, email: String) async throws -> Member {
        let member = try await confirmFactor(try await enrol(link, email: email), email: email)
        guard let session = try await session(member.token) else { throw AccessRefusal.noSession }
        try await desk.acceptUndertaking(member.subject, session: session)
        return member
    }

    func administrator() async throws -> Member {
        guard let link = try await desk.firstInvitation() else { throw StaffRefusal.noInvitation }
        return try await join(link, email: "dana@example.kz")
    }

    /// Signs in by password and what is entered as second factor.
    func signIn(_ member: Member, factor: String) async throws -> Session? {
        let first = try await desk.enter(address: member.email, password: Self.password)
        guard let waiting = try await session(first) else { throw AccessRefusal.noSession }
        return try await session(try await desk.enterFactor(factor, session: waiting))
    }
}

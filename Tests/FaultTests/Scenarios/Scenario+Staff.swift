import Access
import HouseKit
import Permits
import Policy
import Primitives
import Publication
import Registration
import Staffing
import TestKit
import Testing

extension Scenario {
    static let staff = [
        Scenario("a colleague invited") { house in
            let administrator = try await house.administrator("dana")
            return Deed(
                // Whoever lost the link makes another one.
                besides: ["invitation"], repeats: true,
                act: { house in
                    _ = try await house.staff.invite([.reviewer], by: administrator.actor)
                    return "invited"
                })
        },
        Scenario("a colleague enrolled by a link") { house in
            let administrator = try await house.administrator("dana")
            let link = try await house.staff.invite([.reviewer], by: administrator.actor)
            return Deed(
                act: { house in
                    _ = try await house.enrol(link, "berik")
                    return "enrolled"
                },
                present: { house, _ in
                    let members = try await house.staff.members()
                    #expect(members.count == 2)
                })
        },
        Scenario("a policy proposed") { house in
            let administrator = try await house.administrator("dana")
            let draft = try await house.publication.standing(for: administrator.person).draft
            let hash = try #require(draft.hash)
            return Deed(act: { house in
                try await house.publication.propose(hash, by: administrator.actor)
                return "proposed"
            })
        },
        Scenario("an edition published by two") { house in
            let first = try await house.administrator("dana")
            let second = try await house.administrator("berik", invitedBy: first)
            let draft = try await house.publication.standing(for: first.person).draft
            try await house.publication.propose(try #require(draft.hash), by: first.actor)
            let proposal = try #require(
                try await house.publication.standing(for: second.person).proposed?.proposal.id)
            house.house.clock.advance(by: .seconds(30))
            return Deed(
                patience: .seconds(30),
                act: { house in
                    let code = TOTP(second.secret).code(at: house.house.clock.now)
                    return "\(try await house.publication.publish(proposal, code: code, by: second.actor).number)"
                },
                present: { house, _ in
                    let edition = try await house.house.registrar.edition()
                    #expect(edition.number == 2 && edition.document.terms.endedScans.days == 20)
                })
        },
    ]
}

/// An administrator who is in, with their second factor.
private struct Administrator: Sendable {
    let person: SubjectID
    let secret: TOTPSecret
    let session: Bytes

    var actor: Actor { Actor(.administrator, person: person, session: session) }
}

extension FaultHouse {
    /// Enrols with name, address and password. - Returns: the session in which the second factor is still to come.
    fileprivate func enrol(_ link: Bytes, _ name: String) async throws -> Session {
        let email = "\(name)@example.kz"
        return try await session(
            try await staff.enrol(
                link,
                StaffDesk.Enrolment(
                    family: "Ойдан", given: "Дана", email: (email, email), password: "correct horse")))
    }

    /// The first administrator, or another one whom an administrator invites.
    fileprivate func administrator(_ name: String, invitedBy other: Administrator? = nil) async throws -> Administrator
    {
        let link: Bytes
        if let other {
            link = try await staff.invite([.administrator], by: other.actor)
        } else {
            link = try #require(try await staff.firstInvitation())
        }
        let waiting = try await enrol(link, name)
        let person = try #require(waiting.subject)
        let (secret, sealed) = try await staff.newFactor(for: person)
        let code = TOTP(secret).code(at: house.clock.now)
        let whole = try await session(
            try await staff.confirmFactor(sealed, code: code, session: waiting).token)
        try await staff.acceptUndertaking(person, session: whole)
        return Administrator(person: person, secret: secret, session: whole.digest)
    }

    private func session(_ token: Bytes) async throws -> Session {
        try #require(
            try await Sessions(gate: house.gate, time: house.clock.source).find(Session.digest(of: token)))
    }
}

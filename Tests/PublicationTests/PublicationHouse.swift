import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Staffing
import Storage
import Synchronization
import TestKit

/// A house with administrators, and with a policy's folder that a test changes.
struct PublicationHouse: Sendable {
    let house: TestHouse
    let staff: StaffDesk
    let desk: PublicationDesk
    let folder: Folder

    /// The policy's folder as it is now.
    final class Folder: Sendable {
        private let files: Mutex<PolicyFolder>

        init(_ folder: PolicyFolder) { files = Mutex(folder) }

        var now: PolicyFolder { files.withLock { $0 } }

        /// Replaces words that must be there.
        func change(_ old: String, to new: String, in file: String = "policy.yml") throws {
            try files.withLock { folder in
                guard let text = folder.files[file], text.contains(old) else { throw TestHouseError.notFound(old) }
                folder.files[file] = text.replacing(old, with: new)
            }
        }
    }

    static let migrations = StaffingSchema.migrations + PublicationSchema.migrations

    static func run(
        on engine: Engine, region: String = "KZ", beside others: [Migration] = [],
        _ body: (PublicationHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(on: engine, migrations: migrations + others) { house in
            let folder = Folder(try TestHouse.policyFolder())
            try await body(
                PublicationHouse(
                    house: house,
                    staff: StaffDesk(
                        gate: house.gate, passwords: TestHouse.passwords, time: house.clock.source,
                        randomness: .system),
                    desk: PublicationDesk(
                        gate: house.gate, folder: { folder.now }, regions: [region], time: house.clock.source,
                        randomness: .system), folder: folder))
        }
    }

    /// An administrator who is in, with their second factor.
    struct Administrator: Sendable {
        let person: SubjectID
        let secret: TOTPSecret
        let session: Bytes

        var actor: Actor { Actor(.administrator, person: person, session: session) }
    }

    /// The first administrator, or another one whom an administrator invites.
    func join(_ name: String, invitedBy administrator: Administrator? = nil) async throws -> Administrator {
        let link =
            if let administrator {
                try await staff.invite([.administrator], by: administrator.actor)
            } else {
                try await staff.firstInvitation()
            }
        guard let link else { throw StaffRefusal.noInvitation }
        let email = "\(name)@example.kz"
        let entering = try await staff.enrol(
            link, StaffDesk.Enrolment(family: "Ойдан", given: "Дана", email: (email, email), password: "correct horse"))
        let waiting = try await session(entering)
        guard let person = waiting.subject else { throw AccessRefusal.noSession }
        let (secret, sealed) = try await staff.newFactor(for: person)
        let token = try await staff.confirmFactor(
            sealed, code: TOTP(secret).code(at: house.clock.now), session: waiting
        ).token
        let whole = try await session(token)
        try await staff.acceptUndertaking(person, session: whole)
        return Administrator(person: person, secret: secret, session: whole.digest)
    }

    private func session(_ token: Bytes) async throws -> Session {
        let digest = Session.digest(of: token)
        guard let session = try await Sessions(gate: house.gate, time: house.clock.source).find(digest) else {
            throw AccessRefusal.noSession
        }
        return session
    }

    /// A code that was not used yet: that of the next half minute.
    func freshCode(of administrator: Administrator) -> String {
        house.clock.advance(by: .seconds(30))
        return TOTP(administrator.secret).code(at: house.clock.now)
    }

    /// Changes a term in the folder.
    func changeFolder() throws { try folder.change("ended_scans: 30 days", to: "ended_scans: 20 days") }

    /// Proposes what lies in the folder. - Returns: the proposal that stands then.
    func propose(_ administrator: Administrator) async throws -> Proposal {
        let draft = try await desk.standing(for: administrator.person).draft
        guard let hash = draft.hash else { throw PublicationRefusal.nothingNew }
        try await desk.propose(hash, by: administrator.actor)
        guard let proposal = try await desk.standing(for: administrator.person).proposed?.proposal else {
            throw PublicationRefusal.ended
        }
        return proposal
    }

    /// Two administrators, the first of whom has proposed the changed folder.
    func proposedByOneOfTwo() async throws -> (first: Administrator, second: Administrator, proposal: Proposal) {
        let first = try await join("dana")
        let second = try await join("berik", invitedBy: first)
        try changeFolder()
        return (first, second, try await propose(first))
    }

    /// What is on record about the policy, the oldest first.
    func entries() async throws -> [LedgerEntry] {
        try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)) }
        }.filter { $0.clause == "5.4" }
    }

    /// The number of the edition in force, and how long it keeps scans.
    func inForce() async throws -> (number: Int, scans: Int) {
        let edition = try await house.gate.look { [house] in try house.gate.book.inForce(in: $0) }
        return (edition.number, edition.document.terms.endedScans.days)
    }
}

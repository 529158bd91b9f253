import Access
import Permits
import Policy
import Primitives
import Storage

/// The operator's own people: invited by one-time links, given roles, let in with two factors, and out at once.
package struct StaffDesk: Sendable {
    package let gate: Gate
    let passwords: PasswordChecks
    let addresses: AddressBook
    let browsers: KnownBrowsers
    let secondFactor: SecondFactor
    /// Whether one person works here alone, and what follows from it.
    package let twoPersons: TwoPersonRule
    let time: TimeSource
    let randomness: Randomness

    package init(gate: Gate, passwords: PasswordChecks, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.passwords = passwords
        addresses = AddressBook(gate)
        browsers = KnownBrowsers(gate: gate, time: time, randomness: randomness)
        secondFactor = SecondFactor(gate: gate, time: time)
        twoPersons = TwoPersonRule(gate: gate, time: time)
        self.time = time
        self.randomness = randomness
    }

    /// A link's token for the first administrator; nil when there is one already.
    package func firstInvitation() async throws -> Bytes? {
        let none = try await gate.look { transaction in
            try StaffStore(transaction).all().allSatisfy { $0.state == .ended }
        }
        guard none else { return nil }
        return try await invitation(.enrol, of: nil, roles: [.administrator], by: nil)
    }

    /// A link's token for somebody who is to enrol in some roles.
    package func invite(_ roles: [RoleID], by actor: Actor) async throws -> Bytes {
        guard let inviter = actor.person, !roles.isEmpty else { throw StaffRefusal.noRoles }
        return try await record(
            .invite, on: inviter, by: actor, note: ["roles": roles.map(\.rawValue).joined(separator: ",")]
        ) {
            let token = randomness.bytes(32)
            return (
                token,
                { [time] transaction in
                    let now = time.now
                    let policy = try gate.book.inForce(in: transaction).document
                    guard roles.allSatisfy({ policy.role($0)?.kind == .staff }) else { throw StaffRefusal.noRoles }
                    try StaffStore(transaction).invite(
                        Invitation(digest: Session.digest(of: token), kind: .enrol, subject: nil, roles: roles),
                        by: inviter,
                        until: now + policy.terms.invitation.span, at: now)
                }
            )
        }
    }

    /// Takes a lost second factor away and gives a link's token with which the person enrols a new one.
    package func resetFactor(of subject: SubjectID, by actor: Actor) async throws -> Bytes {
        try await reset(.reset, of: subject, by: actor)
    }

    private func reset(_ kind: Invitation.Kind, of subject: SubjectID, by actor: Actor) async throws -> Bytes {
        try await record(.resetFactor, on: subject, by: actor, note: kind == .renew ? ["password": "1"] : [:]) {
            let token = randomness.bytes(32)
            return (
                token,
                { [time] transaction in
                    let now = time.now
                    let term = try gate.book.inForce(in: transaction).document.terms.invitation.span
                    try CredentialStore(transaction).setFactor(nil, of: subject, at: now)
                    try transaction.run("DELETE FROM recovery_code WHERE subject_id = \(subject)")
                    try SessionStore(transaction).endAll(of: subject)
                    try StaffStore(transaction).invite(
                        Invitation(digest: Session.digest(of: token), kind: kind, subject: subject, roles: []),
                        by: actor.person, until: now + term, at: now)
                }
            )
        }
    }

    /// The same on the server itself, for the last administrator (`saqta staff reset`).
    ///
    /// - Parameter withPassword: the password is forgotten too, and the link lets the person set another.
    package func resetFactorOnServer(of subject: SubjectID, withPassword: Bool = false) async throws -> Bytes {
        try await reset(withPassword ? .renew : .reset, of: subject, by: Actor(.administrator))
    }

    /// Gives a role.
    package func grant(_ role: RoleID, to subject: SubjectID, by actor: Actor) async throws {
        try await record(.grantRole, on: subject, by: actor, note: ["role": role.rawValue]) { [time] in
            (
                (),
                { transaction in
                    guard try gate.book.inForce(in: transaction).document.role(role)?.kind == .staff else {
                        throw StaffRefusal.noRoles
                    }
                    try StaffStore(transaction).grant(role, to: subject, at: time.now)
                }
            )
        }
    }

    /// Takes a role away; the last administrator keeps theirs.
    package func revoke(_ role: RoleID, from subject: SubjectID, by actor: Actor) async throws {
        try await record(.revokeRole, on: subject, by: actor, note: ["role": role.rawValue]) { [time] in
            (
                (),
                { transaction in
                    let store = StaffStore(transaction)
                    if role == .administrator, try store.administrators(except: subject) == 0 {
                        throw StaffRefusal.lastAdministrator
                    }
                    try store.revoke(role, from: subject)
                    if role == .administrator { try store.endInvitations(by: subject, at: time.now) }
                }
            )
        }
    }

    func invitation(_ kind: Invitation.Kind, of subject: SubjectID?, roles: [RoleID], by inviter: SubjectID?)
        async throws -> Bytes
    {
        let token = randomness.bytes(32)
        let now = time.now
        try await gate.perform { transaction in
            let term = try gate.book.inForce(in: transaction).document.terms.invitation.span
            try StaffStore(transaction).invite(
                Invitation(digest: Session.digest(of: token), kind: kind, subject: subject, roles: roles), by: inviter,
                until: now + term, at: now)
        }
        return token
    }

    /// Does something to a member of staff with its entry, or nothing of it.
    private func record<Answer: Sendable>(
        _ act: Act, on subject: SubjectID, by actor: Actor, note: [String: String] = [:],
        _ prepare: () -> (Answer, @Sendable (any Transaction) throws -> Void)
    ) async throws -> Answer {
        let (answer, change) = prepare()
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(act, by: actor, on: subject, for: .security), sealer: sealer, in: transaction)
            try change(transaction)
            try permit.note(note, in: transaction)
        }
        return answer
    }
}

/// Why something cannot be done with staff.
package enum StaffRefusal: Refusal, Hashable {
    /// The link was used, or is too old, or never was one.
    case noInvitation
    case noMember
    /// Roles must be named, and be roles of staff.
    case noRoles
    /// There must be an administrator left.
    case lastAdministrator
    /// Somebody is enrolled under this address.
    case addressInUse
    /// Name or address cannot be accepted.
    case invalid(String)

    package var kind: RefusalKind {
        switch self {
        case .noInvitation: .gone
        case .noMember: .notFound
        case .noRoles, .invalid: .invalid
        case .lastAdministrator, .addressInUse: .conflict
        }
    }
}

import Permits
import Policy
import Primitives
import Storage

/// A member of staff, outside their sealed record.
package struct StaffRow: Sendable, Hashable {
    package let subject: SubjectID
    package let state: State
    /// When the confidentiality undertaking was accepted (Law 94-V, art. 11).
    package let undertakingAt: Instant?
    package let createdAt: Instant
    package let roles: [RoleID]

    package enum State: String, Sendable {
        /// Enrolled; undertaking still to be accepted.
        case enrolled
        case active
        case ended
    }
}

/// Staff, roles and invitations, in an open transaction.
package struct StaffStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A member of staff; nil when the person is none.
    package func find(_ subject: SubjectID) throws(StorageError) -> StaffRow? {
        guard
            let row = try transaction.row(
                "SELECT subject_id, state, undertaking_at, created_at FROM staff WHERE subject_id = \(subject)")
        else { return nil }
        return try staff(row)
    }

    /// Whether an actor is a living administrator now, whatever their session says.
    package func isAdministrator(_ actor: Actor) throws(StorageError) -> Bool {
        guard let person = actor.person, actor.role == .administrator, let member = try find(person) else {
            return false
        }
        return member.state == .active && member.roles.contains(.administrator)
    }

    /// All members of staff, the newest last.
    package func all() throws(StorageError) -> [StaffRow] {
        let rows = try transaction.rows(
            "SELECT subject_id, state, undertaking_at, created_at FROM staff ORDER BY created_at, subject_id")
        return try rows.map { row throws(StorageError) in try staff(row) }
    }

    /// How many living administrators there are, one excepted.
    package func administrators(except subject: SubjectID) throws(StorageError) -> Int {
        let row = try transaction.row(
            """
            SELECT COUNT(*) FROM staff JOIN staff_role ON staff_role.subject_id = staff.subject_id
            WHERE staff.state = 'active' AND staff_role.role = 'administrator' AND staff.subject_id <> \(subject)
            """)
        return Int(try row?.int(0) ?? 0)
    }

    /// How many have ever completed their enrolment, those among them whose access has ended.
    func enrolled() throws(StorageError) -> Int {
        let row = try transaction.row("SELECT COUNT(*) FROM staff WHERE undertaking_at IS NOT NULL")
        return Int(try row?.int(0) ?? 0)
    }

    func insert(_ subject: SubjectID, roles: [RoleID], at now: Instant) throws(StorageError) {
        try transaction.run(
            "INSERT INTO staff (subject_id, state, created_at) VALUES (\(subject), 'enrolled', \(now))")
        for role in roles { try grant(role, to: subject, at: now) }
    }

    func activate(_ subject: SubjectID, edition: Int, at now: Instant) throws(StorageError) {
        try transaction.run(
            """
            UPDATE staff SET state = 'active', undertaking_at = \(now), undertaking_edition = \(edition)
            WHERE subject_id = \(subject) AND state <> 'ended'
            """)
    }

    func end(_ subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.run("UPDATE staff SET state = 'ended', ended_at = \(now) WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM staff_role WHERE subject_id = \(subject)")
    }

    /// Keeps the digests under which somebody would confirm their own e-mail address as a person who registers.
    func setOwnAddress(_ digests: [(version: Int, digest: Bytes)], of subject: SubjectID) throws(StorageError) {
        try transaction.run(
            "UPDATE staff SET own_address = \(digests.flatMap(\.digest)) WHERE subject_id = \(subject)")
    }

    /// Staff's own addresses, for a change of the index key; whoever is staff has an address in the index too.
    package static let indexRoom = IndexRoom(enter: { person, transaction in
        guard person.kind == .staff, let digests = person.digests[.email] else { return }
        try StaffStore(transaction).setOwnAddress(digests, of: person.subject)
    })

    /// Those digests; none when the person is no member of staff.
    package func ownAddresses(of subject: SubjectID) throws(StorageError) -> [Bytes] {
        let joined = try transaction.row("SELECT own_address FROM staff WHERE subject_id = \(subject)")?.bytesIfAny(0)
        guard let joined else { return [] }
        return stride(from: 0, to: joined.count, by: 32).map { Bytes(joined[$0..<min($0 + 32, joined.count)]) }
    }

    /// Whether an e-mail address is that of a member of staff whose access has not ended.
    ///
    /// - Parameters:
    ///   - digests: under which somebody would confirm it who registers.
    ///   - holder: who has it as a member of staff.
    package func isOwn(_ digests: [Bytes], heldBy holder: SubjectID?) throws(StorageError) -> Bool {
        if let holder, let member = try find(holder), member.state != .ended { return true }
        let rows = try transaction.rows(
            "SELECT subject_id FROM staff WHERE state <> 'ended' AND own_address IS NOT NULL")
        for row in rows where try ownAddresses(of: try row.identifier(0)).contains(where: digests.contains) {
            return true
        }
        return false
    }

    func grant(_ role: RoleID, to subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO staff_role (subject_id, role, at) VALUES (\(subject), \(role.rawValue), \(now))
            ON CONFLICT DO NOTHING
            """)
    }

    func revoke(_ role: RoleID, from subject: SubjectID) throws(StorageError) {
        try transaction.run("DELETE FROM staff_role WHERE subject_id = \(subject) AND role = \(role.rawValue)")
    }

    private func staff(_ row: Row) throws(StorageError) -> StaffRow {
        let subject: SubjectID = try row.identifier(0)
        guard let state = StaffRow.State(rawValue: try row.text(1)) else { throw .unexpected("staff row") }
        let roles = try transaction.rows("SELECT role FROM staff_role WHERE subject_id = \(subject) ORDER BY role")
        return StaffRow(
            subject: subject, state: state, undertakingAt: try row.instantIfAny(2), createdAt: try row.instant(3),
            roles: try roles.map { row throws(StorageError) in RoleID(try row.text(0)) })
    }
}

/// A one-time link that lets somebody enrol, or enrol a second factor anew.
package struct Invitation: Sendable {
    package let digest: Bytes
    package let kind: Kind
    /// Whose second factor, or password too, is set anew.
    package let subject: SubjectID?
    package let roles: [RoleID]
    /// Printed by the server itself, for the first administrator.
    package var isFirst = false

    package enum Kind: String, Sendable {
        case enrol
        /// A new second factor, for whoever knows the password.
        case reset
        /// A new password and a new second factor.
        case renew
    }
}

extension StaffStore {
    func invite(_ invitation: Invitation, by inviter: SubjectID?, until end: Instant, at now: Instant)
        throws(StorageError)
    {
        try transaction.run(
            """
            INSERT INTO invitation (digest, kind, subject_id, roles, invited_by, created_at, expires_at)
            VALUES (\(invitation.digest), \(invitation.kind.rawValue), \(invitation.subject),
                    \(invitation.roles.map(\.rawValue).joined(separator: ",")), \(inviter), \(now), \(end))
            """)
    }

    /// An invitation that can still be used.
    package func invitation(_ digest: Bytes, at now: Instant) throws(StorageError) -> Invitation? {
        guard
            let row = try transaction.row(
                """
                SELECT kind, subject_id, roles, invited_by FROM invitation
                WHERE digest = \(digest) AND used_at IS NULL AND expires_at > \(now)
                """),
            let kind = Invitation.Kind(rawValue: try row.text(0))
        else { return nil }
        return Invitation(
            digest: digest, kind: kind, subject: try row.identifierIfAny(1),
            roles: try row.text(2).split(separator: ",").map { RoleID(String($0)) }, isFirst: try row.isNull(3))
    }

    /// Voids the links that somebody made, or that were made for them.
    func endInvitations(by subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.run(
            """
            UPDATE invitation SET used_at = \(now)
            WHERE (invited_by = \(subject) OR subject_id = \(subject)) AND used_at IS NULL
            """)
    }

    /// Uses an invitation up. - Returns: false when another request was faster.
    func use(_ digest: Bytes, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run("UPDATE invitation SET used_at = \(now) WHERE digest = \(digest) AND used_at IS NULL") == 1
    }
}

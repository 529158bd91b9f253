import Access
import Permits
import Policy
import Primitives
import Storage

extension StaffDesk {
    /// What somebody gives who enrols.
    package struct Enrolment: Sendable {
        package let family: String
        package let given: String
        /// As written, and as it is compared.
        package let email: (shown: String, compared: String)
        package let password: String

        package init(family: String, given: String, email: (shown: String, compared: String), password: String) {
            self.family = family
            self.given = given
            self.email = email
            self.password = password
        }
    }

    /// Enrols somebody who holds an invitation: name, address and password in one; the second factor comes next.
    ///
    /// - Returns: the token of a session that can only enrol the second factor.
    package func enrol(_ token: Bytes, _ enrolment: Enrolment) async throws -> Bytes {
        let family = try Self.namePart(enrolment.family, "family")
        let given = try Self.namePart(enrolment.given, "given")
        try await passwords.accept(enrolment.password, [family, given, enrolment.email.shown])
        let hash = try await passwords.hash(enrolment.password)
        let subject = try await gate.newSubject()
        let sealer = try await gate.sealer(for: subject)
        let session = randomness.bytes(32)
        let digest = Session.digest(of: session)
        let digests = try addresses.digests(.staffEmail, enrolment.email.compared)
        let now = time.now
        try await gate.perform { transaction in
            let store = StaffStore(transaction)
            guard let invitation = try store.invitation(Session.digest(of: token), at: now), invitation.kind == .enrol,
                try store.use(invitation.digest, at: now)
            else { throw StaffRefusal.noInvitation }
            // A link that an earlier start printed makes nobody an administrator beside one who has enrolled.
            if invitation.isFirst, try store.all().contains(where: { $0.state != .ended }) {
                throw StaffRefusal.noInvitation
            }
            try SubjectStore(transaction).insert(subject, kind: .staff, language: .ru, isInvented: false, at: now)
            try store.insert(subject, roles: invitation.roles, at: now)
            try store.setOwnAddress(addresses.digests(.email, enrolment.email.compared), of: subject)
            guard try addresses.enter(.staffEmail, digests, of: subject, sole: true, at: now, in: transaction) else {
                throw StaffRefusal.addressInUse
            }
            try CredentialStore(transaction).setPassword(hash, of: subject, at: now)
            let permit = try gate.permitToWrite(
                Ask(
                    .enrol, by: Actor(.member, person: subject, session: digest), on: subject, for: .security,
                    fields: [.staffFamilyName, .staffGivenName, .staffEmail]), sealer: sealer, in: transaction)
            try permit.store(
                [
                    .staffFamilyName: family, .staffGivenName: given,
                    .staffEmail: enrolment.email.shown,
                ], in: transaction)
            try SessionStore(transaction).begin(digest, kind: .staff, assurance: .link, of: subject, at: now)
        }
        return session
    }

    /// A part of a name by the rule that holds for all people. - Throws: ``StaffRefusal/invalid(_:)``.
    private static func namePart(_ entered: String, _ field: String) throws -> String {
        guard let part = try? PersonName.part(entered) else { throw StaffRefusal.invalid(field) }
        return part
    }

    /// A fresh secret for the second factor, sealed with the person's key, not in force before a code of it is entered.
    package func newFactor(for subject: SubjectID) async throws -> (secret: TOTPSecret, sealed: Bytes) {
        let secret = TOTPSecret(from: randomness)
        let sealer = try await gate.sealer(for: subject)
        return (secret, try sealer.seal(secret.bytes, label: SecondFactor.label, in: .messages))
    }

    /// Opens a sealed secret again, to show its QR code once more while it is being enrolled.
    package func factor(_ sealed: Bytes, of subject: SubjectID) async throws -> TOTPSecret? {
        try await secondFactor.secret(sealed, of: subject)
    }

    /// Puts the second factor in force once a code of it fits, and gives ten recovery codes, shown once.
    ///
    /// - Returns: the token of a full session, and the codes.
    package func confirmFactor(
        _ sealed: Bytes, code: String, session: Session
    ) async throws -> (token: Bytes, recovery: [TOTPRecoveryCode]) {
        guard let subject = session.subject, session.kind == .staff, session.assurance == .link,
            let secret = try await factor(sealed, of: subject),
            let step = TOTP(secret).verify(code, at: time.now, lastUsed: nil)
        else { throw AccessRefusal.wrongCredentials }
        let recovery = TOTPRecoveryCode.generate(from: randomness)
        let key = secondFactor.recoveryKey(of: subject)
        let digests = recovery.map { $0.digest(under: key) }
        let token = randomness.bytes(32)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            guard try CredentialStore(transaction).find(subject).totp == nil else { throw AccessRefusal.needsMore }
            try CredentialStore(transaction).setFactor(sealed, of: subject, at: now)
            _ = try CredentialStore(transaction).useStep(step, of: subject)
            for digest in digests {
                try transaction.run("INSERT INTO recovery_code (digest, subject_id) VALUES (\(digest), \(subject))")
            }
            try begin(token, for: subject, ending: session.digest, at: now, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(
                    .enrolFactor, by: Actor(.member, person: subject, session: session.digest), on: subject,
                    for: .security),
                sealer: sealer, in: transaction)
            try permit.note(in: transaction)
        }
        return (token, recovery)
    }

    /// Accepts the confidentiality undertaking; roles can be used from here on.
    package func acceptUndertaking(_ subject: SubjectID, session: Session) async throws {
        guard session.assurance == .twoFactors else { throw AccessRefusal.needsMore }
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { [time] transaction in
            let edition = try gate.book.inForce(in: transaction)
            let permit = try gate.permitToWrite(
                Ask(
                    .acceptUndertaking, by: Actor(.member, person: subject, session: session.digest), on: subject,
                    for: .security), sealer: sealer, in: transaction)
            try StaffStore(transaction).activate(subject, edition: edition.number, at: time.now)
            try permit.note(in: transaction)
            try twoPersons.enrolled({ try StaffStore(transaction).enrolled() }, in: transaction)
        }
    }

    /// Puts on record whether one person works here alone, where the policy or the staff say another thing than the record.
    package func recordSingleHanded() async throws {
        try await gate.perform { transaction in
            let store = StaffStore(transaction)
            guard try store.enrolled() > 0 else { return }
            try twoPersons.enrolled({ try store.enrolled() }, in: transaction)
        }
    }

    func begin(
        _ token: Bytes, for subject: SubjectID, ending old: Bytes, at now: Instant, in transaction: any Transaction
    ) throws {
        let store = SessionStore(transaction)
        try store.end(old)
        try store.begin(Session.digest(of: token), kind: .staff, assurance: .twoFactors, of: subject, at: now)
    }
}

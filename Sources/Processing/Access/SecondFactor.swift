import Crypto
import Permits
import Primitives
import Storage

/// The second factor of a member of staff: a code of the authenticator, or one of the recovery codes, each once.
package struct SecondFactor: Sendable {
    let gate: Gate
    let time: TimeSource

    package init(gate: Gate, time: TimeSource) {
        self.gate = gate
        self.time = time
    }

    /// What somebody typed, compared with what is known of them; nothing is used up yet.
    package struct Typed: Sendable {
        package let subject: SubjectID
        /// Nothing but spaces.
        package let isEmpty: Bool
        fileprivate let step: Int64?
        fileprivate let recovery: Bytes?
    }

    /// What a second factor was taken from.
    package enum Kind: String, Sendable { case totp, recovery }

    /// What came of using up what was typed.
    package enum Outcome: Sendable, Hashable {
        case taken(Kind)
        case wrong
        /// Too many wrong ones in a row; nothing is compared, nor counted, until then.
        case locked(Instant)
    }

    /// Opens a sealed secret.
    package func secret(_ sealed: Bytes, of subject: SubjectID) async throws -> TOTPSecret? {
        TOTPSecret(try await gate.unsealOwn(sealed, label: Self.label, of: subject).reveal())
    }

    /// What is bound into a sealed secret.
    package static let label = "second factor"

    /// The key under which digests of a person's recovery codes are kept.
    package func recoveryKey(of subject: SubjectID) -> SymmetricKey {
        SymmetricKey(data: gate.mac("recovery codes", over: subject.bytes))
    }

    /// Compares what somebody typed; done before the transaction that uses it up.
    package func read(_ typed: String, by subject: SubjectID) async throws -> Typed {
        let now = time.now
        let credential = try await gate.look { try CredentialStore($0).find(subject) }
        var step: Int64?
        if credential.lockedUntil <= now, let sealed = credential.totp,
            let secret = try await self.secret(sealed, of: subject)
        {
            step = TOTP(secret).verify(typed, at: now, lastUsed: credential.totpStep)
        }
        return Typed(
            subject: subject, isEmpty: typed.allSatisfy(\.isWhitespace), step: step,
            recovery: TOTPRecoveryCode(typed)?.digest(under: recoveryKey(of: subject)))
    }

    /// Uses it up, or counts a wrong one: the transaction must be committed either way.
    package func use(_ typed: Typed, in transaction: any Transaction) throws(StorageError) -> Outcome {
        let now = time.now
        let store = CredentialStore(transaction)
        // Asked here too, so that guesses sent at once are not more than guesses sent in turn.
        let credential = try store.find(typed.subject)
        guard credential.lockedUntil <= now else { return .locked(credential.lockedUntil) }
        guard credential.totp != nil else { return .wrong }
        if let kind = try usedUp(typed, store, at: now) {
            try store.succeed(typed.subject)
            return .taken(kind)
        }
        try store.fail(typed.subject, at: now)
        return .wrong
    }

    private func usedUp(_ typed: Typed, _ store: CredentialStore, at now: Instant) throws(StorageError) -> Kind? {
        if let step = typed.step { return try store.useStep(step, of: typed.subject) ? .totp : nil }
        guard let recovery = typed.recovery else { return nil }
        return try store.useRecovery(recovery, of: typed.subject, at: now) ? .recovery : nil
    }
}

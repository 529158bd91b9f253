import Ledger
import Policy
import Primitives
import Storage
import Vault

/// The one way to personal data: asks the policy in force, makes the evidence durable, and only then gives a permit.
package final class Gate: Sendable {
    let database: any Database
    let keys: SubjectKeys
    let ring: KeyRing
    let time: TimeSource
    let randomness: Randomness
    /// The editions of the policy, the one in force among them.
    package let book: PolicyBook
    let budgets: Budgets
    /// How old the oldest entry outside the tree may be before nothing more is permitted.
    package let evidenceMayWait: Span
    let evidence = EvidenceSeen()
    let emptyKeyLog: @Sendable () async throws -> Void
    let collected: CollectedStep
    let legallyKept: LegalRetentionStep
    let isDraft: DraftStep

    /// - Parameters:
    ///   - emptyKeyLog: empties the write-ahead log of the database of keys, in which a destroyed key is readable until
    ///     then; nothing where that database has none.
    ///   - collected: what is held beside the record, for the rule that nothing is used for more than it was collected for.
    ///   - legallyKept: what laws have kept of a person who would be erased.
    ///   - isDraft: whether a person's registration is one that they have not sent yet.
    package init(
        database: any Database, keys: SubjectKeys, ring: KeyRing, book: PolicyBook, budgets: Budgets = Budgets(),
        evidenceMayWait: Span = .seconds(60), time: TimeSource, randomness: Randomness,
        emptyKeyLog: @escaping @Sendable () async throws -> Void = {},
        collected: @escaping CollectedStep = { _, _ in [] },
        legallyKept: @escaping LegalRetentionStep = { _, _, _, _ in nil },
        isDraft: @escaping DraftStep = { _, _ in false }
    ) {
        self.database = database
        self.keys = keys
        self.ring = ring
        self.book = book
        self.budgets = budgets
        self.evidenceMayWait = evidenceMayWait
        self.time = time
        self.randomness = randomness
        self.emptyKeyLog = emptyKeyLog
        self.collected = collected
        self.legallyKept = legallyKept
        self.isDraft = isDraft
    }

    /// Runs a transaction in which write permits are made.
    ///
    /// When the Gate refuses inside it, nothing of it stays, and the refusal is made durable before it is thrown on.
    @discardableResult
    package func perform<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        do {
            let (answer, wordings) = try await database.write { [book] transaction in
                (try body(transaction), book.added(in: transaction).digests)
            }
            book.remember(wordings, at: time.now)
            return answer
        } catch let refusal as GateRefusal {
            throw try await recorded(refusal)
        }
    }

    /// Reads what is not personal, without a permit.
    package func look<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await database.read(body)
    }

    /// The key under which things about a person are sealed, in the hands of `Permits` only.
    package func sealer(for subject: SubjectID) async throws -> Sealer {
        do {
            return Sealer(key: try await keys.key(of: subject), instance: ring.instance, randomness: randomness)
        } catch VaultError.noKey {
            throw GateRefusal(.noSubject)
        }
    }

    /// The same for an act that is asked for; that there is no such person is put on record.
    ///
    /// Whoever may not do the act at all, or too often, is told just that, whether there is such a person or not.
    func sealer(for ask: Ask) async throws -> Sealer {
        do {
            return try await sealer(for: ask.subject)
        } catch let refusal as GateRefusal {
            return try await perform { [self] transaction in
                try admit(ask, in: transaction)
                _ = try Self.ground(for: ask, under: try book.inForce(in: transaction))
                throw GateRefusal(refusal.reason, ask: ask)
            }
        }
    }

    /// An identifier for a new person, whose key is durable already.
    package func newSubject() async throws -> SubjectID {
        try await keys.nextSubject()
    }
}

/// Seals what is to be stored about one person; sealing discloses nothing and needs no permit.
package struct Sealer: Sendable {
    let key: SubjectKey
    let instance: Identifier<KeyRing>
    let randomness: Randomness

    package var subject: SubjectID { key.subject }

    /// Seals a single value under a label that is bound into it.
    package func seal(_ value: Bytes, label: String, in place: Place) throws -> Bytes {
        try SealedValue.seal(value, label: label, key: key, compartment: place.compartment, instance: instance)
    }

    /// The opening of a ledger entry about this person.
    func opening(_ nonce: Bytes) -> Bytes {
        Whom.opening(historyKey: key.key(for: .history), nonce: nonce)
    }
}

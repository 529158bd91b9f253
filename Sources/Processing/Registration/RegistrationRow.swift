import Access
import Policy
import Primitives
import Storage

/// A registration: where a person stands on the way from the first form to the decision.
package struct RegistrationRow: Sendable {
    package let subject: SubjectID
    /// What people call it: eight letters and digits in two groups.
    package let number: String
    package let state: State
    package let since: Instant
    package let createdAt: Instant
    /// When the state ends by itself.
    package let dueAt: Instant?
    package let sentAt: Instant?
    /// The last day to review it, as it was promised when it was sent or objected to; nil in other states, and where the
    /// policy had no term.
    package let reviewBy: Day?
    /// How that day was counted; nil where it was promised before that was kept.
    package let reviewTerm: CountedTerm?
    /// Sent again after more was asked.
    package let wasResent: Bool
    /// How many reminders have gone out in this state.
    package let reminders: Int
    /// A code of the policy's list of reasons.
    package let reason: String?
    package let decidedBy: SubjectID?
    package let decidedAt: Instant?
    /// An objection was decided by the one who had refused, who works alone.
    package let isDecidedAlone: Bool
    package let objectedAt: Instant?
    /// When the scans are destroyed.
    package let scansUntil: Instant?
    package let isSetAside: Bool
    package let lease: Lease?
    package let pending: Pending?

    package enum State: String, Sendable, CaseIterable {
        case draft, sent, inReview, moreAsked, approved, refused, lapsed

        /// Whether a reviewer has something to do.
        package var awaitsReview: Bool { self == .sent || self == .inReview }
        package var isDecided: Bool { self == .approved || self == .refused }
    }

    /// A reviewer's hold on a case.
    package struct Lease: Sendable, Hashable {
        package let by: SubjectID
        package let until: Instant
    }

    /// A decision that can still be undone.
    package struct Pending: Sendable, Hashable {
        package let decision: String
        package let reason: String?
        package let by: SubjectID
        /// When it takes effect.
        package let at: Instant
        /// On an objection, by the one who had refused, who works alone.
        package let isAlone: Bool
    }

    /// Since when a reviewer is waited for: since it was sent last or, later than that, objected to.
    package var waitsSince: Instant { max(sentAt ?? since, objectedAt ?? sentAt ?? since) }

    /// The decision to which an objection is made, as the first half of deciding again; nil while there is none.
    package var firstDecision: TwoPersonRule.FirstHalf? {
        decidedAt.map { TwoPersonRule.FirstHalf(.objection, by: decidedBy, at: $0) }
    }
}

extension RegistrationRow {
    static let selection: SQL = """
        SELECT subject_id, number, state, since, created_at, due_at, sent_at, resent, reminded, reason, decided_by, decided_at,
               objected_at, scans_until, set_aside, lease_by, lease_until, pending, pending_reason, pending_by, pending_at,
               review_day, pending_alone, decided_alone, review_term
        FROM registration
        """

    /// Those of persons whose data are not blocked: to be gone on with by `AND …`. Written out, since a statement is read as a
    /// whole where it is checked that it can be sharded.
    static let going: SQL = """
        SELECT subject_id, number, state, since, created_at, due_at, sent_at, resent, reminded, reason, decided_by, decided_at,
               objected_at, scans_until, set_aside, lease_by, lease_until, pending, pending_reason, pending_by, pending_at,
               review_day, pending_alone, decided_alone, review_term
        FROM registration
        WHERE NOT EXISTS (
            SELECT 1 FROM subject WHERE subject.id = registration.subject_id AND subject.state = 'blocked')
            AND NOT EXISTS (
                SELECT 1 FROM hold WHERE hold.subject_id = registration.subject_id AND hold.ended_at IS NULL)
        """

    init(row: Row) throws(StorageError) {
        guard let state = State(rawValue: try row.text(2)) else { throw .unexpected("registration row") }
        var lease: Lease?
        if let until = try row.instantIfAny(16) { lease = Lease(by: try row.identifier(15), until: until) }
        var pending: Pending?
        if let at = try row.instantIfAny(20) {
            pending = Pending(
                decision: try row.text(17), reason: try row.textIfAny(18), by: try row.identifier(19), at: at,
                isAlone: try row.intIfAny(22) == 1)
        }
        self.init(
            subject: try row.identifier(0), number: try row.text(1), state: state, since: try row.instant(3),
            createdAt: try row.instant(4), dueAt: try row.instantIfAny(5), sentAt: try row.instantIfAny(6),
            reviewBy: try row.intIfAny(21).map { Day(daysSince1970: Int($0)) },
            reviewTerm: try row.textIfAny(24).flatMap(CountedTerm.init),
            wasResent: try row.bool(7), reminders: Int(try row.int(8)), reason: try row.textIfAny(9),
            decidedBy: try row.identifierIfAny(10), decidedAt: try row.instantIfAny(11),
            isDecidedAlone: try row.intIfAny(23) == 1, objectedAt: try row.instantIfAny(12),
            scansUntil: try row.instantIfAny(13), isSetAside: try row.bool(14),
            lease: lease, pending: pending)
    }
}

/// An address a person has given.
package struct ContactRow: Sendable, Hashable {
    package let channel: Channel
    /// The digest of the normalised address under the newest version of the index key when it was given.
    package let target: Bytes
    /// Its digests under all versions of that time, the newest first.
    package let digests: [AddressDigest]
    package let confirmedAt: Instant?
}

/// The digest of an address, with the version of the index key under which it was made.
package struct AddressDigest: Sendable, Hashable {
    package let version: Int
    package let digest: Bytes
}

extension AddressDigest {
    /// As a row keeps several: the version in 4 octets, the most significant first, then the digest of 32, for each.
    static func joined(_ digests: [(version: Int, digest: Bytes)]) -> Bytes {
        digests.flatMap { version, digest in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: version >> $0) } + digest
        }
    }

    /// Reads what ``joined(_:)`` wrote.
    static func separated(_ octets: Bytes) -> [AddressDigest] {
        stride(from: 0, to: octets.count - 35, by: 36).map { start in
            AddressDigest(
                version: octets[start..<start + 4].reduce(0) { $0 << 8 | Int($1) },
                digest: Bytes(octets[start + 4..<start + 36]))
        }
    }
}

import Primitives
import Storage

/// That a person's data are kept from destruction, on a ground that the law pack names: while it stands, nothing of
/// them is destroyed, by whomever (Law 94-V, art. 18(1); Digital Code, art. 41(3)).
package struct Hold: Hashable, Sendable, Identifiable {
    package let id: Identifier<Hold>
    package let subject: SubjectID
    /// Its name among the law pack's grounds.
    package let ground: String
    /// The number of the case or the order; it names nobody.
    package let reference: String
    package let putBy: SubjectID
    package let putAt: Instant
    /// When it ends by itself, unless it is put on anew.
    package let until: Instant
    /// When it was released or ended; nil while it stands.
    package let endedAt: Instant?

    /// The ground of one that no officer put on and no law pack names: older data were put back, and the ledger tells that the
    /// person gave the consent to the registration after they were copied, of which the text is lost. It keeps them until
    /// they have decided anew, or an officer releases it, and stops nobody who destroys what is their own.
    package static let lostConsent = "lost_consent"

    /// Whether a text can be the number of a case or an order: something with a digit in it, and no lines.
    package static func isReference(_ text: String) -> Bool {
        (1...60).contains(text.count) && text.contains(where: \.isNumber)
            && text.allSatisfy { $0.isLetter || $0.isNumber || " -/№.,".contains($0) }
    }

    /// The instant at which a day is over, in the one hour of Kazakhstan.
    package static func end(of day: Day) -> Instant {
        Instant(seconds: Int64(day.daysSince1970 + 1) * 86_400) - .hours(5)
    }

    package init(
        id: Identifier<Hold>, subject: SubjectID, ground: String, reference: String, putBy: SubjectID, putAt: Instant,
        until: Instant, endedAt: Instant? = nil
    ) {
        self.id = id
        self.subject = subject
        self.ground = ground
        self.reference = reference
        self.putBy = putBy
        self.putAt = putAt
        self.until = until
        self.endedAt = endedAt
    }
}

/// Holds, in an open transaction.
package struct HoldStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Asks whether a person's data are held, with what is asked next.
    ///
    /// - Parameter beyondLostConsent: a consent that was lost does not stop it: they act on their data themselves, or a term
    ///   of scans or fields is over, which goes by other rules.
    func askStanding(of subject: SubjectID, beyondLostConsent: Bool, at now: Instant) throws(StorageError) -> Asked {
        try transaction.ask(
            """
            SELECT 1 FROM hold
            WHERE subject_id = \(subject) AND ended_at IS NULL AND until > \(now)
                  AND ground <> \(beyondLostConsent ? Hold.lostConsent : "")
            LIMIT 1
            """)
    }

    /// How many stand on one ground.
    package func count(on ground: String, at now: Instant) throws(StorageError) -> Int {
        try transaction.count(
            "SELECT count(*) FROM hold WHERE ground = \(ground) AND ended_at IS NULL AND until > \(now)")
    }

    /// Ends all of a person's on one ground.
    func end(on ground: String, of subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            UPDATE hold SET ended_at = \(now)
            WHERE subject_id = \(subject) AND ground = \(ground) AND ended_at IS NULL
            """)
    }

    /// Every hold on a person there ever was, the oldest first.
    package func all(of subject: SubjectID) throws(StorageError) -> [Hold] {
        try transaction.rows(
            """
            SELECT subject_id, id, ground, reference, put_by, put_at, until, ended_at FROM hold
            WHERE subject_id = \(subject) ORDER BY put_at, id
            """
        ).map { row throws(StorageError) in try Hold(row: row) }
    }

    /// The holds that stand on a person.
    package func standing(of subject: SubjectID, at now: Instant) throws(StorageError) -> [Hold] {
        try all(of: subject).filter { $0.endedAt == nil && $0.until > now }
    }

    /// All that have not ended, those that end first at the head.
    package func open(limit: Int) throws(StorageError) -> [Hold] {
        try transaction.rows(
            """
            SELECT subject_id, id, ground, reference, put_by, put_at, until, ended_at FROM hold
            WHERE ended_at IS NULL ORDER BY until, id LIMIT \(limit)
            """
        ).map { row throws(StorageError) in try Hold(row: row) }
    }

    package func insert(_ hold: Hold) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO hold (subject_id, id, ground, reference, put_by, put_at, until)
            VALUES (\(hold.subject), \(hold.id), \(hold.ground), \(hold.reference), \(hold.putBy), \(hold.putAt),
                    \(hold.until))
            """)
    }

    /// - Returns: false when it does not stand any more.
    package func end(_ id: Identifier<Hold>, of subject: SubjectID, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE hold SET ended_at = \(now) WHERE subject_id = \(subject) AND id = \(id) AND ended_at IS NULL
            """) == 1
    }
}

extension Hold {
    fileprivate init(row: Row) throws(StorageError) {
        subject = try row.identifier(0)
        id = try row.identifier(1)
        ground = try row.text(2)
        reference = try row.text(3)
        putBy = try row.identifier(4)
        putAt = try row.instant(5)
        until = try row.instant(6)
        endedAt = try row.instantIfAny(7)
    }
}

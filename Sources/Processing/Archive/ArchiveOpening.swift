import Access
import Permits
import Policy
import Primitives
import Storage

/// That somebody has asked to open what the archive holds of a person: the first half, which another person completes.
package struct ArchiveOpening: Sendable, Hashable {
    package let subject: SubjectID
    /// The number of the registration.
    package let caseID: String
    /// Its name among the law pack's grounds.
    package let ground: String
    /// The number of the inspection, act or demand; it names nobody.
    package let reference: String
    package let askedBy: SubjectID
    package let askedAt: Instant

    /// Until when it can be completed.
    package var until: Instant { askedAt + .days(3) }

    package var firstHalf: TwoPersonRule.FirstHalf {
        TwoPersonRule.FirstHalf(.opening, by: askedBy, at: askedAt)
    }
}

/// Openings that somebody has asked for, in an open transaction.
struct ArchiveOpeningStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Those that can still be completed, the oldest first.
    func all(at now: Instant) throws(StorageError) -> [ArchiveOpening] {
        try transaction.rows(
            """
            SELECT o.subject_id, a.case_id, o.ground, o.reference, o.asked_by, o.asked_at
            FROM archive_opening o JOIN archived a ON a.subject_id = o.subject_id ORDER BY o.asked_at LIMIT 200
            """
        ).map(ArchiveOpening.init(row:)).filter { $0.until > now }
    }

    func find(_ subject: SubjectID, at now: Instant) throws(StorageError) -> ArchiveOpening? {
        let row = try transaction.row(
            """
            SELECT o.subject_id, a.case_id, o.ground, o.reference, o.asked_by, o.asked_at
            FROM archive_opening o JOIN archived a ON a.subject_id = o.subject_id WHERE o.subject_id = \(subject)
            """
        ).map(ArchiveOpening.init(row:))
        return row.flatMap { $0.until > now ? $0 : nil }
    }

    /// Takes the place of one that was asked for and never completed.
    func put(_ one: ArchiveOpening) throws(StorageError) {
        try end(one.subject)
        try transaction.run(
            """
            INSERT INTO archive_opening (subject_id, ground, reference, asked_by, asked_at)
            VALUES (\(one.subject), \(one.ground), \(one.reference), \(one.askedBy), \(one.askedAt))
            """)
    }

    func end(_ subject: SubjectID) throws(StorageError) {
        try transaction.run("DELETE FROM archive_opening WHERE subject_id = \(subject)")
    }
}

extension ArchiveDesk {
    /// Ends everything that was asked for: in older data, where some of it had been opened after the copy was made.
    package static func endOpenings(in transaction: any Transaction) throws(StorageError) {
        try transaction.run("DELETE FROM archive_opening")
    }
}

extension ArchiveOpening {
    fileprivate init(row: Row) throws(StorageError) {
        subject = try row.identifier(0)
        caseID = try row.text(1)
        ground = try row.text(2)
        reference = try row.text(3)
        askedBy = try row.identifier(4)
        askedAt = try row.instant(5)
    }
}

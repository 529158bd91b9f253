import Access
import Deadlines
import Permits
import Policy
import Primitives
import Registration
import Storage

extension ReviewDesk {
    /// A case as the queue shows it: nothing personal.
    package struct QueueRow: Sendable {
        package let number: String
        package let state: RegistrationRow.State
        /// Waiting since.
        package let since: Instant
        /// The day by which it was promised; nil when none was.
        package let due: DueDay?
        package let wasResent: Bool
        package let isObjection: Bool
        package let isSetAside: Bool
        package let isInvented: Bool
        /// The reviewer's own registration, which others decide.
        package let isOwn: Bool
        /// All work with the person's data is stopped.
        package let isBlocked: Bool
        /// Whether the reviewer may decide an objection.
        package let outlook: TwoPersonRule.Outlook
        /// Who holds it, while somebody does; a pseudonym.
        package let heldBy: String?
        package let heldUntil: Instant?
        package let isMine: Bool

        /// The reviewer may have it as the next case: nobody else holds it, and it is theirs to decide now.
        func isOpen(at now: Instant) -> Bool {
            (heldBy == nil || isMine) && !isSetAside && !isOwn && !isBlocked && outlook.isOpen(at: now)
        }

        /// Nobody holds it, and the reviewer may take it at an instant.
        package func isFree(at now: Instant) -> Bool { heldBy == nil && isOpen(at: now) }
    }

    /// Cases that await review: re-sent ones first, then the oldest; those put aside last.
    package func queue(for reviewer: SubjectID) async throws -> [QueueRow] {
        let now = time.now
        return try await gate.look { transaction in
            let rows = try RegistrationStore(transaction).all(
                """
                WHERE state IN ('sent', 'inReview')
                ORDER BY set_aside, resent DESC, CASE WHEN objected_at > sent_at THEN objected_at ELSE sent_at END,
                         number
                """)
            let subjects = SubjectStore(transaction)
            let calendar = try registrar.calendars.newest(in: transaction).calendar
            return try rows.map { row in
                let lease = row.lease.flatMap { $0.until > now ? $0 : nil }
                let person = try subjects.find(row.subject)
                return QueueRow(
                    number: row.number, state: row.state, since: row.waitsSince, due: due(row, at: now, in: calendar),
                    wasResent: row.wasResent, isObjection: row.objectedAt != nil, isSetAside: row.isSetAside,
                    isInvented: person?.isInvented ?? false,
                    isOwn: try isOwn(row, of: reviewer, in: transaction),
                    isBlocked: person?.state == .blocked,
                    outlook: try outlook(row, for: reviewer, in: transaction),
                    heldBy: lease.map { gate.pseudonym(of: $0.by) },
                    heldUntil: lease?.until, isMine: lease?.by == reviewer)
            }
        }
    }

    /// How the day by which a case was promised looks at an instant.
    func due(_ row: RegistrationRow, at now: Instant, in calendar: WorkingCalendar) -> DueDay? {
        row.reviewBy.map { DueDay($0, from: Day(of: now, hoursEast: 5), in: calendar, counted: row.reviewTerm) }
    }
}

import Access
import Deadlines
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// In how many working days, and until when, what is sent now is reviewed; nil when the policy has no term for it.
    func reviewTerm(_ edition: Edition, from now: Instant, in transaction: any Transaction) throws -> CountedTerm? {
        try calendars.reviewTerm(under: edition, from: now, in: transaction)
    }

    /// The promised reviews that run, by the number of the registration.
    package static func runningTerms(_ transaction: any Transaction) throws -> [CalendarDesk.RunningTerm] {
        try RegistrationStore(transaction).all("WHERE state IN ('sent', 'inReview') ORDER BY number").compactMap {
            row in
            row.reviewTerm.map { CalendarDesk.RunningTerm(row.number, $0) }
        }
    }

    /// Counts again what was promised by an older version of the calendar. Where the last day changes, the person sees it
    /// among the events, and the ledger has an entry.
    ///
    /// - Returns: how many were counted again, at most a hundred in one go.
    package func recount() async throws -> Int {
        let rows = try await gate.look { [calendars] transaction in
            let newest = try calendars.newest(in: transaction).number
            return try RegistrationStore(transaction).all(
                """
                WHERE state IN ('sent', 'inReview') AND review_calendar < \(newest) ORDER BY review_calendar LIMIT 100
                """)
        }
        for row in rows {
            try await calendars.recount(row.subject, caseID: row.number, through: gate) { transaction in
                let row = try RegistrationStore(transaction).find(row.subject)
                return row?.state.awaitsReview == true ? row?.reviewTerm : nil
            } keep: { term, transaction in
                try RegistrationStore(transaction).promise(term, to: row.subject)
            }
        }
        return rows.count
    }
}

extension CalendarBook {
    /// As ``Registrar/reviewTerm(_:from:in:)``, where there is no registrar.
    func reviewTerm(
        under edition: Edition, from now: Instant, in transaction: any Transaction
    ) throws -> CountedTerm? {
        guard let term = edition.document.terms.review else { return nil }
        return try newest(in: transaction).term(term.days, .workingDay, after: Day(of: now, hoursEast: 5))
    }
}

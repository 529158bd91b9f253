import Deadlines
import Permits
import Policy
import Primitives
import Registration
import Storage

extension RightsDesk {
    /// The requests that wait, each with its term.
    package static func runningTerms(_ transaction: any Transaction) throws -> [CalendarDesk.RunningTerm] {
        try RequestStore(transaction).open(most: 10_000).compactMap { row in
            row.term.map { CalendarDesk.RunningTerm(row.reference.description, $0) }
        }
            + OutsideStore(transaction).open(most: 10_000).compactMap { row in
                row.term.map { CalendarDesk.RunningTerm(row.number, $0) }
            }
    }

    /// Counts again what was promised by an older version of the calendar. Where the last day changes, the person sees it
    /// and the ledger has an entry.
    ///
    /// - Returns: how many were counted again, at most a hundred in one go.
    package func recount() async throws -> Int {
        let rows = try await gate.look { [registrar] transaction in
            try RequestStore(transaction).counted(before: try registrar.calendars.newest(in: transaction).number)
        }
        for row in rows {
            try await registrar.calendars.recount(
                row.subject, caseID: row.reference.caseID, note: ["request": "\(row.reference.number)"], through: gate
            ) { transaction in
                let row = try RequestStore(transaction).find(row.reference)
                return row?.state.isOpen == true ? row?.term : nil
            } keep: { term, transaction in
                try RequestStore(transaction).promise(term, for: row)
            }
        }
        let outside = try await gate.look { [registrar] transaction in
            try OutsideStore(transaction).counted(before: try registrar.calendars.newest(in: transaction).number)
        }
        for row in outside {
            try await registrar.calendars.recount(row.subject, caseID: row.number, through: gate) { transaction in
                let row = try OutsideStore(transaction).find(row.subject)
                return row?.state.isOpen == true ? row?.term : nil
            } keep: { term, transaction in
                try OutsideStore(transaction).promise(term, for: row)
            }
        }
        return rows.count + outside.count
    }
}

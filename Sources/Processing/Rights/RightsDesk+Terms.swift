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
    }

    /// Counts again what was promised by an older version of the calendar. Where the last day changes, the person sees it
    /// and the ledger has an entry.
    ///
    /// - Returns: how many were counted again, at most a hundred in one go.
    package func recount() async throws -> Int {
        let rows = try await gate.look { [registrar] transaction in
            try RequestStore(transaction).counted(before: try registrar.calendars.newest(in: transaction).number)
        }
        for row in rows { try await recount(row) }
        return rows.count
    }

    private func recount(_ row: RequestRow) async throws {
        let sealer = try await gate.sealer(for: row.subject)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            let store = RequestStore(transaction)
            let version = try registrar.calendars.newest(in: transaction)
            guard let row = try store.find(row.reference), row.state.isOpen, let was = row.term,
                was.calendar < version.number
            else { return }
            let term = version.counted(was)
            try store.promise(term, for: row)
            guard term.due != was.due else { return }
            let permit = try gate.permitToWrite(
                Ask(
                    .recount, by: Actor(.sweep), on: row.subject, for: .rights, caseID: row.reference.caseID),
                sealer: sealer, in: transaction)
            try permit.note(
                [
                    "was": was.due.description, "due": term.due.description, "calendar": "\(version.number)",
                    "request": "\(row.reference.number)",
                ], in: transaction)
        }
    }
}

import Permits
import Policy
import Primitives
import Storage

extension CalendarBook {
    /// Counts a deadline again that an older version of the calendar promised. Where its last day changes, the ledger has an
    /// entry, which the person sees.
    ///
    /// - Parameters:
    ///   - caseID: the number of the registration.
    ///   - note: further closed words for the entry.
    ///   - running: the deadline as it stands under the person's lock; nil when it runs no more.
    ///   - keep: stores the new one.
    package func recount(
        _ subject: SubjectID, caseID: String, note: [String: String] = [:], through gate: Gate,
        running: @escaping @Sendable (any Transaction) throws -> CountedTerm?,
        keep: @escaping @Sendable (CountedTerm, any Transaction) throws -> Void
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { [self] transaction in
            try transaction.lock(subject, .exclusive)
            let version = try newest(in: transaction)
            // Another server may have counted it meanwhile, or it was done.
            guard let was = try running(transaction), was.calendar < version.number else { return }
            let term = version.counted(was)
            try keep(term, transaction)
            guard term.due != was.due else { return }
            let permit = try gate.permitToWrite(
                Ask(.recount, by: Actor(.sweep), on: subject, for: .rights, caseID: caseID), sealer: sealer,
                in: transaction)
            let told = ["was": was.due.description, "due": term.due.description, "calendar": "\(version.number)"]
            try permit.note(told.merging(note) { $1 }, in: transaction)
        }
    }
}

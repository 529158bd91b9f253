import Policy
import Primitives
import Storage

extension Gate {
    /// Writes down that there is a new version of the calendar; it is about no person.
    ///
    /// - Parameters:
    ///   - hash: of what the version holds.
    ///   - actor: who changed it; nil for the house itself, which took it from the law pack.
    package func appendCalendar(
        _ number: Int, _ hash: Bytes, by actor: Actor?, note: [String: String], in transaction: any Transaction
    ) throws {
        try appendNaming(
            nobody: "change_calendar", by: actor, role: "operator", edition: try book.inForce(in: transaction).number,
            digest: hash, note: note.merging(["calendar": "\(number)"]) { $1 }, in: transaction)
    }
}

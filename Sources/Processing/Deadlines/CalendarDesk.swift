import Permits
import Policy
import Primitives
import Storage

/// Where an administrator enters what the government decides of single days (Labour Code, art. 85(3)). Each change is a
/// version of the calendar with an entry of its own; deadlines that run are counted again by it, openly.
package struct CalendarDesk: Sendable {
    let gate: Gate
    package let book: CalendarBook
    let isAdministrator: @Sendable (Actor, any Transaction) throws -> Bool
    let running: @Sendable (any Transaction) throws -> [RunningTerm]
    let time: TimeSource

    /// A deadline that runs.
    package struct RunningTerm: Sendable, Hashable {
        /// What it is the deadline of, as the office calls it.
        package let caseID: String
        package let term: CountedTerm

        package init(_ caseID: String, _ term: CountedTerm) {
            self.caseID = caseID
            self.term = term
        }
    }

    /// A deadline that would end on another day.
    package struct Shift: Sendable, Hashable {
        package let caseID: String
        package let was: Day
        package let becomes: Day
    }

    /// The longest citation of an act, in characters.
    package static let longestAct = 200

    /// - Parameters:
    ///   - isAdministrator: whether somebody may change the calendar, asked in the transaction of the change.
    ///   - running: all deadlines that run.
    package init(
        gate: Gate, book: CalendarBook, isAdministrator: @escaping @Sendable (Actor, any Transaction) throws -> Bool,
        running: @escaping @Sendable (any Transaction) throws -> [RunningTerm], time: TimeSource
    ) {
        self.gate = gate
        self.book = book
        self.isAdministrator = isAdministrator
        self.running = running
        self.time = time
    }

    /// The newest version.
    package func standing() async throws -> CalendarVersion {
        try await gate.look { [book] in try book.newest(in: $0) }
    }

    /// Which running deadlines a change would move, by case.
    ///
    /// - Throws: ``CalendarRefusal`` as ``decide(_:on:after:by:)``.
    package func shifts(_ move: WorkingCalendar.Move?, on day: Day) async throws -> [Shift] {
        try await gate.look { [book, running] transaction in
            let next = try checked(move, on: day, in: try book.newest(in: transaction))
            return try running(transaction).compactMap { one in
                let becomes = next.counted(one.term).due
                return becomes == one.term.due ? nil : Shift(caseID: one.caseID, was: one.term.due, becomes: becomes)
            }
        }
    }

    /// Makes a day a working day or a day off; or, without `move`, what the law pack has it.
    ///
    /// - Parameter version: the number of the version that the person has seen.
    /// - Throws: ``CalendarRefusal``.
    package func decide(
        _ move: WorkingCalendar.Move?, on day: Day, after version: Int, by actor: Actor
    ) async throws {
        try await gate.perform { [gate, book, time] transaction in
            guard try isAdministrator(actor, transaction) else { throw CalendarRefusal.notAdministrator }
            let newest = try book.newest(in: transaction)
            guard newest.number == version else { throw CalendarRefusal.changedMeanwhile }
            let next = try checked(move, on: day, in: newest)
            guard try book.store(next, at: time.now, in: transaction) else { throw CalendarRefusal.changedMeanwhile }
            try gate.appendCalendar(
                next.number, try next.hash(), by: actor,
                note: [
                    "day": day.description, "working": next.calendar.isWorking(day) ? "1" : "0",
                    "act": move?.act ?? "",
                ], in: transaction)
        }
    }

    /// Stores the working days of the law pack as the next version, where they are not those of the newest.
    ///
    /// - Returns: whether there is a new version.
    @discardableResult
    package func takeLawPack() async throws -> Bool {
        try await gate.perform { [gate, book, time] transaction in
            let newest = try book.newest(in: transaction)
            guard newest.number == 0 || newest.law != book.law else { return false }
            let next = CalendarVersion(newest.number + 1, law: book.law, moves: newest.moves)
            guard try book.store(next, at: time.now, in: transaction) else { return false }
            try gate.appendCalendar(next.number, try next.hash(), by: nil, note: [:], in: transaction)
            return true
        }
    }

    private func checked(
        _ move: WorkingCalendar.Move?, on day: Day, in version: CalendarVersion
    ) throws(CalendarRefusal) -> CalendarVersion {
        let today = Day(of: time.now, hoursEast: 5)
        guard abs(day.daysSince1970 - today.daysSince1970) <= 800 else { throw .farAway }
        guard let move else {
            guard version.moves.contains(where: { $0.day == day }) else { throw .nothingNew }
            return version.next(nil, on: day)
        }
        guard !move.act.isEmpty else { throw .noAct }
        // An entry of the ledger has room for so many octets; a character may have many.
        guard move.act.count <= Self.longestAct, move.act.utf8.count <= 2 * Self.longestAct else { throw .longAct }
        guard version.calendar.isWorking(day) != move.isWorking else { throw .nothingNew }
        return version.next(move, on: day)
    }
}

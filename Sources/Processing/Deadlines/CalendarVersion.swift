import Crypto
import Policy
import Primitives

/// The working days as they are known from an instant on: those of the law pack, and what the operator has entered of the
/// government's decisions since.
package struct CalendarVersion: Sendable, Hashable {
    /// Counts from 1; 0 where none is stored yet.
    package let number: Int
    /// What the law pack said.
    package let law: WorkingCalendar
    /// What the operator has entered, by day.
    package let moves: [WorkingCalendar.Move]
    /// Both together, by which terms are counted.
    package let calendar: WorkingCalendar

    init(_ number: Int, law: WorkingCalendar, moves: [WorkingCalendar.Move] = []) {
        self.number = number
        self.law = law
        self.moves = moves.sorted { $0.day < $1.day }
        calendar = law.moving(moves)
    }

    /// Counts a term by this version.
    package func term(_ amount: Int, _ unit: CountedTerm.Unit, after event: Day) -> CountedTerm {
        CountedTerm(amount, unit, after: event, in: calendar, version: number)
    }

    /// The same term by this version.
    package func counted(_ term: CountedTerm) -> CountedTerm { term.counted(in: calendar, version: number) }

    /// The version after this one, in which a day is as `move` says, or as the law pack has it.
    func next(_ move: WorkingCalendar.Move?, on day: Day) -> CalendarVersion {
        CalendarVersion(number + 1, law: law, moves: moves.filter { $0.day != day } + (move.map { [$0] } ?? []))
    }

    /// SHA-256 over the canonical forms of what the version holds.
    func hash() throws -> Bytes {
        Bytes(SHA256.hash(data: try CanonicalJSON.encode(law) + CanonicalJSON.encode(moves)))
    }
}

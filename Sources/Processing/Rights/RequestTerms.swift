import Deadlines
import Permits
import Policy
import Primitives
import Storage

/// Within what requests are answered: as the policy in force or the law pack says, by the newest calendar.
package struct RequestTerms: Sendable {
    let gate: Gate
    let law: LawPack
    package let calendars: CalendarBook

    package init(gate: Gate, law: LawPack, calendars: CalendarBook) {
        self.gate = gate
        self.law = law
        self.calendars = calendars
    }

    /// - Parameter day: of receipt.
    /// - Returns: nil when neither names a term for the kind.
    func term(of kind: RequestKind, after day: Day, in transaction: any Transaction) throws -> CountedTerm? {
        let policy = try gate.book.inForce(in: transaction).document
        guard let (amount, unit) = law.term(of: kind, under: policy) else { return nil }
        return try calendars.newest(in: transaction).term(amount, unit, after: day)
    }
}

import Primitives

/// What the machine-readable zone of an identity document says, and how far its check digits bear it out.
package struct MachineReadableZone: Sendable {
    package let format: ZoneFormat
    /// `ID`, `P`, …
    package let document: String
    /// The state that issued it, in three letters.
    package let issuer: String
    package let number: String
    package let nationality: String
    package let family: String
    package let given: String
    /// Nil when the zone leaves it open or names a day that does not exist.
    package let born: Day?
    package let expires: Day?
    /// Nil when the zone leaves it open.
    package let sex: IIN.Sex?
    /// The IIN that cards and passports of Kazakhstan carry; nil when there is none that passes.
    package let iin: IIN?
    /// Whether the names fill their line, so that they may be cut off.
    package let namesMayBeCut: Bool
    package let checks: [Check: Outcome]

    /// What a check digit guards.
    package enum Check: String, Sendable, CaseIterable { case number, born, expires, personalNumber, composite, iin }

    /// How a check came out.
    package enum Outcome: String, Sendable {
        case agrees
        /// It agrees after characters that are often misread were exchanged.
        case repaired
        case disagrees
    }

    /// Whether every check digit agrees.
    package var isSound: Bool { checks.values.allSatisfy { $0 != .disagrees } }
}

extension MachineReadableZone: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// Why lines are no machine-readable zone.
package enum ZoneError: Refusal, Hashable {
    /// Not 3 × 30, 2 × 36 or 2 × 44 characters.
    case shape
    /// Other characters than capital letters, digits and `<`.
    case characters

    package var kind: RefusalKind { .invalid }
}

import Primitives

/// An individual identification number of Kazakhstan (Digital Code, article 45): twelve digits.
package struct IIN: Hashable, Sendable {
    /// The twelve digits.
    package let digits: String
    /// The day of birth; nil when the seventh digit names no century.
    package let born: Day?
    /// The sex that the seventh digit names; nil when it names none.
    package let sex: Sex?

    package enum Sex: String, Sendable { case male, female }

    /// Which days of birth are believed.
    package enum Plausibility: Hashable, Sendable {
        /// Nobody is born after `today` or was born more than 120 years before.
        case living(on: Day)
        /// Any day, for invented people.
        case anyDay
    }

    /// Reads a number after checking its length, digits, date and check digit.
    ///
    /// A seventh digit outside 1–6 is accepted, without day of birth and sex: some foreigners have one.
    ///
    /// - Throws: ``IINError``, the first that applies in the order of its cases.
    package init(_ text: String, plausible: Plausibility) throws(IINError) {
        let numbers = text.utf8.map { Int($0) - 48 }
        guard numbers.count == 12 else { throw .length }
        guard numbers.allSatisfy({ (0...9).contains($0) }) else { throw .notDigits }
        let (year, month, day) = (
            numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3], numbers[4] * 10 + numbers[5]
        )
        let century = (1...6).contains(numbers[6]) ? 1_800 + (numbers[6] - 1) / 2 * 100 : nil
        // Without a century the day must exist in one of them.
        guard let date = Day(year: (century ?? 2_000) + year, month: month, day: day) else { throw .date }
        guard CheckDigit.kazakhstan(numbers.prefix(11)) == numbers[11] else { throw .checkDigit }
        if century != nil, case .living(let today) = plausible {
            guard date <= today else { throw .future }
            guard let oldest = Day(year: today.year - 120, month: today.month, day: min(today.day, 28)), date >= oldest
            else { throw .tooOld }
        }
        digits = text
        born = century == nil ? nil : date
        sex = century == nil ? nil : numbers[6].isMultiple(of: 2) ? .female : .male
    }
}

extension IIN: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// Why a text is not an IIN.
package enum IINError: Refusal, Hashable, CaseIterable {
    case length, notDigits, date, checkDigit, future, tooOld

    package var kind: RefusalKind { .invalid }
}

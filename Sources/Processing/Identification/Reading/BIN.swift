import Primitives

/// A business identification number of Kazakhstan: twelve digits.
package struct BIN: Hashable, Sendable {
    /// The twelve digits.
    package let digits: String
    package let kind: Kind

    /// The fifth digit. A sole entrepreneur has an IIN and no BIN.
    package enum Kind: Int, Sendable { case resident = 4, nonResident = 5, jointEntrepreneurship = 6 }

    /// - Throws: ``BINError``, the first that applies in the order of its cases.
    package init(_ text: String) throws(BINError) {
        let numbers = text.utf8.map { Int($0) - 48 }
        guard numbers.count == 12 else { throw .length }
        guard numbers.allSatisfy({ (0...9).contains($0) }) else { throw .notDigits }
        guard (1...12).contains(numbers[2] * 10 + numbers[3]) else { throw .month }
        guard let kind = Kind(rawValue: numbers[4]) else { throw .legalForm }
        guard CheckDigit.kazakhstan(numbers.prefix(11)) == numbers[11] else { throw .checkDigit }
        digits = text
        self.kind = kind
    }
}

/// Why a text is not a BIN.
package enum BINError: Refusal, Hashable, CaseIterable {
    case length, notDigits, month
    /// The fifth digit is that of an IIN, or of nothing.
    case legalForm
    case checkDigit

    package var kind: RefusalKind { .invalid }
}

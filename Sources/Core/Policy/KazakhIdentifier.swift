/// An individual (IIN) or business (BIN) identification number of Kazakhstan: 12 digits, the last a check digit.
package struct KazakhIdentifier: Hashable, Sendable {
    package let digits: [Int]

    package enum Kind: String, Sendable {
        case iin, bin
    }

    /// - Returns: nil unless `text` is 12 ASCII digits with a right check digit.
    package init?(_ text: String) {
        let digits = text.utf8.map { Int($0) - 48 }
        guard digits.count == 12, digits.allSatisfy({ (0...9).contains($0) }),
            KazakhIdentifier.checkDigit(of: digits.dropLast()) == digits[11]
        else { return nil }
        self.digits = digits
    }

    /// The fifth digit tells the first digit of a day of birth (0–3) from the kind of a business (4–6).
    package var kind: Kind? {
        switch digits[4] {
        case 0...3: .iin
        case 4...6: .bin
        default: nil
        }
    }

    /// The check digit of the first eleven; nil where no number is issued.
    private static func checkDigit(of digits: ArraySlice<Int>) -> Int? {
        let first = zip(digits, 1...11).map { $0 * $1 }.reduce(0, +) % 11
        guard first == 10 else { return first }
        let second = zip(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]).map { $0 * $1 }.reduce(0, +) % 11
        return second == 10 ? nil : second
    }
}

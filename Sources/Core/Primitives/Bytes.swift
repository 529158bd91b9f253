/// A run of octets: keys, digests, sealed blobs, identifiers.
package typealias Bytes = [UInt8]

extension Array where Element == UInt8 {
    /// Lower-case hexadecimal, two digits an octet.
    package var hex: String {
        String(unsafeUninitializedCapacity: count * 2) { digits in
            for (index, octet) in enumerated() {
                digits[index * 2] = Self.digit(octet >> 4)
                digits[index * 2 + 1] = Self.digit(octet & 15)
            }
            return count * 2
        }
    }

    /// Reads hexadecimal of even length; nil for anything else.
    package init?(hex text: String) {
        let digits = Array<UInt8>(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = []
        reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else { return nil }
            append(high << 4 | low)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 87 }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 65...70: digit - 55
        case 97...102: digit - 87
        default: nil
        }
    }
}

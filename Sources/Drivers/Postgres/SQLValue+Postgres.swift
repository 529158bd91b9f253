import CPostgres
import Primitives
import Storage

extension SQLValue {
    /// Reads a value in PostgreSQL's binary format.
    ///
    /// Truth values become 0 and 1 and sums, which the server makes `numeric`, whole numbers, as SQLite has them.
    init(postgres octets: UnsafeRawBufferPointer, _ type: Oid) throws(StorageError) {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.bool:
            self = .int(Self.wholeNumber(octets, isSigned: type != PostgresType.bool))
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar, PostgresType.name, PostgresType.unknown:
            self = .text(String(decoding: octets, as: UTF8.self))
        case PostgresType.bytea: self = .bytes(Bytes(octets))
        case PostgresType.numeric: self = .int(try Self.numeric(octets))
        default: throw .unexpected("a column is of type \(type)")
        }
    }

    /// Big-endian two's complement of up to 8 octets.
    private static func wholeNumber(_ octets: some Sequence<UInt8>, isSigned: Bool) -> Int64 {
        var value: Int64?
        for octet in octets {
            value = (value ?? (isSigned && octet >= 128 ? -1 : 0)) << 8 | Int64(octet)
        }
        return value ?? 0
    }

    /// Four 16-bit numbers (count, weight, sign, scale), then digits to the base of 10,000.
    private static func numeric(_ octets: UnsafeRawBufferPointer) throws(StorageError) -> Int64 {
        let words = stride(from: 0, to: octets.count - 1, by: 2)
            .map { wholeNumber(octets[$0..<$0 + 2], isSigned: true) }
        guard words.count >= 4, words.count == 4 + Int(words[0]) else { throw .unexpected("a number cannot be read") }
        let isNegative = words[2] == 0x4000
        guard isNegative || words[2] == 0 else { throw .unexpected("a column holds no number") }
        let digits = words.dropFirst(4)
        guard digits.dropFirst(max(0, Int(words[1]) + 1)).allSatisfy({ $0 == 0 }) else {
            throw .unexpected("a column holds a fraction")
        }
        var value: Int64 = 0
        for place in 0..<max(0, Int(words[1]) + 1) {
            let digit = place < digits.count ? digits[digits.startIndex + place] : 0
            let (shifted, isOver) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, isPast) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
            guard !isOver, !isPast else { throw .unexpected("a number has more than 64 bits") }
            value = sum
        }
        return value
    }
}

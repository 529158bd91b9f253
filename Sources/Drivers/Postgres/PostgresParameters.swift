import CPostgres
import Primitives
import Storage

/// The values of a statement in PostgreSQL's binary format.
struct PostgresParameters {
    /// The type of each; 0, "find out", for a null.
    private(set) var types: [Oid] = []
    /// All values one after the other; never empty, as a null address means a null value.
    private var octets: Bytes = [0]
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    /// - Throws: ``StorageError/unexpected(_:)`` for a text with U+0000, which PostgreSQL does not keep.
    init(_ values: [SQLValue]) throws(StorageError) {
        for value in values {
            switch value {
            case .null: append(type: 0, nil)
            case .int(let value): append(type: PostgresType.int8, bigEndian(value))
            case .text(let value):
                guard !value.utf8.contains(0) else { throw .unexpected("a text holds U+0000") }
                append(type: PostgresType.text, Bytes(value.utf8))
            case .bytes(let value): append(type: PostgresType.bytea, value)
            }
        }
    }

    /// Calls `body` with the count, addresses, lengths and formats that libpq asks for.
    func bind<Answer>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>, UnsafePointer<Int32>) -> Answer
    ) -> Answer {
        octets.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let addresses = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return addresses.withUnsafeBufferPointer {
                body(
                    Int32(starts.count), $0.baseAddress, lengths,
                    [Int32](repeating: 1, count: starts.count))
            }
        }
    }

    private mutating func append(type: Oid, _ value: Bytes?) {
        types.append(type)
        starts.append(value.map { _ in octets.count })
        lengths.append(Int32(value?.count ?? 0))
        octets += value ?? []
    }

    private func bigEndian(_ value: Int64) -> Bytes { withUnsafeBytes(of: value.bigEndian) { Bytes($0) } }
}

/// The object identifiers of built-in types (`pg_type.dat`).
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let unknown: Oid = 705
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
}

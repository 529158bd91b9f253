import Foundation
import GRDB
import Primitives
import Storage

extension SQLValue {
    /// - Throws: ``StorageError/unexpected(_:)`` for a text with U+0000, which PostgreSQL does not keep.
    var sqlite: DatabaseValue {
        get throws(StorageError) {
            switch self {
            case .null: return .null
            case .int(let value): return value.databaseValue
            case .text(let value):
                guard !value.utf8.contains(0) else { throw .unexpected("a text holds U+0000") }
                return value.databaseValue
            case .bytes(let value): return Data(value).databaseValue
            }
        }
    }

    /// - Throws: ``StorageError/unexpected(_:)`` for a fraction, which no column of ours holds.
    init(sqlite value: DatabaseValue) throws(StorageError) {
        switch value.storage {
        case .null: self = .null
        case .int64(let value): self = .int(value)
        case .string(let value): self = .text(value)
        case .blob(let value): self = .bytes(Bytes(value))
        case .double: throw .unexpected("a column holds a fraction")
        }
    }
}

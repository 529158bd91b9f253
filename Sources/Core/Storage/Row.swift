import Primitives

/// One row of an answer, by position.
package struct Row: Sendable {
    package let values: [SQLValue]

    package init(_ values: [SQLValue]) { self.values = values }

    /// - Throws: ``StorageError/unexpected(_:)`` when the column is missing or of another type.
    package func int(_ column: Int) throws(StorageError) -> Int64 {
        guard case .int(let value) = try value(column) else { throw mismatch(column, "int") }
        return value
    }

    package func text(_ column: Int) throws(StorageError) -> String {
        guard case .text(let value) = try value(column) else { throw mismatch(column, "text") }
        return value
    }

    package func bytes(_ column: Int) throws(StorageError) -> Bytes {
        guard case .bytes(let value) = try value(column) else { throw mismatch(column, "bytes") }
        return value
    }

    package func bool(_ column: Int) throws(StorageError) -> Bool { try int(column) != 0 }

    package func instant(_ column: Int) throws(StorageError) -> Instant { Instant(microseconds: try int(column)) }

    package func identifier<Thing>(_ column: Int) throws(StorageError) -> Identifier<Thing> {
        guard let identifier = Identifier<Thing>(try bytes(column)) else { throw mismatch(column, "identifier") }
        return identifier
    }

    /// True when the column is null.
    package func isNull(_ column: Int) throws(StorageError) -> Bool { try value(column) == .null }

    private func value(_ column: Int) throws(StorageError) -> SQLValue {
        guard values.indices.contains(column) else { throw .unexpected("no column \(column)") }
        return values[column]
    }

    private func mismatch(_ column: Int, _ type: String) -> StorageError {
        .unexpected("column \(column) is not \(type)")
    }
}

extension Row {
    package func intIfAny(_ column: Int) throws(StorageError) -> Int64? { try isNull(column) ? nil : try int(column) }
    package func textIfAny(_ column: Int) throws(StorageError) -> String? {
        try isNull(column) ? nil : try text(column)
    }
    package func bytesIfAny(_ column: Int) throws(StorageError) -> Bytes? {
        try isNull(column) ? nil : try bytes(column)
    }
    package func instantIfAny(_ column: Int) throws(StorageError) -> Instant? {
        try isNull(column) ? nil : try instant(column)
    }
    package func identifierIfAny<Thing>(_ column: Int) throws(StorageError) -> Identifier<Thing>? {
        if try isNull(column) { return nil }
        let identifier: Identifier<Thing> = try self.identifier(column)
        return identifier
    }
}

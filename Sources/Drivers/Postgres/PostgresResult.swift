import CPostgres
import Primitives
import Storage

/// An answer of the server, freed with this value.
final class PostgresResult {
    /// Nil when libpq gave no answer; its functions take that for an error.
    private let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    /// What was done: `COMMIT`, `INSERT 0 1`.
    var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

    /// How many rows were changed; 0 for a statement that changes none.
    var changes: Int {
        guard !tag.hasPrefix("SELECT") else { return 0 }
        return PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// - Throws: ``StorageError/unexpected(_:)`` for a column of a type that ours never have.
    func rows() throws(StorageError) -> [Row] {
        let columns = 0..<PQnfields(pointer)
        let types = columns.map { PQftype(pointer, $0) }
        var rows: [Row] = []
        for row in 0..<PQntuples(pointer) {
            var values: [SQLValue] = []
            values.reserveCapacity(types.count)
            for column in columns {
                values.append(try value(row, column, types[Int(column)]))
            }
            rows.append(Row(values))
        }
        return rows
    }

    private func value(_ row: Int32, _ column: Int32, _ type: Oid) throws(StorageError) -> SQLValue {
        guard PQgetisnull(pointer, row, column) == 0, let start = PQgetvalue(pointer, row, column) else { return .null }
        let octets = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(pointer, row, column)))
        return try SQLValue(postgres: octets, type)
    }

    /// What went wrong, or nil.
    var error: StorageError? {
        switch PQresultStatus(pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: nil
        default:
            StorageError(
                state: field("C"), message: field("M") ?? "", schema: field("s"))
        }
    }

    /// Whether the server waits for rows or sends them outside of results, for which there is no use here.
    var isCopy: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(PQresultStatus(pointer)) }

    /// Whether it is libpq that says something is wrong, and not the server: the connection is lost.
    var isSilence: Bool { error != nil && field("C") == nil }

    /// Whether all statements that were sent together have been answered.
    var isEndOfBatch: Bool { PQresultStatus(pointer) == PGRES_PIPELINE_SYNC }

    /// Whether a prepared statement no longer fits the tables, or is gone.
    var isAboutPreparedStatement: Bool { StorageError.aboutPreparedStatements.contains(field("C") ?? "") }

    /// Whether the server follows another one and takes no writes (25006).
    var isFromFollower: Bool { field("C") == "25006" }

    /// Whether a table, type or schema of this name is there already (42P07, 42710, 42P06).
    var isAboutDuplicate: Bool { ["42P07", "42710", "42P06"].contains(field("C") ?? "") }

    /// A field of the error; the letters are those of the protocol (PG_DIAG_SQLSTATE is `C`, and so on).
    private func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, Int32(letter.value)).map { String(cString: $0) }
    }
}

import Foundation
import GRDB
import Primitives
import Storage

/// Statements on one connection, inside a transaction or savepoint that its maker opened and will end.
///
/// Once a statement has failed, every later one fails with the same error, as on PostgreSQL, so that a body cannot go on
/// outside a transaction that the engine has ended.
final class SQLiteTransaction: Storage.Transaction {
    private let connection: GRDB.Database
    let findings = Findings()
    /// What the first statement that failed said.
    private(set) var failure: StorageError?

    init(_ connection: GRDB.Database) { self.connection = connection }

    func rows(_ statement: Storage.SQL) throws(StorageError) -> [Storage.Row] {
        try attempt {
            let prepared = try prepare(statement)
            let columns = 0..<prepared.columnCount
            var rows: [Storage.Row] = []
            let cursor = try GRDB.Row.fetchCursor(prepared)
            while let row = try cursor.next() {
                rows.append(Storage.Row(try columns.map { try SQLValue(sqlite: row[$0]) }))
            }
            return rows
        }
    }

    func run(_ statement: Storage.SQL) throws(StorageError) -> Int {
        try attempt {
            let before = connection.totalChangesCount
            try prepare(statement).execute()
            // `changesCount` keeps the count of an earlier statement when this one changes no rows, as in CREATE TABLE.
            return connection.totalChangesCount == before ? 0 : connection.changesCount
        }
    }

    func lock(_ subject: SubjectID, _ strength: LockStrength) throws(StorageError) {
        if let failure { throw failure }
    }

    private func prepare(_ statement: Storage.SQL) throws -> Statement {
        let prepared = try connection.cachedStatement(sql: numberedParameters(statement.text))
        // As optionals: of plain values GRDB makes a generic key path each time, which costs more than the statement.
        let values = try statement.values.map { try $0.sqlite as (any DatabaseValueConvertible)? }
        try prepared.setArguments(StatementArguments(values))
        return prepared
    }

    private func attempt<Answer>(_ work: () throws -> Answer) throws(StorageError) -> Answer {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            let error = StorageError(sqlite: error)
            failure = error
            throw error
        }
    }
}

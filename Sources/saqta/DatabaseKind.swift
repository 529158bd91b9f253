import Foundation
import Postgres
import Primitives
import SQLite
import Storage
import Vault

/// One of the two databases of an installation.
enum DatabaseKind: String, Sendable, CaseIterable {
    case rows, keys

    /// The name of its file of SQLite, among the data and in a backup.
    var file: String {
        switch self {
        case .rows: "saqta.sqlite"
        case .keys: "keys.sqlite"
        }
    }

    var setting: String {
        switch self {
        case .rows: "SAQTA_DATABASE"
        case .keys: "SAQTA_KEY_DATABASE"
        }
    }

    var schema: [Migration] {
        switch self {
        case .rows: Schema.migrations
        case .keys: SubjectKeys.migrations
        }
    }
}

extension Settings.Databases.Postgres {
    func address(of kind: DatabaseKind) -> String {
        switch kind {
        case .rows: data
        case .keys: keys
        }
    }

    /// Puts what two files hold into databases that hold nothing, into both or neither.
    ///
    /// - Parameter now: when the tables are made.
    /// - Returns: how many rows each got.
    func fill(
        from file: (DatabaseKind) -> String, at now: Instant
    ) throws -> (rows: Int, keys: Int) {
        // Keys are committed first: should the last commit fail, a server finds no rows, and does not start on some without
        // their keys.
        try fill(.rows, from: file(.rows), at: now) { try fill(.keys, from: file(.keys), at: now) { 0 }.0 }
    }

    /// - Parameter beforeCommit: done once all of it is there, and nobody else sees it yet.
    private func fill(
        _ kind: DatabaseKind, from file: String, at now: Instant, beforeCommit: () throws -> Int
    ) throws -> (Int, Int) {
        let bar = ProgressBar("\(kind)")
        return try SQLiteFile.readWaiting(file) { source in
            let tables = try SQLiteFile.shapes(in: source)
            return try PostgresDatabase.writeWaiting(address(of: kind)) { target in
                try refuseUnlessEmpty(kind, target)
                // With the tables, so that a copy that broke off leaves a database in which nothing has begun.
                try Migrator(kind.schema).migrate(in: target, at: now)
                let copied = try TableCopy(from: source, to: target) { bar.show($0, of: $1) }.run(tables)
                bar.end()
                return (copied, try beforeCommit())
            }
        }
    }

    /// - Throws: ``FullDatabase``.
    private func refuseUnlessEmpty(_ kind: DatabaseKind, _ target: any Transaction) throws {
        guard let table = try TableCopy.firstWithRows(PostgresDatabase.shapes(in: target), in: target) else { return }
        throw FullDatabase(kind: kind, table: table)
    }

    /// - Throws: ``FullDatabase``, ``StartError``.
    func refuseUnlessEmpty() async throws {
        try await Databases.refuseSamePlace(self)
        for kind in DatabaseKind.allCases {
            try PostgresDatabase.readWaiting(address(of: kind)) { try refuseUnlessEmpty(kind, $0) }
        }
    }

    /// Copies a database of one instant into a new file; servers go on meanwhile.
    ///
    /// - Parameter holding: calls what it is given, which fixes that instant, while it holds still what must fit it.
    func copy(
        _ kind: DatabaseKind, to file: String, at now: Instant,
        holding: (() throws -> Void) throws -> Void = { try $0() }
    ) throws {
        let bar = ProgressBar("\(kind)")
        try PostgresDatabase.readWaiting(address(of: kind)) { source in
            // All that follows sees what the first statement sees.
            try holding { _ = try Migrator.newest(in: source) }
            // It may be run again, after the connection was lost.
            for left in [file, file + "-journal"] { unlink(left) }
            try SQLiteFile.makeWaiting(file) { target in
                try Migrator(kind.schema).migrate(in: target, at: now)
                try TableCopy(from: source, to: target) { bar.show($0, of: $1) }.run(SQLiteFile.shapes(in: target))
            }
        }
        bar.end()
    }
}

/// Something is there already where databases were to be filled.
struct FullDatabase: Error, CustomStringConvertible {
    let kind: DatabaseKind
    let table: String

    var description: String {
        "The database of \(kind.setting) is not empty: \(table) has rows. Nothing was put into it; name an empty one."
    }
}

import ArgumentParser
import Foundation
import Postgres
import Primitives
import SQLite
import Storage
import Vault

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "Looks after the databases.", subcommands: [Copy.self])

    struct Copy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies rows and keys from the files of SQLite into SAQTA_DATABASE and SAQTA_KEY_DATABASE.",
            discussion: """
                For the move to PostgreSQL. Stop the server first. The databases there must hold no rows; each is filled whole \
                or not at all, so that it can be run again after it was broken off. The files are not changed: start the \
                server, run `saqta ledger verify`, and then put them away.
                """)

        @Option(help: "The folder of the files; the data folder of this installation when left out.") var from: String?

        func run() async throws {
            let settings = try Settings.read()
            guard case .postgres(let servers) = settings.databases else {
                throw ValidationError("SAQTA_DATABASE names no PostgreSQL server.")
            }
            let lock = try DataLock(settings.data)
            defer { withExtendedLifetime(lock) {} }
            let folder = from ?? settings.data
            let moves = [
                Move(
                    what: "keys", file: "\(folder)/keys.sqlite", server: servers.keys, schema: SubjectKeys.migrations),
                Move(
                    what: "rows", file: "\(folder)/saqta.sqlite", server: servers.data, schema: Schema.migrations),
            ]
            for move in moves where !FileManager.default.fileExists(atPath: move.file) {
                throw ValidationError("\(move.file) is not there.")
            }
            _ = try await Databases(settings)
            for move in moves { print("\(move.what): \(try await move.run()) copied") }
        }
    }
}

/// One of the two databases on its way.
private struct Move: Sendable {
    let what: String
    let file: String
    let server: String
    let schema: [Migration]

    func run() async throws -> Int {
        // Both at the schema of this programme, which a file of an earlier one is not yet.
        let now = TimeSource.system.now
        try await Migrator(schema).migrate(SQLiteDatabase(path: file, readers: 1), at: now)
        try await Migrator(schema).migrate(PostgresDatabase(connectionString: server, connections: 1), at: now)
        let bar = ProgressBar(what)
        defer { bar.end() }
        let server = server
        do {
            return try await SQLiteFile(path: file).read { source in
                let tables = try SQLiteFile.shapes(in: source)
                return try PostgresDatabase.writeWaiting(server) { target in
                    try TableCopy(from: source, to: target) { bar.show($0, of: $1) }.run(tables)
                }
            }
        } catch TableCopy.Refusal.notEmpty(let table) {
            throw ValidationError("The database of the \(what) is not empty: \(table) has rows. Nothing was copied.")
        } catch TableCopy.Refusal.otherSchema(let steps) {
            throw ValidationError(
                "\(file) was made by another version of Saqta: \(steps.joined(separator: ", ")). Nothing was copied.")
        }
    }
}

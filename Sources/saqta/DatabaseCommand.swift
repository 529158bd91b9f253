import ArgumentParser
import Foundation
import Primitives
import SQLite
import Storage

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "Looks after the databases.", subcommands: [Copy.self, Sharding.self])

    struct Copy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies rows and keys from the files of SQLite into SAQTA_DATABASE and SAQTA_KEY_DATABASE.",
            discussion: """
                For the move to PostgreSQL. Stop the server first. The databases there must hold no rows; both are filled or \
                neither, so that it can be run again after it was broken off. The files are not changed: start the server, run \
                `saqta ledger verify`, and then put them away.
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
            for kind in DatabaseKind.allCases where !FileManager.default.fileExists(atPath: "\(folder)/\(kind.file)") {
                throw ValidationError("\(folder)/\(kind.file) is not there.")
            }
            try await servers.refuseUnlessEmpty()
            let now = TimeSource.system.now
            for kind in DatabaseKind.allCases {
                // To the schema of this programme, which a file of an earlier one is not at yet.
                let file = try SQLiteDatabase(path: "\(folder)/\(kind.file)", readers: 1)
                try await Migrator(kind.schema).migrate(file, at: now)
            }
            do {
                let copied = try servers.fill(from: { "\(folder)/\($0.file)" }, at: now)
                print("keys: \(copied.keys) copied\nrows: \(copied.rows) copied")
            } catch TableCopy.Refusal.otherSchema(let steps) {
                let steps = steps.joined(separator: ", ")
                throw ValidationError("\(folder) was made by another version of Saqta: \(steps). Nothing was copied.")
            }
        }
    }
}

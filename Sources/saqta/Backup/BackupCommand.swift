import ArgumentParser
import Backups
import Configuration
import Foundation
import Primitives

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Makes sealed backups while the server works.",
        subcommands: [Make.self, Init.self], defaultSubcommand: Make.self)

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a backup: a data set and, after it, a key set.",
            discussion: """
                Both are sealed with the recovery key of `saqta backup init`: this machine cannot read them again.

                Ends with 0 when both sets are there; with 2 when they are, and a document differs from what its row says or \
                is missing; with 75 when another backup is being made; with 1 when no set, or the data set alone, was made.
                """)

        @Option(help: "The folder of backups; SAQTA_BACKUP when left out.") var to: String?
        @Option(help: "Write one set, data or keys, to standard output instead. Data first, keys second.")
        var pipe: String?
        @Option(help: "How long data sets are kept: 30d for days, 12 for a count. Key sets are kept for 7 days.")
        var keepData: String?

        func run() async throws {
            umask(0o077)
            Leftovers.removeOnSignals()
            let config = try BackupSettings.fromEnvironment()
            let source: BackupSource
            do {
                source = try BackupSource(try Settings.read())
            } catch BackupError.busy {
                FileHandle.standardError.write(Data("\(BackupError.busy)\n".utf8))
                throw ExitCode(75)
            }
            if let pipe {
                guard let set = BackupSet(rawValue: pipe) else { throw ValidationError("--pipe data or --pipe keys") }
                if try await BackupRun(source: source).pipe(set) { throw ExitCode(2) }
                return
            }
            guard let folder = to ?? config.folder else { throw BackupError.noTarget }
            guard let rule = BackupKeeping.Rule(keepData ?? config.keep) else {
                throw ValidationError("--keep-data takes days, such as 30d, or a count, such as 12")
            }
            let run = BackupRun(source: source)
            if try await run.fill(try BackupFolder(folder), BackupKeeping(data: rule)) { throw ExitCode(2) }
        }
    }
}

/// - `backup` (string): the folder of backups.
/// - `backup_keep` (string, default `30d`): how long data sets are kept there, in days or as a count.
struct BackupSettings {
    let folder: String?
    let keep: String

    init(_ config: ConfigReader) {
        folder = config.string(forKey: "backup")
        keep = config.string(forKey: "backup.keep", default: "30d")
    }

    static func fromEnvironment() throws -> BackupSettings {
        BackupSettings(ConfigReader(provider: EnvironmentVariablesProvider().prefixKeys(with: "saqta")))
    }
}

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
        @Flag(help: "For a timer: where SAQTA_BACKUP is not set, say so and end with 0.") var scheduled = false

        func run() async throws {
            umask(0o077)
            Leftovers.removeOnSignals()
            let config = BackupSettings(try Settings.values())
            guard let make = try work(config) else {
                print("SAQTA_BACKUP is not set: no backup is made.")
                return
            }
            let settings = try Settings.read()
            let outcome: BackupRecords.Run.Outcome
            do {
                outcome = try await make(BackupRun(source: try await BackupSource(settings))) ? .damaged : .made
            } catch BackupError.busy {
                FileHandle.standardError.write(Data("\(BackupError.busy)\n".utf8))
                throw ExitCode(75)
            } catch {
                // What failed is the news; a record that cannot be written either would only hide it.
                try? BackupSource.note(.failed, in: settings.data, at: TimeSource.system.now)
                throw error
            }
            try BackupSource.note(outcome, in: settings.data, at: TimeSource.system.now)
            if outcome == .damaged { throw ExitCode(2) }
        }

        /// What is to be done, and whether documents were found damaged by it; nil when nothing is asked for.
        private func work(_ config: BackupSettings) throws -> ((BackupRun) async throws -> Bool)? {
            if let pipe {
                guard let set = BackupSet(rawValue: pipe) else { throw ValidationError("--pipe data or --pipe keys") }
                guard isatty(STDOUT_FILENO) == 0 else { throw BackupError.isTerminal }
                return { try await $0.pipe(set) }
            }
            guard let folder = to ?? config.folder else {
                guard scheduled else { throw BackupError.noTarget }
                return nil
            }
            guard let rule = BackupKeeping.Rule(keepData ?? config.keep) else {
                throw ValidationError("--keep-data takes days, such as 30d, or a count, such as 12")
            }
            return { try await $0.fill(try BackupFolder(folder), BackupKeeping(data: rule)) }
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
}

import ArgumentParser
import Backups
import Foundation
import Ledger
import Permits
import Primitives

struct DrillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill", abstract: "Rehearses what must work when it is needed.", subcommands: [Restore.self])

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Restores a backup aside, proves that it can be lived in, and removes it again.",
            discussion: """
                Nothing of the house that works here is changed. The copy is put into a folder of its own, with its keys, for \
                as long as the drill lasts: give it a machine and a disk that may hold them (--aside).

                It does what `saqta restore` does: erasures, withdrawals, blocks and what else the ledger of this \
                installation, or that of --newest, knows since the backup are done again; ledger, rows and documents are \
                compared. Then records chosen at random \
                are opened with the restored keys; no value is shown.

                Ends with 0 when all is well; with 2 when the ledger or a document is not sound, a person has no key, a record \
                does not open, or somebody who was erased comes back; with 1 when the backup is refused.
                """)

        @Argument(help: "A folder of backups, for the newest in it; or the files of a data set and of a key set.")
        var sets: [String]
        @Option(help: "The file of the recovery key; - to type it in.") var recoveryKey: String
        @Option(help: "The ledger's key, name+hash+base64, from a source that you trust.") var key: String?
        @Option(help: "How many records are opened.") var records = 1_000
        @Option(
            help: "The newest ledger, if it is not here: data, saqta.sqlite, a PostgreSQL address, or a copy.")
        var newest: String?
        @Flag(help: "Look at no newer ledger; later erasures are not known then.") var withoutNewest = false
        @Option(help: "The folder in which the copy is made; by default that for temporary files.") var aside: String?

        func validate() throws {
            guard (1...2).contains(sets.count) else {
                throw ValidationError("Say a folder of backups, or a data set and a key set.")
            }
            guard records > 0 else { throw ValidationError("--records is above zero.") }
            guard newest == nil || !withoutNewest else {
                throw ValidationError("Say --newest or --without-newest, not both.")
            }
        }

        func run() async throws {
            umask(0o077)
            Leftovers.removeOnSignals()
            let key = try self.key.map { text in
                guard let key = try? VerifierKey(text) else { throw BackupError.ledgerKey(text) }
                return key
            }
            let files = try sets.count == 1 ? SetFiles(newestIn: sets[0]) : SetFiles(data: sets[0], keys: sets[1])
            let newest = try await newestLedger()
            let identity = try RecoveryKey.read(recoveryKey)
            let drill = RestoreDrill(
                keys: try SealedSet(.keys, files.keys, identity), data: try SealedSet(.data, files.data, identity),
                key: key, newest: newest, records: records)
            let report = try await drill.run(in: aside ?? NSTemporaryDirectory())
            print(report.description)
            if !report.isSound { throw ExitCode(2) }
        }

        private func newestLedger() async throws -> NewestLedger? {
            if let newest { return try await NewestLedger.open(newest) }
            return withoutNewest ? nil : try await NewestLedger(of: try Settings.read())
        }
    }
}

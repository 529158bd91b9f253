import Age
import ArgumentParser
import Backups
import Configuration
import Foundation
import Ledger
import Primitives

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup back, into a folder without data and keys.",
        discussion: """
            Ends with 0 when everything was put back and is sound, as `saqta ledger verify` sees it; with 2 when everything \
            was put back and the ledger or a document is not sound, or persons have no key; with 1 when the backup is refused, \
            and then nothing is left of it.

            Where SAQTA_DATABASE and SAQTA_KEY_DATABASE name PostgreSQL databases, rows and keys are put there; both must \
            be empty. A backup of either engine comes back on either.

            The ledger is never rolled back, and you say how it goes on. With --newest the newest tree is kept; with \
            --unchanged there is no newer one; with --without-newest it is lost: a new log begins, under a new key, whose \
            first entry names the last checkpoint of the old one, and whoever was erased since the keys were copied comes back.

            Mail and jobs are held afterwards until an administrator releases them in the office. Sessions, codes and \
            open links have ended afterwards: some of them had ended after the copy was made. The \
            guide is docs/guides/backup.md.
            """)

    @Option(help: "A folder of backups: the newest data set and the newest key set in it.") var from: String?
    @Option(help: "The file of a data set; - for standard input.") var data: String?
    @Option(help: "The file of a key set.") var keys: String?
    @Option(help: "The file of the recovery key; - to type it in.") var recoveryKey: String
    @Option(help: "Where data and keys are put: FOLDER/data, FOLDER/keys, and FOLDER/policies when there are none.")
    var into: String?
    @Option(
        help: ArgumentHelp(
            "What is left of the house that was lost: its ledger goes on, and what it knows since the backup is done again.",
            discussion: """
                A folder of data, its saqta.sqlite, the address of a PostgreSQL database, or the copy of the ledger that \
                SAQTA_LEDGER_COPY names; only read. Erasures, \
                withdrawals, blocks, roles and access taken away, void clauses and editions since are done again \
                before anybody is let in.
                """))
    var newest: String?
    @Flag(help: "The house has not worked since the backup was made: its ledger goes on where the backup ends.")
    var unchanged = false
    @Flag(
        help: "Nothing is left of the lost house or of its ledger: begin a new log; later erasures are not known then.")
    var withoutNewest = false
    @Option(help: "A file with a checkpoint of the lost ledger that a witness or somebody with a receipt holds.")
    var checkpoint: String?
    @Flag(help: "Go on where acts of the newest ledger are about persons who cannot be found here.")
    var leaveUnmatched = false
    @Flag(help: "Put rows and keys into files, also where SAQTA_DATABASE names a server.") var sqlite = false
    @Flag(help: "Read all of it and write nothing.") var check = false
    @Option(
        help: "The ledger's key, name+hash+base64, from a source that you trust; the backup must be signed with it.")
    var key: String?
    @Flag(help: "Take keys that were copied before the data: whoever registered between has none.") var olderKeys =
        false

    func validate() throws {
        guard check != (into != nil) else { throw ValidationError("Say --into FOLDER, or --check.") }
        guard from == nil ? data != nil && keys != nil : data == nil && keys == nil else {
            throw ValidationError("Say --from FOLDER, or both --data FILE and --keys FILE.")
        }
        guard newest == nil || (!unchanged && !withoutNewest && checkpoint == nil) else {
            throw ValidationError("With --newest neither --unchanged, --without-newest nor --checkpoint is needed.")
        }
        guard !unchanged || !withoutNewest else {
            throw ValidationError("Say --unchanged or --without-newest, not both.")
        }
        // Nobody who was erased comes back because it was not thought of.
        guard check || newest != nil || unchanged || withoutNewest else {
            throw ValidationError(
                "Say what is left of the house: --newest FOLDER, its data or the copy of its ledger; --unchanged, when it has not "
                    + "worked since the backup; or --without-newest, when nothing is left.")
        }
        guard data != "-" || recoveryKey != "-" else {
            throw ValidationError("Only one of them can come from standard input.")
        }
    }

    func run() async throws {
        umask(0o077)
        Leftovers.removeOnSignals()
        let key = try self.key.map { text in
            guard let key = try? VerifierKey(text) else { throw BackupError.ledgerKey(text) }
            return key
        }
        let files = try files()
        let servers = try servers()
        // Before hours are spent on reading.
        try await servers?.refuseUnlessEmpty()
        let folder = try into.map { try RestoreFolder($0) }
        let identity = try RecoveryKey.read(recoveryKey)
        let keySet = try SealedSet(.keys, files.keys, identity)
        let dataSet = try SealedSet(.data, files.data, identity)
        let restore = Restore(
            keys: keySet, data: dataSet, folder: folder, key: key, mayKeysBeOlder: olderKeys)
        let told = try restore.read()
        print("data set: \(BackupRun.told(dataSet.manifest)); key set: \(BackupRun.told(keySet.manifest))")
        print("signed with \(told.verifier.text)")
        guard let folder else {
            print("ok, both sets are whole and fit each other; nothing was written")
            return
        }
        let outcome = try await settle(folder, dataSet.manifest, told, try await continuation())
        if !outcome.withoutKey.isEmpty, !olderKeys {
            throw keySet.refusal(.noKeys(outcome.withoutKey.count), member: KeySet.database)
        }
        try servers.map { try folder.moveDatabases(into: $0, at: TimeSource.system.now) }
        let policies = try folder.finish()
        tell(outcome, told, policies: policies)
        if newest == nil, !unchanged {
            print(
                "who was erased after \(keySet.manifest.made), who withdrew or was blocked after \(dataSet.manifest.made), "
                    + "is not known here; see --newest")
        }
        if !outcome.audit.isSound || !outcome.withoutKey.isEmpty { throw ExitCode(2) }
    }

    /// Where rows and keys go when they are not to lie in files.
    private func servers() throws -> Settings.Databases.Postgres? {
        guard into != nil, !sqlite, case .postgres(let servers) = try Settings.Databases(Settings.values()) else {
            return nil
        }
        return servers
    }

    /// With its databases closed before their files are put in their place.
    private func settle(
        _ folder: RestoreFolder, _ manifest: BackupManifest, _ told: Restore.Told,
        _ continuation: RestoredHouse.Continuation
    ) async throws -> RestoredHouse.Outcome {
        let house = try await RestoredHouse(folder.work)
        let outcome = try await house.settle(manifest, told, continuation)
        try await house.close()
        return outcome
    }

    private func continuation() async throws -> RestoredHouse.Continuation {
        let known = try checkpoint.map { file -> SignedNote in
            guard let text = try? String(contentsOfFile: file, encoding: .utf8),
                let note = try? SignedNote(parsing: text),
                (try? Checkpoint(text: note.text)) != nil
            else { throw BackupError.otherCheckpoint(file) }
            return note
        }
        return RestoredHouse.Continuation(
            newest: try await newestLedger(), hasStood: unchanged,
            known: [known].compactMap { $0 } + (unchanged ? try copiedNotes() : []), leavesUnmatched: leaveUnmatched)
    }

    /// What the copy of the ledger tells that the settings name, where there is one.
    private func copiedNotes() throws -> [SignedNote] {
        guard let folder = try Settings.values().string(forKey: "ledger.copy"), !folder.isEmpty else { return [] }
        do {
            return try LedgerCopy.notes(in: folder)
        } catch is LedgerError {
            throw BackupError.otherCheckpoint(folder)
        }
    }

    private func newestLedger() async throws -> NewestLedger? {
        guard let newest else { return nil }
        return try await NewestLedger.open(newest)
    }

    private func files() throws -> SetFiles {
        if let data, let keys { return SetFiles(data: data, keys: keys) }
        return try SetFiles(newestIn: from ?? ".")
    }

    private func tell(_ outcome: RestoredHouse.Outcome, _ told: Restore.Told, policies: [String]) {
        if outcome.closed > 0 { print("closed again, erased after the data were copied: \(outcome.closed) persons") }
        for line in outcome.ledgerLines { print(line) }
        if outcome.documents.destroyed > 0 {
            print("destroyed again, gone while the data were copied: \(outcome.documents.destroyed) documents")
        }
        if outcome.documents.left > 0 {
            print("without their files, and kept by the Gate: \(outcome.documents.left) documents")
        }
        for blob in told.found.lost { print("document file \(blob): missing when the backup was made") }
        if !outcome.withoutKey.isEmpty {
            print("WITHOUT A KEY, nothing about them can be read: \(outcome.withoutKey.count) persons")
        }
        for name in policies { print("policies/\(name): yours differs from the backup's; it was left as it is") }
        print("restored: \(outcome.persons) persons, \(outcome.scans) documents, \(outcome.audit.ledger.size) entries")
        print(outcome.audit.description)
        print("mail and jobs are held until an administrator releases them in the office; the site works")
    }
}

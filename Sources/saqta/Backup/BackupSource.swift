import Backups
import FolderBlobs
import Foundation
import Ledger
import Permits
import Primitives
import SQLite
import Storage
import Vault

/// An installation that is copied while it works: files are read and a lock is held, nothing of it is changed.
final class BackupSource {
    let settings: Settings
    let ring: KeyRing
    /// The database as it is now.
    let live: SQLiteFile
    let recipient: String
    let time: TimeSource
    private let lock: Int32

    var instance: String { ring.instance.description }
    /// Where copies of the databases lie while they are read.
    var work: String { "\(settings.data)/backup" }

    static func recipientFile(_ settings: Settings) -> String { "\(settings.keys)/\(KeySet.recipientName)" }

    /// - Throws: ``BackupError/busy`` while another backup is made.
    init(_ settings: Settings, time: TimeSource = .system) throws {
        guard !settings.databases.isShared else { throw BackupError.rowsInPostgres }
        self.settings = settings
        self.time = time
        // Without this, opening a folder with no keys would make new ones.
        guard FileManager.default.fileExists(atPath: "\(settings.keys)/\(KeyFiles.ringName)") else {
            throw BackupError.nothing(keys: settings.keys)
        }
        guard let recipient = try? String(contentsOfFile: Self.recipientFile(settings), encoding: .utf8) else {
            throw BackupError.noRecipient
        }
        self.recipient = recipient.trimmingCharacters(in: .whitespacesAndNewlines)
        ring = try KeyRing(folder: settings.keys, root: RootKeeping(settings).root, time: time)
        live = try SQLiteFile(path: "\(settings.data)/saqta.sqlite")
        let work = "\(settings.data)/backup"
        guard mkdir(work, 0o700) == 0 || errno == EEXIST else { throw BackupError.failed(to: "make", work) }
        lock = open("\(work)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw BackupError.failed(to: "open", "\(work)/lock") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw BackupError.busy
        }
    }

    deinit { close(lock) }

    /// Copies a database of one instant into the work folder.
    func copy(_ name: String) throws -> DatabaseCopy {
        try DatabaseCopy(of: "\(settings.data)/\(name)", at: "\(work)/\(name)")
    }

    /// Who signs the sets: the ledger's key, under its own name.
    func signer(_ database: SQLiteFile) async throws -> CheckpointSigner {
        let first = try await database.read { try PolicyBook().edition(1, in: $0) }
        guard let first else { throw StorageError.unexpected("no edition is published") }
        return try CheckpointSigner(
            origin: try await House.ledgerOrigin(first, in: database), seed: ring.ledgerSeed)
    }

    /// Notes that a set was made, for whoever looks after the age of backups.
    func record(_ manifest: BackupManifest, target: String, octets: Int) throws {
        let record = BackupRecords.Record(
            at: manifest.made, set: manifest.set, target: target, ledger: manifest.ledgerSize, octets: octets)
        try Self.changeRecords(in: settings.data) { $0.add(record) }
    }

    /// Notes how a run ended.
    static func note(_ outcome: BackupRecords.Run.Outcome, in data: String, at now: Instant) throws {
        try changeRecords(in: data) { $0.note(outcome, at: now) }
    }

    private static func changeRecords(in data: String, _ change: (inout BackupRecords) -> Void) throws {
        guard FileManager.default.fileExists(atPath: data) else { return }
        let path = "\(data)/backups.json"
        var records = BackupRecords()
        if let file = FileManager.default.contents(atPath: path), let known = try? BackupRecords(file: Bytes(file)) {
            records = known
        }
        change(&records)
        try DurableFile.replace(path, with: try records.file)
    }
}

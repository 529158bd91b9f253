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
    let live: any Database
    let recipient: String
    let time: TimeSource
    private let lock: Int32

    var instance: String { ring.instance.description }
    /// Where copies of the databases lie while they are read.
    var work: String { "\(settings.data)/backup" }

    static func recipientFile(_ settings: Settings) -> String { "\(settings.keys)/\(KeySet.recipientName)" }

    /// - Throws: ``BackupError/busy`` while another backup is made; ``BackupError/otherSchema(missing:unknown:)``.
    init(_ settings: Settings, time: TimeSource = .system) async throws {
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
        guard try await Databases.areBegun(settings) else { throw StartError.empty(settings.data) }
        live = try Databases.looking(at: .rows, settings)
        try await Self.refuseOtherSchema(live, .rows)
        try await Self.refuseOtherSchema(Databases.looking(at: .keys, settings), .keys)
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

    private static func refuseOtherSchema(_ live: any Database, _ kind: DatabaseKind) async throws {
        let differences = try await live.read { try Migrator(kind.schema).differences(in: $0) }
        guard differences.missing.isEmpty, differences.unknown.isEmpty else {
            throw BackupError.otherSchema(missing: differences.missing, unknown: differences.unknown)
        }
    }

    /// Copies the rows of one instant into the work folder.
    func copyRows() throws -> DatabaseCopy {
        let path = "\(work)/\(DatabaseKind.rows.file)"
        return try DatabaseCopy(at: path) {
            switch settings.databases {
            case .files: try SQLiteFile.copy("\(settings.data)/\(DatabaseKind.rows.file)", to: path)
            case .postgres(let servers): try servers.copy(.rows, to: path, at: time.now)
            }
        }
    }

    /// Copies the wrapped keys of one instant into the work folder, with the key ring of the same instant.
    func copyKeys() throws -> (files: KeyFiles, copy: DatabaseCopy) {
        let path = "\(work)/\(DatabaseKind.keys.file)"
        var files: KeyFiles?
        let copy = try DatabaseCopy(at: path) {
            switch settings.databases {
            case .files:
                try ring.copying {
                    files = $0
                    try SQLiteFile.copy("\(settings.data)/\(DatabaseKind.keys.file)", to: path)
                }
            case .postgres(let servers):
                // The ring is held still while the view of the keys is fixed, and no longer: who registers does not wait.
                try servers.copy(.keys, to: path, at: time.now) { fix in
                    try ring.copying {
                        files = $0
                        try fix()
                    }
                }
            }
        }
        guard let files else { throw BackupError.nothing(keys: settings.keys) }
        return (files, copy)
    }

    /// Who signs the sets: the ledger's key, under its own name.
    func signer(_ database: any Database) async throws -> CheckpointSigner {
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

    /// Notes when the oldest copy of the key ring was made that lies in a folder: with it, what was erased since opens.
    func noteKeyCopies(in folder: BackupFolder) throws {
        let copies = try folder.names().filter { $0.set == .keys && $0.instance == instance.prefix(8) }
        let path = URL(filePath: folder.path).standardizedFileURL.path
        let oldest = copies.map(\.made).min() ?? time.now
        try Self.changeRecords(in: settings.data) { $0.noteKeyCopies(in: path, oldest: oldest) }
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

import Backups
import Foundation
import Ledger
import Permits
import Postgres
import Primitives
import SQLite
import Storage

/// What is left of a house that is newer than its backup: its ledger tells who was erased since. It is only read.
struct NewestLedger: Sendable {
    /// What the operator calls it.
    let name: String
    private let database: any Database

    /// - Parameter place: a folder of data, its file of rows, or the address of a PostgreSQL database.
    init(_ place: String) throws {
        if place.hasPrefix("postgres://") || place.hasPrefix("postgresql://") {
            // The address may hold a password.
            (name, database) = ("that database", PostgresDatabase(connectionString: place, connections: 1))
            return
        }
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
        name = isThere && isFolder.boolValue ? "\(place)/\(DatabaseKind.rows.file)" : place
        database = try SQLiteFile(path: name)
    }

    /// That of this installation; nil when there is none.
    init?(of settings: Settings) async throws {
        guard try await Databases.areBegun(settings) else { return nil }
        name = settings.databases.isShared ? DatabaseKind.rows.setting : "\(settings.data)/\(DatabaseKind.rows.file)"
        database = try Databases.looking(at: .rows, settings)
    }

    /// Who was erased.
    struct Erasures: Sendable {
        /// What the entries of those since the backup carry.
        let marks: Set<Bytes>
        /// Everybody whose erasure is on record there, those before the backup among them.
        let persons: [SubjectID]
        /// Those among them who were erased since.
        var since: [SubjectID] { persons.filter { marks.contains(Whom.erasureMark(of: $0)) } }
    }

    /// - Parameter seed: of the key that signs the ledger, out of the backup.
    /// - Throws: ``BackupError/otherLedger(_:)``.
    func erasures(since manifest: BackupManifest, seed: Bytes) async throws -> Erasures {
        guard let first = try await database.read({ try PolicyBook().edition(1, in: $0) }) else {
            throw BackupError.otherLedger(name)
        }
        let bar = ProgressBar("entries of the newest ledger")
        defer { bar.end() }
        do {
            // Earlier than the marks, so that each of them has one, unless it was erased before the backup.
            let persons = try await database.read { try SubjectStore($0).erased() }
            let signer = try CheckpointSigner(origin: try await House.ledgerOrigin(first, in: database), seed: seed)
            let marks = try await LedgerReader(database: database).erasureMarks(
                after: manifest.ledgerSize, root: manifest.ledgerRoot, signedBy: signer.verifier
            ) { bar.show($0, of: $1) }
            return Erasures(marks: marks, persons: persons)
        } catch is LedgerError {
            throw BackupError.otherLedger(name)
        }
    }
}

import Backups
import Foundation
import Ledger
import Permits
import Postgres
import Primitives
import Restoring
import SQLite
import Storage

/// What is left of a house that is newer than its backup: its ledger tells what was done since. It is only read.
struct NewestLedger: Sendable {
    /// What the operator calls it.
    let name: String
    private let database: any Database
    /// Its rows tell whom entries are about; a copy of the ledger alone does not.
    private var knowsPersons = true
    /// Where a copy of the ledger alone was made a database of; it goes with this.
    private var scratch: ScratchFolder?

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

    /// What lies at a place, a copy of the ledger alone (`SAQTA_LEDGER_COPY`) among them: a database is made of its files aside.
    ///
    /// - Throws: ``BackupError/otherLedger(_:)`` when a file of the copy is missing or does not fit.
    static func open(_ place: String) async throws -> NewestLedger {
        guard let log = LedgerCopy.newestLog(in: place) else { return try NewestLedger(place) }
        return try await NewestLedger(copy: place, log)
    }

    private init(copy place: String, _ log: String) async throws {
        name = place
        let scratch = try ScratchFolder()
        do {
            let rows = "\(scratch.path)/ledger.sqlite"
            try await LedgerOutside.copyRows(from: log, to: rows, aside: scratch.path)
            let database = try SQLiteDatabase(path: rows, readers: 1)
            let bar = ProgressBar("entries of the copy of the ledger")
            defer { bar.end() }
            try await LedgerCopy.load(log, into: database) { bar.show($0, of: $1) }
            self.database = database
        } catch is LedgerError {
            throw BackupError.otherLedger(place)
        } catch is CocoaError {
            throw BackupError.otherLedger(place)
        } catch is StorageError {
            throw BackupError.otherLedger(place)
        }
        self.scratch = scratch
        knowsPersons = false
    }

    /// That of this installation; nil when there is none.
    init?(of settings: Settings) async throws {
        guard try await Databases.areBegun(settings) else { return nil }
        name = settings.databases.isShared ? DatabaseKind.rows.setting : "\(settings.data)/\(DatabaseKind.rows.file)"
        database = try Databases.looking(at: .rows, settings)
    }

    /// What it knows that the backup does not.
    struct Later: Sendable {
        /// What the entries of erasures since the backup carry.
        var marks: Set<Bytes> { entries.marks }
        /// Everybody whose erasure is on record there, those before the backup among them.
        let persons: [SubjectID]
        /// With what is done again, in its order.
        let entries: LaterEntries
        /// What is left of the policy's later life.
        let remains: Replay.Remains
        /// Those among them who were erased since.
        var since: [SubjectID] { persons.filter { marks.contains(Whom.erasureMark(of: $0)) } }
    }

    /// - Parameter seed: of the key that signs the ledger, out of the backup.
    /// - Throws: ``BackupError/otherLedger(_:)``.
    func later(than manifest: BackupManifest, seed: Bytes) async throws -> Later {
        guard let first = try await database.read({ try PolicyBook().edition(1, in: $0) }) else {
            throw BackupError.otherLedger(name)
        }
        let bar = ProgressBar("entries of the newest ledger")
        defer { bar.end() }
        do {
            // Earlier than the marks, so that each of them has one, unless it was erased before the backup.
            let (persons, remains) = try await database.read { transaction in
                let remains = Replay.Remains(
                    editions: try LaterEdition.all(after: 0, in: transaction),
                    voids: try Gate.voidContents(in: transaction))
                return (try SubjectStore(transaction).erased(), remains)
            }
            let signer = try CheckpointSigner(origin: try await House.ledgerOrigin(first, in: database), seed: seed)
            let entries = try await LedgerReader(database: database).later(
                than: manifest.ledgerSize, root: manifest.ledgerRoot, signedBy: signer.verifier, keeping: Replay.takes
            ) { bar.show($0, of: $1) }
            return Later(persons: persons, entries: entries, remains: remains)
        } catch is LedgerError {
            throw BackupError.otherLedger(name)
        }
    }

    /// Brings the tree of rows that were put back up to this one.
    ///
    /// - Throws: ``BackupError/otherLedger(_:)``.
    func continueTree(of rows: any Database) async throws -> LedgerAdoption.Gap? {
        do {
            return try await LedgerAdoption(of: database, into: rows).run()
        } catch is LedgerError {
            throw BackupError.otherLedger(name)
        }
    }

    /// Of entries whose persons have no key here, those that its rows do not explain.
    ///
    /// No row ties an entry to anybody whose data were erased there; and whoever came after the backup is not in `rows`.
    func unexplained(_ entries: [PlacedEntry], in rows: any Database) async throws -> [PlacedEntry] {
        guard knowsPersons else { return entries }
        var unexplained: [PlacedEntry] = []
        for placed in entries {
            let owner = try await database.read { try LedgerStore($0).owner(of: placed.entry.id) }
            guard let owner else { continue }
            if try await rows.read({ try SubjectStore($0).find(owner) }) != nil { unexplained.append(placed) }
        }
        return unexplained
    }
}

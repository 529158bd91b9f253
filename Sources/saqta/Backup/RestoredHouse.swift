import Access
import Backups
import Blobs
import Documents
import FolderBlobs
import Ledger
import Messages
import Permits
import Primitives
import Registration
import SQLite
import Staffing
import Storage
import Threads
import Vault

/// A house that was just put back, before anybody is let in: what has ended since the copy ends again, and all is checked.
struct RestoredHouse {
    private let database: SQLiteDatabase
    private let keyDatabase: SQLiteDatabase
    private let keys: SubjectKeys
    private let ledgerSeed: Bytes
    let gate: Gate
    private let sequencer: Sequencer
    private let blobs: FolderBlobs
    private let time: TimeSource

    /// What came of it.
    struct Outcome: Sendable {
        /// Persons closed again, whose erasure came after the copy.
        var closed = 0
        /// Documents destroyed again, and those that the Gate kept from it.
        var documents = (destroyed: 0, left: 0)
        var withoutKey: [SubjectID] = []
        /// Who was erased, according to the newest ledger; nil when none was named.
        var erasures: NewestLedger.Erasures?
        let persons: Int
        let scans: Int
        let audit: VerifyReport
    }

    /// - Parameter folder: with `data` and `keys` in it.
    init(_ folder: String, time: TimeSource = .system, randomness: Randomness = .system) async throws {
        self.time = time
        let ring = try KeyRing(folder: "\(folder)/keys", time: time, randomness: randomness)
        ledgerSeed = ring.ledgerSeed
        let keyDatabase = try SQLiteDatabase(path: "\(folder)/\(KeySet.database)", readers: 2, secureDelete: true)
        database = try SQLiteDatabase(path: "\(folder)/\(DataSet.database)", readers: 2)
        self.keyDatabase = keyDatabase
        try await Migrator(SubjectKeys.migrations).migrate(keyDatabase, at: time.now)
        try await Migrator(Schema.migrations).migrate(database, at: time.now)
        keys = SubjectKeys(database: keyDatabase, ring: ring, time: time, randomness: randomness)
        try await keys.check()
        gate = Gate(
            database: database, keys: keys, ring: ring, book: PolicyBook(), time: time, randomness: randomness,
            emptyKeyLog: { try await keyDatabase.emptyLog() },
            collectedDocuments: { subject, transaction in
                try DocumentStore(transaction).all(of: subject).map { CollectedDocument($0.kind, edition: $0.edition) }
            })
        blobs = try FolderBlobs(folder: "\(folder)/data/documents")
        let first = try await gate.look { [gate] in try gate.book.edition(1, in: $0) }
        guard let first else { throw StorageError.unexpected("no edition is published") }
        sequencer = try Sequencer(
            database: database,
            signer: CheckpointSigner(origin: try await House.ledgerOrigin(first, in: database), seed: ring.ledgerSeed),
            checkpointFile: "\(folder)/data/checkpoint", time: time)
    }

    /// - Parameter newest: what is left of the house that was lost.
    func settle(
        _ manifest: BackupManifest, _ told: Restore.Told, _ newest: NewestLedger? = nil
    ) async throws -> Outcome {
        // Before anything is opened: it must be the ledger that went on from this one.
        let erasures = try await newest?.erasures(since: manifest, seed: ledgerSeed)
        // The Gate lets no entry wait for long, and those that waited when the rows were copied are older than that.
        _ = try await sequencer.sequence()
        let closed = try await gate.restored(
            Restoration(
                ledgerSize: manifest.ledgerSize, ledgerRoot: manifest.ledgerRoot, made: manifest.made,
                erased: told.erased + (erasures?.since ?? []), marks: erasures?.marks ?? []),
            steps: Schema.erasure)
        try await gate.endWhatOlderDataOpen(at: time.now)
        // The keys may be newer than the data, and their index key another one.
        if let version = try gate.newestIndexVersion() { _ = try await gate.renewIndex(version, in: Schema.index) }
        let withoutKey = try await gate.withoutKey()
        _ = try await sequencer.sequence()
        let documents = try await DocumentSweep(gate: gate, blobs: blobs, time: time).destroyAgain(told.found.gone)
        _ = try await sequencer.sequence()
        let report = try await VerifyReport(
            gate, sequencer, DocumentAudit(gate: gate, blobs: blobs))
        let (persons, scans) = try await gate.look { transaction in
            (try SubjectStore(transaction).count(.person), try DocumentStore(transaction).objectCount().documents)
        }
        // So that no log lies beside the files when they are put in their place.
        try await database.emptyLog()
        try await keyDatabase.emptyLog()
        return Outcome(
            closed: closed, documents: documents, withoutKey: withoutKey, erasures: erasures, persons: persons,
            scans: scans, audit: report)
    }
}

extension Gate {
    /// Sessions, codes and open links of older data end: some of them had ended after the copy was made.
    func endWhatOlderDataOpen(at now: Instant) async throws {
        try await perform { transaction in
            try SessionStore(transaction).endEverything()
            try MessageQueue(transaction).endCodes(at: now)
            try StaffStore(transaction).endAllInvitations(at: now)
            try HandoverStore(transaction).endAll()
            try ThreadsSchema.endLinks(transaction)
            try ClientStore(transaction).dropKeys()
        }
    }
}

import Archive
import Backups
import Blobs
import Consents
import Deadlines
import Disclosures
import Documents
import FolderBlobs
import Foundation
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Restoring
import Rights
import SQLite
import Staffing
import Storage
import Vault

/// A house that was just put back, before anybody is let in: what the newest ledger knows is done again, and all is checked.
struct RestoredHouse {
    private let folder: String
    private let database: SQLiteDatabase
    private let keyDatabase: SQLiteDatabase
    private let keys: SubjectKeys
    private let ledgerSeed: Bytes
    let gate: Gate
    private let blobs: FolderBlobs
    let time: TimeSource
    private let randomness: Randomness

    /// How its ledger goes on.
    struct Continuation {
        /// What is left of the house that was lost.
        var newest: NewestLedger?
        /// The house has not worked since the backup: there is no newer ledger.
        var hasStood = false
        /// Notes of the lost ledger that others hold.
        var known: [SignedNote] = []
        /// Go on where an act cannot be done again, since its person is not found.
        var leavesUnmatched = false
    }

    /// What came of it.
    struct Outcome: Sendable {
        /// Persons closed again, whose erasure came after the copy.
        var closed = 0
        /// What else was done again.
        var replayed = Replay.Outcome()
        /// What was wrong in the index of addresses.
        var index = AddressIndex.Rebuilt()
        /// What was wrong in the index of marks of documents.
        var marks = DocumentMarkIndex.Rebuilt()
        /// Whose entries in the indexes could not be made under the newest index key.
        var notRenewed = (persons: 0, documents: 0)
        /// Acts that could not be done again, since their persons are not found.
        var unmatched = 0
        /// The part of the tree that is newer than the rows.
        var gap: LedgerAdoption.Gap?
        /// The log that began, since the newest tree is not there, and the last checkpoint of the one before.
        var newLog: NewLog?
        /// Documents destroyed again, and those that the Gate kept from it.
        var documents = (destroyed: 0, left: 0)
        var withoutKey: [SubjectID] = []
        /// What the newest ledger knows; nil when none was named.
        var later: NewestLedger.Later?
        let persons: Int
        let scans: Int
        let audit: VerifyReport
    }

    struct NewLog: Sendable {
        let key: String
        let last: Checkpoint
    }

    /// - Parameter folder: with `data` and `keys` in it.
    init(_ folder: String, time: TimeSource = .system, randomness: Randomness = .system) async throws {
        self.folder = folder
        self.time = time
        self.randomness = randomness
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
            collected: Schema.collected, legallyKept: LegalRetentions.kept, isDraft: Registrar.isDraft)
        blobs = try FolderBlobs(folder: "\(folder)/data/documents")
    }

    /// - Throws: ``BackupError/unmatched(_:)``, ``BackupError/otherLedger(_:)``.
    func settle(
        _ manifest: BackupManifest, _ told: Restore.Told, _ going: Continuation = Continuation()
    ) async throws -> Outcome {
        // Before anything is opened: it must be the ledger that went on from this one.
        let later = try await going.newest?.later(than: manifest, seed: ledgerSeed)
        let gap = try await going.newest?.continueTree(of: database)
        let (sequencer, newLog) = try await continuedLog(going, manifest)
        // The Gate lets no entry wait for long, and those that waited when the rows were copied are older than that.
        _ = try await sequencer.sequence()
        let law = try await lawPack()
        let calendars = CalendarBook(law: law.calendar)
        let replay = Replay(
            gate: gate, consents: consents(law, calendars), erasure: Schema.erasure,
            terms: RequestTerms(gate: gate, law: law, calendars: calendars), time: time)
        // Before keys are destroyed, which tell whom an entry is about.
        let plan = try await plan(replay, later)
        let unmatched = try await going.newest?.unexplained(plan.unmatched, in: database) ?? []
        guard unmatched.isEmpty || going.leavesUnmatched else { throw BackupError.unmatched(unmatched.count) }
        var (replayed, index, marks) = (Replay.Outcome(), AddressIndex.Rebuilt(), DocumentMarkIndex.Rebuilt())
        let closed = try await gate.restored(
            Restoration(
                ledgerSize: manifest.ledgerSize, ledgerRoot: manifest.ledgerRoot, made: manifest.made,
                erased: told.erased + (later?.since ?? []), marks: later?.marks ?? [], gap: gap),
            steps: Schema.erasure
        ) {
            replayed = try await replay.run(plan, later?.remains ?? Replay.Remains())
            index = try await rebuildIndex(sequencer)
            marks = try await rebuildMarks(sequencer)
            let left = unmatched.isEmpty ? [:] : ["unmatched": "\(unmatched.count)"]
            return [left, index.note, marks.note].reduce(replayed.note) { $0.merging($1) { $1 } }
        }
        try await gate.endWhatOlderDataOpen(at: time.now)
        // The keys may be newer than the data, and their index key another one.
        let notRenewed = try await takeNewestIndexKey(sequencer)
        let withoutKey = try await gate.withoutKey()
        _ = try await sequencer.sequence()
        let documents = try await DocumentSweep(gate: gate, blobs: blobs, time: time).destroyAgain(told.found.gone)
        _ = try await sequencer.sequence()
        let report = try await VerifyReport(
            gate, sequencer, DocumentAudit(gate: gate, blobs: blobs))
        let (persons, scans) = try await gate.look { transaction in
            (try SubjectStore(transaction).count(.person), try DocumentStore(transaction).objectCount().documents)
        }
        return Outcome(
            closed: closed, replayed: replayed, index: index, marks: marks, notRenewed: notRenewed,
            unmatched: unmatched.count, gap: gap,
            newLog: newLog,
            documents: documents, withoutKey: withoutKey, later: later, persons: persons, scans: scans, audit: report)
    }

    /// So that no log lies beside the files when they are put in their place, and nothing more happens to them.
    func close() async throws {
        try await database.close()
        try await keyDatabase.close()
    }

    /// Who signs from now on: the log that goes on, or, where its newest tree is not there, the one that follows it.
    private func continuedLog(_ going: Continuation, _ manifest: BackupManifest) async throws -> (Sequencer, NewLog?) {
        let first = try await gate.look { [gate] in try gate.book.edition(1, in: $0) }
        guard let first else { throw StorageError.unexpected("no edition is published") }
        func sequencer(_ signer: CheckpointSigner) throws -> Sequencer {
            try Sequencer(
                database: database, signer: signer, checkpointFile: "\(folder)/data/checkpoint", time: time)
        }
        let old = try sequencer(
            CheckpointSigner(origin: try await House.ledgerOrigin(first, in: database), seed: ledgerSeed))
        let recovery = LedgerRecovery(old)
        if going.hasStood, let newest = try await recovery.newest(of: going.known) {
            // What was signed once is not signed otherwise, whatever the operator thinks that the house has done since.
            throw BackupError.hasGoneOn(
                known: "\(newest.origin), \(newest.size) entries", entries: manifest.ledgerSize)
        }
        guard going.newest == nil, !going.hasStood else { return (old, nil) }
        guard let loss = try await recovery.lossSinceLastKnown(going.known) else { return (old, nil) }
        let entry = try await gate.entryOfRecovery(loss, witnessed: try await recovery.witnessed())
        let signer = try await recovery.beginAgain(loss, with: entry, at: time.now)
        let next = try sequencer(signer)
        return (next, NewLog(key: next.verifierKey, last: loss.signed))
    }

    private func plan(_ replay: Replay, _ later: NewestLedger.Later?) async throws -> Replay.Plan {
        let bar = ProgressBar("persons compared with later acts")
        defer { bar.end() }
        return try await replay.plan(later?.entries.entries ?? []) { bar.show($0, of: $1) }
    }

    /// The law pack that is in the backup, by which the edition in force counts.
    private func lawPack() async throws -> LawPack {
        let policies = "\(folder)/policies"
        let names = try? FileManager.default.contentsOfDirectory(atPath: policies).sorted()
        let place = names?.first { FileManager.default.fileExists(atPath: "\(policies)/\($0)/policy.yml") }
        let inForce = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        guard let place,
            let law = try PolicyFolder(path: "\(policies)/\(place)").lawPack(inForce.document.lawPack).pack
        else { throw BackupError.files("the backup holds no law pack \(inForce.document.lawPack)") }
        return law
    }

    /// With what a withdrawal asks of staff.
    private func consents(_ law: LawPack, _ calendars: CalendarBook) -> ConsentDesk {
        let duties = DisclosureDuties(
            gate: gate, calendars: calendars, law: law, time: time, randomness: randomness)
        return ConsentDesk(gate: gate, operatorAddress: nil, time: time) {
            try duties.withdrawn($0, $1, of: $2, at: $3, in: $4)
        }
    }
}

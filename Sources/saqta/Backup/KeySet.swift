import Backups
import Foundation
import Ledger
import Permits
import Primitives
import SQLite
import Storage
import Vault

/// What a key set holds: root key, key ring and the persons' wrapped keys, which fit together, and who is erased.
struct KeySet {
    let manifest: BackupManifest
    let signer: CheckpointSigner
    private let source: BackupSource
    private let copy: DatabaseCopy
    private let files: KeyFiles
    private let erased: [SubjectID]

    static let root = "keys/\(KeyFiles.rootName)"
    static let ring = "keys/\(KeyFiles.ringName)"
    static let recipientName = "backup.recipient"
    static let recipient = "keys/\(recipientName)"
    static let database = "data/\(DatabaseKind.keys.file)"

    init(_ source: BackupSource) async throws {
        self.source = source
        let made = source.time.now
        (files, copy) = try source.copyKeys()
        // Later than the keys: an erasure is on record before its key goes, so that each key that is missing is explained.
        erased = try await source.live.read { try SubjectStore($0).erased() }
        signer = try await source.signer(source.live)
        let ledger = try await LedgerReader(database: source.live).signed()
        let (schema, keys) = try await copy.opened().read { transaction in
            (try Migrator.newest(in: transaction), try SubjectKeys.count(in: transaction))
        }
        manifest = BackupManifest(
            set: .keys, instance: source.instance, made: made, programme: Saqta.version, schema: schema,
            ledgerSize: ledger.size, ledgerRoot: ledger.root,
            counts: [.init("keys", keys), .init("erased", erased.count)])
    }

    func write(to writer: inout SetWriter) async throws {
        try writer.add(Self.root, files.root)
        try writer.add(Self.ring, files.ring)
        try writer.add(Self.recipient, Bytes((source.recipient + "\n").utf8))
        try await copy.add(to: &writer, as: Self.database)
        try writer.add(BackupSet.erasures, Bytes(erased.map { "\($0)\n" }.joined().utf8))
    }
}

import Backups
import Blobs
import Documents
import Foundation
import Ledger
import Permits
import Policy
import Primitives
import SQLite
import Storage

/// What a data set holds, of one instant: rows and ledger, the objects that the rows name, the newest checkpoint, the policy.
struct DataSet {
    let manifest: BackupManifest
    let signer: CheckpointSigner
    private let source: BackupSource
    private let copy: DatabaseCopy
    private let rows: SQLiteFile
    private let checkpoint: Bytes?

    static let database = "data/\(DatabaseKind.rows.file)"
    static let checkpoint = "data/checkpoint"
    static let documents = "data/documents/"
    static let policies = "policies/"

    /// Copies the rows; everything else is read while it is written.
    init(_ source: BackupSource) async throws {
        self.source = source
        // First, since what was signed by now is in the rows that are copied next.
        checkpoint = FileManager.default.contents(atPath: "\(source.settings.data)/checkpoint").map { Bytes($0) }
        copy = try source.copyRows()
        let made = source.time.now
        rows = try copy.opened()
        signer = try await source.signer(rows)
        let ledger = try await LedgerReader(database: rows).signed()
        let (schema, persons, count) = try await rows.read { transaction in
            (
                try Migrator.newest(in: transaction), try SubjectStore(transaction).count(.person),
                try DocumentStore(transaction).objectCount()
            )
        }
        manifest = BackupManifest(
            set: .data, instance: source.instance, made: made, programme: Saqta.version, schema: schema,
            ledgerSize: ledger.size, ledgerRoot: ledger.root,
            counts: [.init("persons", persons), .init("documents", count.documents), .init("objects", count.objects)])
    }

    /// What was not as the rows say.
    struct Found: Sendable {
        /// Deleted while the set was made.
        var gone: [BlobKey] = []
        /// Named by a row, and not there or not readable.
        var lost: [BlobKey] = []
        /// Another content than the row says; copied as it is.
        var changed: [BlobKey] = []

        var text: String { (gone.map { "gone \($0)\n" } + lost.map { "lost \($0)\n" }).joined() }

        /// Reads ``text`` back.
        init(text: String) {
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                guard words.count == 2, let key = BlobKey(words[1]) else { continue }
                if words[0] == "gone" { gone.append(key) } else { lost.append(key) }
            }
        }

        init() {}
    }

    func write(to writer: inout SetWriter, _ bar: ProgressBar) async throws -> Found {
        if let checkpoint { try writer.add(Self.checkpoint, checkpoint) }
        for (name, text) in try policy() { try writer.add(name, Bytes(text.utf8)) }
        try await copy.add(to: &writer, as: Self.database)
        var walk = ObjectWalk(
            blobs: try DocumentStores(source.settings).blobs, rows: rows, live: source.live,
            total: manifest["objects"], bar: bar)
        let found = try await walk.write(to: &writer)
        try writer.add(BackupSet.gone, Bytes(found.text.utf8))
        return found
    }

    /// The policy's files and the law packs beside it, by their places under a folder of policies.
    private func policy() throws -> [(name: String, text: String)] {
        let folder = URL(fileURLWithPath: source.settings.policy).standardizedFileURL.lastPathComponent
        return try PolicyFolder(path: source.settings.policy).files.sorted { $0.key < $1.key }.map { name, text in
            let isBeside = name.hasPrefix("../")
            return (Self.policies + (isBeside ? String(name.dropFirst(3)) : "\(folder)/\(name)"), text)
        }
    }
}

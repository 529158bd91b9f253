import Backups
import Foundation
import Ledger
import Primitives
import SQLite
import Storage
import Synchronization

/// Keeps the copy of the ledger outside the database, and beside it the rows without which it could not be gone on from: the
/// policy's editions, the clauses declared void, and the names of logs that have ended. Nothing in it is personal.
final class LedgerOutside: Sendable {
    /// The file of those rows.
    static let rows = "policy.sqlite"
    private static let tables = ["edition", "void_clause", "former_log"]

    let folder: String
    private let database: any Database
    private let time: TimeSource
    private let copy: LedgerCopy
    /// What the file of rows was made of last.
    private let written = Mutex<[[SQLValue]]?>(nil)

    /// nil where no copy is to be kept.
    init?(_ house: House) {
        guard let folder = house.settings.ledgerCopy else { return nil }
        self.folder = folder
        (database, time) = (house.database, house.time)
        copy = LedgerCopy(of: house.database, signedBy: house.sequencer.verifier, in: folder)
    }

    /// Brings the copy up to what is signed; the rows first, so that they explain all the entries.
    func round() async throws {
        try await copy.round { try await writeRows() }
    }

    /// Entries that the copy lacks of what is signed now, once a server had the time of a round or two to bring them; nil when
    /// it cannot be read or is of another ledger.
    func lacks() async throws -> Int? {
        let target = try await copy.signedSize()
        for _ in 0..<20 {
            guard let size = try? copy.size() else { return nil }
            if size >= target { return 0 }
            try await Task.sleep(for: .milliseconds(250))
        }
        return (try? copy.size()).map { max(0, target - $0) }
    }

    private func writeRows() async throws {
        let now = try await database.read { transaction in
            try transaction.rows("SELECT number, hash FROM edition ORDER BY number")
                + transaction.rows("SELECT edition, clause FROM void_clause ORDER BY edition, clause")
                + transaction.rows("SELECT origin FROM former_log ORDER BY origin")
        }
        let found = now.map(\.values)
        guard written.withLock({ $0 }) != found else { return }
        let path = "\(copy.folder)/\(Self.rows)"
        let made = "\(path).\(UInt64.random(in: .min ... .max))"
        try LedgerCopy.makeFolder(copy.folder)
        defer { for left in [made, made + "-journal"] { unlink(left) } }
        try await database.read { [time] source in
            // It may be run again, after the connection was lost.
            for left in [made, made + "-journal"] { unlink(left) }
            try Self.make(made, from: source, at: time.now)
        }
        try DurableFile.finish(made, as: path)
        written.withLock { $0 = found }
    }

    /// Makes a database with the rows beside a log, and nothing else that may stand in that file: whoever can write there could
    /// put entries into it that nobody has signed.
    ///
    /// - Throws: `CocoaError` when the file cannot be read; `StorageError` when it is no such database.
    static func copyRows(from log: String, to path: String, aside folder: String) async throws {
        let descriptor = open("\(log)/\(rows)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw CocoaError(.fileReadNoSuchFile) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let copied = "\(folder)/\(rows)"
        try (file.readToEnd() ?? Data()).write(to: URL(fileURLWithPath: copied))
        let now = TimeSource.system.now
        // An earlier programme may have written it.
        let source = try SQLiteDatabase(path: copied, readers: 1)
        try await Migrator(Schema.migrations).migrate(source, at: now)
        try await source.read { try make(path, from: $0, at: now) }
    }

    /// A new file with the schema, and of all rows those that are wanted.
    private static func make(_ path: String, from source: any Transaction, at now: Instant) throws {
        try SQLiteFile.makeWaiting(path) { target in
            try Migrator(Schema.migrations).migrate(in: target, at: now)
            let wanted = try SQLiteFile.shapes(in: target).filter { tables.contains($0.name) }
            try TableCopy(from: source, to: target) { _, _ in }.run(wanted)
        }
    }
}

import Access
import ArgumentParser
import Documents
import Foundation
import Ledger
import Messages
import Permits
import Primitives
import Registration
import SQLite
import Staffing
import Storage

/// The same rows that one registration writes, and that one permitted read writes, into the same tables and indexes by
/// the same driver: no HTTP, no Gate, no ciphers.
struct Rows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measures the rows of registrations and permitted reads.")

    @Option(help: "An empty folder on the disk to be measured.") var folder: String
    @Option(help: "Seconds for each figure.") var seconds: Double = 3
    @Option(parsing: .upToNextOption, help: "How many write at the same time.") var clients: [Int] = [1, 16, 64]

    func run() async throws {
        let database = try SQLiteDatabase(path: "\(folder)/rows.sqlite", readers: 4)
        try await Migrator(
            PermitsSchema.migrations + LedgerSchema.migrations + AccessSchema.migrations + MessagesSchema.migrations
                + RegistrationSchema.migrations + DocumentsSchema.migrations + StaffingSchema.migrations
        ).migrate(database, at: TimeSource.system.now)
        for count in clients {
            let writes = try await Timing.measure(clients: count, seconds: seconds) {
                try await database.write { try Self.registration(in: $0) }
            }
            print(writes.report("rows of a registration", clients: count))
            let subjects = try await database.read { transaction in
                try transaction.rows("SELECT id FROM subject LIMIT 1000").map { try $0.bytes(0) }
            }
            let reads = try await Timing.measure(clients: count, seconds: seconds) {
                guard let subject = subjects.randomElement() else { return }
                try await database.write { try Self.read(subject, in: $0) }
            }
            print(reads.report("rows of a permitted read", clients: count))
        }
    }

    private static func registration(in transaction: any Transaction) throws {
        let random = Randomness.system
        let now = TimeSource.system.now
        let subject = random.bytes(16)
        let number = random.bytes(5).hex
        for statement: SQL in [
            """
            INSERT INTO subject (id, kind, state, revision, record, language, demo, created_at)
            VALUES (\(subject), 'person', 'living', 0, \(Bytes()), 'en', 1, \(now))
            """,
            "INSERT INTO submission (digest, subject_id, at) VALUES (\(random.bytes(32)), \(subject), \(now))",
            """
            INSERT INTO registration (subject_id, number, state, since, created_at, due_at, resent, reminded, set_aside)
            VALUES (\(subject), \(number), 'draft', \(now), \(now), \(now), 0, 0, 0)
            """,
            "INSERT INTO registration_number (number, subject_id) VALUES (\(number), \(subject))",
            """
            INSERT INTO consent (subject_id, id, consent, given, edition, language, text_hash, text, at)
            VALUES (\(subject), \(random.bytes(16)), 'main', 1, 1, 'en', \(random.bytes(32)), \(random.bytes(4_096)), \(now))
            """,
            """
            UPDATE subject SET record = \(random.bytes(220)), revision = 1 WHERE id = \(subject) AND revision = 0
            """,
            """
            INSERT INTO session (digest, subject_id, kind, assurance, created_at, seen_at, expires_at)
            VALUES (\(random.bytes(32)), \(subject), 'registration', 'browser', \(now), \(now), \(now))
            """,
        ] { try transaction.run(statement) }
        for _ in 0..<2 {
            try spend(random.bytes(32), at: now, in: transaction)
            try entry(subject, at: now, in: transaction)
        }
    }

    private static func read(_ subject: Bytes, in transaction: any Transaction) throws {
        let now = TimeSource.system.now
        _ = try transaction.row("SELECT record FROM subject WHERE id = \(subject)")
        _ = try transaction.rows(
            "SELECT id, consent, given, at FROM consent WHERE subject_id = \(subject) ORDER BY at, id")
        try spend(subject, at: now, in: transaction)
        try entry(subject, at: now, in: transaction)
    }

    private static func spend(_ digest: Bytes, at now: Instant, in transaction: any Transaction) throws {
        for (span, start) in [("minute", now.seconds / 60), ("day", now.seconds / 86_400)] {
            try transaction.run(
                """
                INSERT INTO budget (digest, span, start, spent) VALUES (\(digest), \(span), \(start), 1)
                ON CONFLICT (digest, span) DO UPDATE SET spent = budget.spent + 1
                """)
        }
    }

    private static func entry(_ subject: Bytes, at now: Instant, in transaction: any Transaction) throws {
        let id = Randomness.system.bytes(16)
        let octets = Randomness.system.bytes(420)
        try transaction.run(
            "INSERT INTO pending_entry (subject_id, id, entry, at) VALUES (\(subject), \(id), \(octets), \(now))")
        try transaction.run(
            "INSERT INTO own_entry (subject_id, id, entry, at) VALUES (\(subject), \(id), \(octets), \(now))")
    }
}

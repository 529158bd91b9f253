import Access
import ArgumentParser
import Clients
import Documents
import Ledger
import Messages
import Permits
import Postgres
import Primitives
import Registration
import SQLite
import Staffing
import Storage

/// The same rows that one registration writes, and that one permitted read leaves as evidence, into the same tables and
/// indexes by the same driver: no HTTP, no Gate, no ciphers. On SQLite the driver commits in groups.
struct Rows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measures the rows of registrations and permitted reads.")

    @Option(help: "An empty folder on the disk to be measured.") var folder: String?
    @Option(help: "An empty database of PostgreSQL, by its address.") var postgres: String?
    @Option(help: "Seconds for each figure.") var seconds: Double = 3
    @Option(help: "How many write at the same time.") var clients = 64

    func run() async throws {
        let database = try open()
        try await Migrator(
            PermitsSchema.migrations + LedgerSchema.migrations + AccessSchema.migrations + MessagesSchema.migrations
                + RegistrationSchema.migrations + DocumentsSchema.migrations + StaffingSchema.migrations
                + ClientsSchema.migrations
        ).migrate(database, at: TimeSource.system.now)
        // As many programmes as there are connections, each with a budget of its own.
        let programmes = (0..<clients).map { _ in Randomness.system.bytes(32) }
        let writes = try await Timing.measure(clients: clients, seconds: seconds) {
            let (rows, now, programme) = (PersonRows.random(), TimeSource.system.now, programmes.randomElement() ?? [])
            try await database.write { transaction in
                try PersonRows.spend(programme, 4, at: now, in: transaction)
                try rows.insert(at: now, in: transaction)
            }
        }
        print(writes.report("registration", clients: clients))
        let subjects = try await database.read { transaction in
            try transaction.rows("SELECT id FROM subject LIMIT 1000").map { try $0.bytes(0) }
        }
        let reads = try await Timing.measure(clients: clients, seconds: seconds) {
            let (now, programme) = (TimeSource.system.now, programmes.randomElement() ?? [])
            guard let subject = subjects.randomElement() else { return }
            let (id, octets) = (Randomness.system.bytes(16), Randomness.system.bytes(330))
            try await database.write { transaction in
                try PersonRows.spend(programme, 1, at: now, in: transaction)
                _ = try transaction.row("SELECT record FROM subject WHERE id = \(subject)")
                try PersonRows.insert(id, octets, of: subject, at: now, in: transaction)
            }
        }
        print(reads.report("read with evidence", clients: clients))
        let plain = try await Timing.measure(clients: clients, seconds: seconds) {
            guard let subject = subjects.randomElement() else { return }
            _ = try await database.read { try $0.row("SELECT record FROM subject WHERE id = \(subject)") }
        }
        print(plain.report("read without evidence", clients: clients))
    }

    private func open() throws -> any Database {
        if let postgres { return PostgresDatabase(connectionString: postgres, connections: 16) }
        guard let folder else { throw ValidationError("A folder or a database.") }
        return try SQLiteDatabase(path: "\(folder)/rows.sqlite", readers: 4)
    }
}

import Foundation
import Postgres
import Primitives
import SQLite
import Storage
import Vault

/// The databases of rows and of keys, as settings choose their engine.
struct Databases: Sendable {
    let rows: any Database
    let keys: any Database
    /// Takes what is left of deleted keys out of the engine's files, as far as the engine can.
    let emptyKeyLog: @Sendable () async throws -> Void

    /// - Throws: ``StartError/keysAmongRows``; `StorageError`.
    init(_ settings: Settings) async throws {
        switch settings.databases {
        case .files:
            rows = try SQLiteDatabase(path: Self.file(settings), readers: 4)
            let keys = try SQLiteDatabase(
                path: "\(settings.data)/\(DatabaseKind.keys.file)", readers: 2, secureDelete: true)
            self.keys = keys
            emptyKeyLog = { try await keys.emptyLog() }
        case .postgres(let servers):
            let (rows, keys) = Self.open(servers)
            try await Self.refuseSamePlace(rows, keys)
            (self.rows, self.keys) = (rows, keys)
            emptyKeyLog = { try await keys.vacuum("subject_key") }
        }
    }

    /// - Throws: ``StartError/keysAmongRows``, ``StartError/databaseAway(setting:_:)``.
    static func refuseSamePlace(_ servers: Settings.Databases.Postgres) async throws {
        let (rows, keys) = open(servers)
        try await refuseSamePlace(rows, keys)
    }

    /// One of both, only to be looked at, beside a server or without one.
    static func looking(at kind: DatabaseKind, _ settings: Settings) throws -> any Database {
        switch settings.databases {
        case .files: try SQLiteFile(path: "\(settings.data)/\(kind.file)")
        case .postgres(let servers):
            PostgresDatabase(connectionString: servers.address(of: kind), connections: 1)
        }
    }

    /// Brings both to the schema of this programme. - Returns: the steps that were done now.
    @discardableResult
    func migrate(at now: Instant) async throws -> [(database: String, step: Migration)] {
        var done: [(database: String, step: Migration)] = []
        for (name, database, steps) in [("keys", keys, SubjectKeys.migrations), ("rows", rows, Schema.migrations)] {
            let numbers = try await Migrator(steps).migrate(database, at: now)
            done += steps.filter { numbers.contains($0.number) }.sorted { $0.number < $1.number }.map { (name, $0) }
        }
        return done
    }

    /// Whether a server has made these databases.
    static func areBegun(_ settings: Settings) async throws -> Bool {
        switch settings.databases {
        case .files: FileManager.default.fileExists(atPath: file(settings))
        case .postgres(let servers):
            try await reaching(DatabaseKind.rows.setting) { try await open(servers).rows.holds(table: "migration") }
        }
    }

    /// Whoever is registered in a file would not be there any more.
    ///
    /// - Throws: ``StartError/rowsInFile(_:)``.
    static func refuseOthers(_ settings: Settings) async throws {
        guard settings.databases.isShared, FileManager.default.fileExists(atPath: file(settings)) else { return }
        guard try await areBegun(settings) else { throw StartError.rowsInFile(file(settings)) }
    }

    /// The places of both on PostgreSQL; nil for files.
    static func places(_ settings: Settings) async throws -> (rows: PostgresPlace, keys: PostgresPlace)? {
        guard case .postgres(let servers) = settings.databases else { return nil }
        let (rows, keys) = open(servers)
        return try await places(rows, keys)
    }

    private static func refuseSamePlace(_ rows: PostgresDatabase, _ keys: PostgresDatabase) async throws {
        let places = try await places(rows, keys)
        guard !places.rows.isSame(as: places.keys) else { throw StartError.keysAmongRows }
    }

    private static func places(
        _ rows: PostgresDatabase, _ keys: PostgresDatabase
    ) async throws -> (rows: PostgresPlace, keys: PostgresPlace) {
        (
            try await reaching(DatabaseKind.rows.setting) { try await rows.place() },
            try await reaching(DatabaseKind.keys.setting) { try await keys.place() }
        )
    }

    /// Says which of both is meant.
    private static func reaching<Answer>(
        _ setting: String, _ work: () async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await work()
        } catch StorageError.unavailable(let reason), StorageError.unexpected(let reason) {
            throw StartError.databaseAway(setting: setting, reason)
        }
    }

    private static func file(_ settings: Settings) -> String { "\(settings.data)/\(DatabaseKind.rows.file)" }

    private static func open(_ servers: Settings.Databases.Postgres) -> (rows: PostgresDatabase, keys: PostgresDatabase)
    {
        (
            PostgresDatabase(
                connectionString: servers.data, connections: servers.connections, limits: servers.limits),
            PostgresDatabase(
                connectionString: servers.keys, connections: servers.keyConnections, limits: servers.limits)
        )
    }
}

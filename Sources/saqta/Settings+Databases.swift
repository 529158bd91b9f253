import Configuration
import Foundation
import Postgres
import Primitives

extension Settings {
    /// Where rows lie.
    ///
    /// - `database` (string): `postgres://USER@HOST/NAME?…`, as libpq reads it; files among the data when it is not set.
    /// - `key_database` (string): the same for the persons' wrapped keys; needed with `database`.
    /// - `database_connections` (int, default 16), `key_database_connections` (4): of one process, at most.
    /// - `database_connect_seconds` (double, default 5), `database_statement_seconds` (20), `database_commit_seconds` (20),
    ///   `database_wait_seconds` (10): see `PostgresLimits`.
    enum Databases: Sendable {
        case files
        case postgres(Postgres)

        struct Postgres: Sendable {
            let data: String
            let keys: String
            let connections: Int
            let keyConnections: Int
            let limits: PostgresLimits
        }

        /// Whether several servers may work on them.
        var isShared: Bool {
            switch self {
            case .files: false
            case .postgres: true
            }
        }

        /// - Throws: ``SettingProblem``.
        init(_ config: ConfigReader) throws {
            guard let data = Self.address(config, "database") else {
                guard Self.address(config, "key.database") == nil else {
                    throw SettingProblem("SAQTA_KEY_DATABASE is set, and SAQTA_DATABASE is not.")
                }
                self = .files
                return
            }
            guard let keys = Self.address(config, "key.database") else {
                throw SettingProblem(
                    "With SAQTA_DATABASE, set SAQTA_KEY_DATABASE too: keys lie in a database of their own.")
            }
            for (key, address) in [("SAQTA_DATABASE", data), ("SAQTA_KEY_DATABASE", keys)] {
                // Its text is not repeated: it may hold a password.
                guard address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") else {
                    throw SettingProblem("\(key) begins with postgres://.")
                }
            }
            let counts = [("database.connections", 16), ("key.database.connections", 4)].map { key, usual in
                (key, config.int(forKey: .init(key), default: usual))
            }
            for (key, count) in counts where count < 1 { throw StartError.setting(key) }
            self = .postgres(
                Postgres(
                    data: data, keys: keys, connections: counts[0].1, keyConnections: counts[1].1,
                    limits: try Self.limits(config)))
        }

        private static func limits(_ config: ConfigReader) throws -> PostgresLimits {
            func seconds(_ name: String, _ usual: Duration) throws -> Duration {
                let usual = Span(microseconds: Int64(usual / .microseconds(1)))
                return .microseconds(
                    try Settings.span(ConfigKey("database.\(name).seconds"), usual, config).microseconds)
            }
            var limits = PostgresLimits()
            limits.connect = try seconds("connect", limits.connect)
            limits.statement = try seconds("statement", limits.statement)
            limits.commit = try seconds("commit", limits.commit)
            limits.free = try seconds("wait", limits.free)
            return limits
        }

        private static func address(_ config: ConfigReader, _ key: String) -> String? {
            config.string(forKey: .init(key)).flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}

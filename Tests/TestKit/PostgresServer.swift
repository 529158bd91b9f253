import Foundation

/// The PostgreSQL server of a test run, as the environment names it.
package enum PostgresServer {
    /// The connection string in `SAQTA_TEST_POSTGRES`.
    package static let connectionString = environment["SAQTA_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }

    /// Whether a run without a server must fail.
    package static let isRequired = environment["CI"] == "true" || environment["SAQTA_REQUIRE_POSTGRES"] == "1"

    private static let environment = ProcessInfo.processInfo.environment
}

/// What a test finds missing on its machine.
package enum TestKitError: Error {
    /// `SAQTA_TEST_POSTGRES` is not set.
    case noPostgresServer
}

import Foundation
import Primitives
import Storage

/// A database engine on which the suites run.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// The engines that this run tests: PostgreSQL when `SAQTA_TEST_POSTGRES` names a server.
    ///
    /// It is among them without a server too when the run must not pass without it (`CI=true`, `SAQTA_REQUIRE_POSTGRES=1`).
    package static let available: [Engine] =
        PostgresServer.connectionString != nil || PostgresServer.isRequired ? [.sqlite, .postgres] : [.sqlite]

}

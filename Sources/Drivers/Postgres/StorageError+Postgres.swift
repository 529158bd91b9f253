import Storage

extension StorageError {
    /// The states in which a prepared statement no longer fits (0A000, 26000).
    static let aboutPreparedStatements: Set<String> = ["0A000", "26000"]

    /// What an SQLSTATE (PostgreSQL 15, appendix A) means to the caller.
    ///
    /// The server's message is kept only for the classes in which it names tables and columns, never values.
    init(state: String?, message: String, schema: String?) {
        guard let state else {
            self = .unavailable("the connection was lost")
            return
        }
        switch state {
        // Two that make the same table at the same moment: the second finds it there when run again.
        case "23505" where schema == "pg_catalog", "XX000" where message == "tuple concurrently updated":
            self = .serialisation
        case "40001", "40P01": self = .serialisation
        case _ where Self.aboutPreparedStatements.contains(state): self = .serialisation
        case "53100": self = .full
        case "40003": self = .unknownOutcome
        case "55P03", "57014", "58030", "25P03", "25006", "28000", "28P01", "3D000":
            self = .unavailable("SQLSTATE \(state)")
        case _ where state.hasPrefix("23"): self = .constraint("\(message) (SQLSTATE \(state))")
        case _ where state.hasPrefix("42"): self = .unexpected("\(message) (SQLSTATE \(state))")
        case _ where state.hasPrefix("08"), _ where state.hasPrefix("53"), _ where state.hasPrefix("57"):
            self = .unavailable("SQLSTATE \(state)")
        default: self = .unexpected("SQLSTATE \(state)")
        }
    }
}

import CPostgres
import Storage

extension PostgresConnection {
    /// Sends all statements and awaits their answers together, which takes the way to the server once (libpq's pipeline mode).
    ///
    /// After one that fails the server skips the rest. - Returns: how many rows each changed.
    func run(_ statements: [SQL]) throws(StorageError) -> [Int] {
        var calls: [(name: String, parameters: PostgresParameters)] = []
        for statement in statements {
            let parameters = try PostgresParameters(statement.values)
            calls.append((try prepare(statement.text, parameters.types), parameters))
        }
        guard !isLost, PQenterPipelineMode(pointer) == 1 else { throw lost("the connection was lost") }
        for call in calls {
            let isSent = call.parameters.bind { PQsendQueryPrepared(pointer, call.name, $0, $1, $2, $3, 1) }
            guard isSent == 1 else { throw lost("the connection was lost") }
        }
        guard PQpipelineSync(pointer) == 1 else { throw lost("the connection was lost") }
        var changes: [Int] = []
        var failure: StorageError?
        for _ in calls {
            let result = try nextResult()
            do {
                changes.append(try answer(result).changes)
            } catch {
                failure = failure ?? error
            }
            // Nothing stands between two answers.
            try awaitResult(.now + statementLimit)
            guard PQgetResult(pointer) == nil else { throw lost("an answer came too much") }
        }
        guard try nextResult().isEndOfBatch, PQexitPipelineMode(pointer) == 1 else {
            throw lost("an answer is missing")
        }
        if let failure { throw failure }
        return changes
    }

    private func nextResult() throws(StorageError) -> PostgresResult {
        try awaitResult(.now + statementLimit)
        return PostgresResult(PQgetResult(pointer))
    }
}

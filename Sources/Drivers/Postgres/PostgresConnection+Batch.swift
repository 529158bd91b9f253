import CPostgres
import Storage

/// What the server answered to statements that were sent together.
struct PostgresAnswers {
    /// Of those that were done, in their order.
    fileprivate(set) var results: [PostgresResult] = []
    /// What the server said of the one after them; it skipped the rest.
    fileprivate(set) var failure: StorageError?
}

extension PostgresConnection {
    private struct Call {
        let name: String
        let parameters: PostgresParameters
        /// What is prepared under that name by this call; nil for one that runs it.
        let preparing: PreparedKey?
    }

    /// Runs statements that are sent together, which takes the way to the server once.
    /// - Throws: what the first that failed did; the server skips the rest.
    func run(_ statements: [SQL]) throws(StorageError) -> [PostgresResult] {
        let answers = try answers(to: statements)
        if let failure = answers.failure { throw failure }
        return answers.results
    }

    /// Sends all statements and awaits their answers (libpq's pipeline mode). What is not prepared yet is prepared on the way.
    ///
    /// - Parameter extra: how much longer than one statement the server may take.
    /// - Throws: ``StorageError/unavailable(_:)`` when the connection is lost, unless the server had told of a failure first.
    func answers(to statements: [SQL], extra: Duration = .zero) throws(StorageError) -> PostgresAnswers {
        let calls = try calls(for: statements)
        guard !isLost, PQenterPipelineMode(pointer) == 1 else { throw lost("the connection was lost") }
        for call in calls {
            guard send(call) == 1 else { throw lost("the connection was lost") }
        }
        guard PQpipelineSync(pointer) == 1 else { throw lost("the connection was lost") }
        var answers = PostgresAnswers()
        do throws(StorageError) {
            for call in calls { try take(call, within: statementLimit + extra, into: &answers) }
            guard try nextResult(statementLimit).isEndOfBatch, PQexitPipelineMode(pointer) == 1 else {
                throw lost("an answer is missing")
            }
        } catch {
            guard answers.failure != nil else { throw error }
            giveUp()
        }
        return answers
    }

    private func calls(for statements: [SQL]) throws(StorageError) -> [Call] {
        var calls: [Call] = []
        var names: [PreparedKey: String] = [:]
        for statement in statements {
            let parameters = try PostgresParameters(statement.values)
            let key = PreparedKey(text: statement.text, types: parameters.types)
            let name: String
            if let known = prepared[key] ?? names[key] {
                name = known
            } else {
                name = nextName()
                names[key] = name
                calls.append(Call(name: name, parameters: parameters, preparing: key))
            }
            calls.append(Call(name: name, parameters: parameters, preparing: nil))
        }
        return calls
    }

    private func send(_ call: Call) -> Int32 {
        if let key = call.preparing {
            return PQsendPrepare(pointer, call.name, key.text, Int32(key.types.count), key.types)
        }
        return call.parameters.bind { PQsendQueryPrepared(pointer, call.name, $0, $1, $2, $3, 1) }
    }

    private func take(_ call: Call, within limit: Duration, into answers: inout PostgresAnswers) throws(StorageError) {
        let result = try nextResult(limit)
        if answers.failure == nil {
            guard !result.isSilence else { throw lost("the connection was lost") }
            do {
                let result = try answer(result)
                if let key = call.preparing { prepared[key] = call.name } else { answers.results.append(result) }
            } catch {
                answers.failure = error
            }
        }
        // Nothing stands between two answers.
        try awaitResult(.now + limit)
        guard PQgetResult(pointer) == nil else { throw lost("an answer came too much") }
    }

    private func nextResult(_ limit: Duration) throws(StorageError) -> PostgresResult {
        try awaitResult(.now + limit)
        return PostgresResult(PQgetResult(pointer))
    }
}

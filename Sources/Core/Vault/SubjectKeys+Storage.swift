import Dispatch
import Primitives
import Storage

extension SubjectKeys {
    func reading<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws(VaultError) -> Answer {
        do { return try await database.read(body) } catch { throw Self.refusal(error) }
    }

    func writing<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws(VaultError) -> Answer {
        do { return try await database.write(body) } catch { throw Self.refusal(error) }
    }

    private static func refusal(_ error: any Error) -> VaultError {
        switch error {
        case let error as VaultError: error
        case let error as StorageError: .storage(error)
        default: .storage(.unavailable(String(describing: type(of: error))))
        }
    }
}

/// Runs file work on a thread that may wait, not on those that the server's tasks share.
func offPool<Answer: Sendable>(
    _ body: @escaping @Sendable () throws(VaultError) -> Answer
) async throws(VaultError) -> Answer {
    let result: Result<Answer, VaultError> = await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
            do throws(VaultError) {
                continuation.resume(returning: .success(try body()))
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
    }
    return try result.get()
}

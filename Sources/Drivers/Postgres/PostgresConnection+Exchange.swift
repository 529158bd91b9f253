import CPostgres
import Foundation
import Storage

extension PostgresConnection {
    /// Sends what `send` says and waits for the whole answer; of several, the last.
    ///
    /// A connection whose server does not answer in time is given up: what comes later would be taken for the next answer.
    /// libpq's own calls that wait have no limit of time; `PQcancel` has none either, so nobody is asked to stop.
    ///
    /// - Throws: ``StorageError/unavailable(_:)``; the connection is lost then.
    func exchange(
        within limit: Duration, _ send: (OpaquePointer) -> Int32
    ) throws(StorageError) -> PostgresResult {
        guard !isLost else { throw .unavailable("the connection was lost") }
        let deadline = ContinuousClock.now + limit
        guard send(pointer) == 1 else { throw lost("the connection was lost") }
        return try answer(within: deadline)
    }

    /// Waits for the whole answer to what was sent.
    func answer(within deadline: ContinuousClock.Instant) throws(StorageError) -> PostgresResult {
        var answer = PostgresResult(nil)
        while true {
            try awaitResult(deadline)
            guard let result = PQgetResult(pointer) else { return answer }
            answer = PostgresResult(result)
            guard !answer.isCopy else { throw lost("a statement would copy") }
        }
    }

    /// Returns once a result is there, or none will come.
    func awaitResult(_ deadline: ContinuousClock.Instant) throws(StorageError) {
        while true {
            let unsent = PQflush(pointer)
            if unsent == 0, PQisBusy(pointer) == 0 { return }
            var waiting = pollfd(
                fd: PQsocket(pointer), events: Int16(POLLIN) | (unsent == 0 ? 0 : Int16(POLLOUT)), revents: 0)
            guard unsent >= 0, waiting.fd >= 0 else { throw lost("the connection was lost") }
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else {
                PostgresSilence.note(server)
                throw lost("the server did not answer in time")
            }
            let ready = poll(&waiting, 1, Int32(clamping: left.inMilliseconds))
            if ready < 0, errno == EINTR { continue }
            guard ready >= 0, ready == 0 || PQconsumeInput(pointer) == 1 else { throw lost("the connection was lost") }
        }
    }

    /// Gives the connection up. The server ends what was open on it once it sees that nobody is there.
    func lost(_ reason: String) -> StorageError {
        giveUp()
        return .unavailable(reason)
    }
}

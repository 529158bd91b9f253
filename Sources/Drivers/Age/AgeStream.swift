import Glibc
import Primitives

/// Seals a stream for one recipient (the age format, version 1) and gives the sealed octets back as they come: for an answer
/// that goes out as it is made, where nothing may lie on a disk.
///
/// One is used by one task. When it is let go before its end, the programme behind it is ended.
package final class AgeStream {
    private let process: AgeProcess
    private let input: Int32
    private let output: Int32
    private var isInputOpen = true

    /// How long `age` may take for one piece, in milliseconds.
    private static let patience: Int32 = 30_000

    /// - Parameter recipient: `age1…`.
    package init(to recipient: String) throws(AgeError) {
        let to = try Ends.socket()
        let from: Ends
        do throws(AgeError) {
            from = try Ends.socket()
        } catch {
            for end in [to.reading, to.writing] { close(end) }
            throw error
        }
        defer { for end in [to.reading, from.writing] { close(end) } }
        do throws(AgeError) {
            process = try AgeProcess("age", ["-e", "-r", recipient], input: to.reading, output: from.writing)
        } catch {
            for end in [to.writing, from.reading] { close(end) }
            throw error
        }
        (input, output) = (to.writing, from.reading)
        for end in [input, output] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
    }

    deinit {
        if isInputOpen { close(input) }
        close(output)
    }

    /// Seals some octets.
    ///
    /// - Returns: what is sealed by now, of these or of earlier ones.
    package func seal(_ octets: Bytes) throws(AgeError) -> Bytes {
        var (sealed, sent) = (Bytes(), 0)
        while sent < octets.count {
            let ready = try wait(isSending: true)
            if ready.canRead {
                guard try take(into: &sealed) else {
                    try process.finish()
                    throw .refused("age has stopped taking octets")
                }
            }
            if ready.canSend {
                let count = octets.withUnsafeBytes {
                    send(input, $0.baseAddress?.advanced(by: sent), octets.count - sent, Int32(MSG_NOSIGNAL))
                }
                if count > 0 { sent += count }
                // It has ended: what it says comes with the end of its output.
                if count < 0, errno == EPIPE {
                    try drain(into: &sealed)
                    try process.finish()
                    throw .refused("age has stopped taking octets")
                }
            }
        }
        return sealed
    }

    /// Ends the stream.
    ///
    /// - Returns: the last sealed octets.
    package func finish() throws(AgeError) -> Bytes {
        if isInputOpen { close(input) }
        isInputOpen = false
        var sealed = Bytes()
        try drain(into: &sealed)
        try process.finish()
        return sealed
    }

    private func drain(into sealed: inout Bytes) throws(AgeError) {
        while true {
            guard try wait(isSending: false).canRead else { continue }
            guard try take(into: &sealed) else { return }
        }
    }

    /// - Returns: false at the end.
    private func take(into sealed: inout Bytes) throws(AgeError) -> Bool {
        var count = 0
        let piece = Bytes(unsafeUninitializedCapacity: 65_536) { buffer, filled in
            count = recv(output, buffer.baseAddress, 65_536, 0)
            filled = max(0, count)
        }
        sealed += piece
        // Nothing there yet after all is no end.
        guard count < 0 else { return count > 0 }
        guard errno == EAGAIN || errno == EINTR else { throw Ends.failure("read from age") }
        return true
    }

    private func wait(isSending: Bool) throws(AgeError) -> (canSend: Bool, canRead: Bool) {
        var ends = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isSending ? input : -1, events: Int16(POLLOUT), revents: 0),
        ]
        let count = poll(&ends, 2, Self.patience)
        if count < 0, errno == EINTR { return (false, false) }
        guard count > 0 else { throw .refused("age does not go on") }
        return (ends[1].revents != 0, ends[0].revents != 0)
    }
}

import Foundation
import Glibc
import Machine
import Primitives

/// Seals a stream for one recipient, who alone can open it (the age format, version 1).
package final class AgeSealing {
    private let process: AgeProcess
    private let input: Int32
    private var isClosed = false

    /// - Parameters:
    ///   - recipient: `age1…`.
    ///   - descriptor: where the sealed octets go; it stays open.
    package init(to recipient: String, into descriptor: Int32) throws(AgeError) {
        let ends = try Ends.socket()
        defer { close(ends.reading) }
        do throws(AgeError) {
            process = try AgeProcess("age", ["-e", "-r", recipient], input: ends.reading, output: descriptor)
        } catch {
            close(ends.writing)
            throw error
        }
        input = ends.writing
    }

    deinit {
        if !isClosed { close(input) }
    }

    package func write(_ bytes: Bytes) throws(AgeError) {
        guard Machine.send(bytes, to: input) else {
            try finish()
            throw .refused("age has stopped taking octets")
        }
    }

    /// Seals the last octets; what went into the descriptor is whole then, and not yet durable.
    package func finish() throws(AgeError) {
        if !isClosed { close(input) }
        isClosed = true
        try process.finish()
    }
}

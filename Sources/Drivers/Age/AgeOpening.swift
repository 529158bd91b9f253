import Foundation
import Glibc
import Primitives

/// Opens a sealed stream; each octet that it gives was authenticated, and the last one only if the stream is whole.
package final class AgeOpening {
    private let process: AgeProcess
    private let output: Int32
    /// How many octets it has given.
    package private(set) var count = 0

    /// - Parameters:
    ///   - identity: of the recipient; it reaches age through a pipe and touches no disk.
    ///   - descriptor: of the sealed octets; it stays open.
    package init(with identity: AgeIdentity, from descriptor: Int32) throws(AgeError) {
        let (ends, key) = (try Ends.pipe(), try Ends.pipe())
        defer { for end in [ends.writing, key.reading] { close(end) } }
        do throws(AgeError) {
            process = try AgeProcess(
                "age", ["-d", "-i", "/dev/fd/3"], input: descriptor, output: ends.writing, identity: key.reading)
        } catch {
            for end in [ends.reading, key.writing] { close(end) }
            throw error
        }
        output = ends.reading
        // Shorter than any pipe, so that it does not wait for age to read.
        let isPassed = identity.octets.withUnsafeBytes { Glibc.write(key.writing, $0.baseAddress, $0.count) }
        close(key.writing)
        guard isPassed == identity.octets.count else { throw Ends.failure("pass the key to age") }
    }

    deinit { close(output) }

    /// Some more octets; nothing at the end, and only if the stream was whole.
    ///
    /// - Throws: ``AgeError/noMatch``; ``AgeError/refused(_:)`` for a chunk that does not open: the one after ``count``.
    package func read(most: Int) throws(AgeError) -> Bytes {
        let bytes = try Ends.read(output, most: most)
        count += bytes.count
        if bytes.isEmpty { try process.finish() }
        return bytes
    }
}

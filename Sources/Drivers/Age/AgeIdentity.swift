import Foundation
import Glibc
import Machine
import Primitives

/// The secret key of a recipient: who holds it can open what was sealed for them.
package struct AgeIdentity: Sendable, CustomStringConvertible, CustomReflectable {
    /// An identity file of age: `AGE-SECRET-KEY-1…`, perhaps with comments.
    let octets: Bytes

    /// An identity file may be so long, in octets.
    private static let longest = 4_096

    /// - Parameter file: content of an identity file, or the key alone as copied from paper: case and spaces are forgiven.
    /// - Returns: nil when no line holds a secret key.
    package init?(file: Bytes) {
        guard file.count <= Self.longest, let text = String(bytes: file, encoding: .utf8) else { return nil }
        let keys = text.split(whereSeparator: \.isNewline).map { line in
            line.filter { !$0.isWhitespace }.uppercased()
        }
        guard let key = keys.first(where: { $0.hasPrefix("AGE-SECRET-KEY-1") }) else { return nil }
        octets = Bytes((key + "\n").utf8)
    }

    /// Makes a new one with `age-keygen`.
    ///
    /// - Returns: the identity file as it is to be kept, and the recipient, `age1…`.
    package static func make() throws(AgeError) -> (file: String, recipient: String) {
        let file = try keygen([], input: [])
        return (String(decoding: file, as: UTF8.self), try recipient(of: file))
    }

    /// Whether a text is a recipient that age can seal for.
    package static func isRecipient(_ text: String) -> Bool {
        text.hasPrefix("age1") && text.count == 62 && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }

    /// The recipient of this key.
    package func recipient() throws(AgeError) -> String { try Self.recipient(of: octets) }

    private static func recipient(of file: Bytes) throws(AgeError) -> String {
        String(decoding: try keygen(["-y"], input: file), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func keygen(_ arguments: [String], input: Bytes) throws(AgeError) -> Bytes {
        let (to, from) = (try Ends.socket(), try Ends.pipe())
        defer { close(from.reading) }
        let process: AgeProcess
        do throws(AgeError) {
            process = try AgeProcess("age-keygen", arguments, input: to.reading, output: from.writing)
        } catch {
            for end in [to.reading, to.writing, from.writing] { close(end) }
            throw error
        }
        for end in [to.reading, from.writing] { close(end) }
        _ = Machine.send(input, to: to.writing)
        close(to.writing)
        let output = try Ends.readAll(from.reading)
        try process.finish()
        return output
    }

    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

import Glibc

/// The two ends of the pipe to the server: frames of a kind octet, a length (32 bits, big-endian) and a payload.
enum Frames {
    /// The longest frame that is accepted, in octets.
    static let longest = 1 << 20

    /// The next frame on standard input; nil when the server has gone or does not keep to the form.
    static func read() -> (kind: Character, payload: [UInt8])? {
        guard let head = octets(5) else { return nil }
        let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
        guard length <= longest, let payload = octets(length) else { return nil }
        return (Character(UnicodeScalar(head[0])), payload)
    }

    /// Writes one frame to standard output; ends the process when nobody reads.
    static func write(_ kind: Character, _ payload: UnsafeRawBufferPointer) {
        let count = UInt32(payload.count)
        let head = [kind.asciiValue ?? 0] + stride(from: 24, through: 0, by: -8).map { UInt8(count >> $0 & 255) }
        head.withUnsafeBytes(writeAll)
        writeAll(payload)
    }

    /// Writes `fields` as lines `key=value`.
    static func write(_ kind: Character, _ fields: [(String, String)]) {
        Array(fields.map { "\($0.0)=\($0.1)\n" }.joined().utf8).withUnsafeBytes { write(kind, $0) }
    }

    /// Reads lines `key=value`.
    static func fields(_ payload: [UInt8]) -> [String: String] {
        let lines = String(decoding: payload, as: UTF8.self).split(separator: "\n")
        let pairs = lines.compactMap { line -> (String, String)? in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func octets(_ count: Int) -> [UInt8]? {
        var complete = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(0, buffer.baseAddress?.advanced(by: filled), count - filled)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else {
                    complete = false
                    return
                }
                filled += got
            }
        }
        return complete ? bytes : nil
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer) {
        var sent = 0
        while sent < bytes.count {
            let written = Glibc.write(1, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { exit(Status.abandoned) }
            sent += written
        }
    }
}

/// How the process ends; lack of memory is 71 (`SAQTA_EXIT_MEMORY`).
enum Status {
    static let done: Int32 = 0
    /// The server went away or sent something else than frames.
    static let abandoned: Int32 = 70
    /// The jail could not be built: nothing was read.
    static let unguarded: Int32 = 72
}

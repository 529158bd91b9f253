import Foundation
import Logging
import Synchronization

/// Writes each event as one line of JSON, for the journal and for programmes.
package struct JSONLines: LogHandler {
    package var logLevel: Logger.Level = .notice
    package var metadata: Logger.Metadata = [:]
    private let label: String
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a line with its end.
    package init(_ label: String, write: @escaping @Sendable (String) -> Void = JSONLines.toStandardError) {
        self.label = label
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var line = "{\"time\":\"\(Self.time(Date()))\",\"level\":\"\(event.level)\",\"message\":"
        line += Self.quoted(event.message.description) + ",\"logger\":" + Self.quoted(label)
        var all = metadata.merging(event.metadata ?? [:]) { _, own in own }
        // The kind of fault only: an error's text may hold what it failed on.
        if let error = event.error { all["error.type"] = "\(type(of: error))" }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += "," + Self.quoted(key == "hb.request.id" ? "request.id" : key) + ":" + Self.quoted("\(value)")
        }
        write(line + "}\n")
    }

    /// One call for a line, so that two never mix.
    package static func toStandardError(_ line: String) { FileHandle.standardError.write(Data(line.utf8)) }

    /// `2026-11-24T09:05:00.123Z`, after RFC 3339.
    static func time(_ date: Date) -> String {
        date.formatted(
            .iso8601.year().month().day().dateSeparator(.dash).timeSeparator(.colon).time(
                includingFractionalSeconds: true
            )
            .timeZone(separator: .omitted))
    }

    /// A string of JSON (RFC 8259, 7).
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case let scalar where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

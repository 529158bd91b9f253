import Policy
import Primitives

/// The fields that were read off a document, sealed and destroyed with it; hints for the reviewer and nothing else.
package struct DocumentReading: Hashable, Sendable, Codable {
    /// What was read, each field once; only such as the policy lets be read off this kind of document.
    package var values: [Value]
    /// What the machine-readable zone is and which of its check digits fit; nil when none was found.
    package var zone: Zone?

    package init(values: [Value] = [], zone: Zone? = nil) {
        self.values = values
        self.zone = zone
    }

    package struct Value: Hashable, Sendable, Codable {
        package let field: FieldNumber
        package let text: String
        /// 0…100.
        package let confidence: Int

        package init(_ field: FieldNumber, _ text: String, confidence: Int) {
            self.field = field
            self.text = text
            self.confidence = confidence
        }
    }

    /// A machine-readable zone after ICAO Doc 9303.
    package struct Zone: Hashable, Sendable, Codable {
        /// `TD1`, `TD2`, `TD3`.
        package let format: String
        /// The lines as read.
        package let lines: [String]
        /// Whether each check digit fits, by the name of what it checks.
        package let checks: [String: Bool]

        package init(format: String, lines: [String], checks: [String: Bool]) {
            self.format = format
            self.lines = lines
            self.checks = checks
        }
    }

    package subscript(_ field: FieldNumber) -> Value? { values.first { $0.field == field } }

    package var isEmpty: Bool { values.isEmpty && zone == nil }
}

/// Makes fields out of what was read; the identification room gives the one that knows zones and identifiers.
package struct DocumentInterpreter: Sendable {
    package let interpret: @Sendable ([RecognisedPage], DocumentKind) -> DocumentReading
    /// What of a reading identifies the document, where its check digits bear that out.
    package let identify: @Sendable (DocumentReading) -> [DocumentIdentifier]

    package init(
        interpret: @escaping @Sendable ([RecognisedPage], DocumentKind) -> DocumentReading,
        identify: @escaping @Sendable (DocumentReading) -> [DocumentIdentifier] = { _ in [] }
    ) {
        self.interpret = interpret
        self.identify = identify
    }
}

extension DocumentReading {
    /// Only the fields of `allowed`; the zone stays only when some field is allowed.
    func limited(to allowed: [FieldNumber]) -> DocumentReading {
        DocumentReading(values: values.filter { allowed.contains($0.field) }, zone: allowed.isEmpty ? nil : zone)
    }
}

extension DocumentReading: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension DocumentReading {
    /// The label under which the reading of a document is sealed.
    static func label(_ document: DocumentID) -> String { "reading \(document)" }
}

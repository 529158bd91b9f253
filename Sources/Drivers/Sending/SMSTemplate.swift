import Foundation
import Primitives

/// The body of a gateway's request with places for the number and the text.
///
/// Placeholders: `{to}` (with the plus), `{digits}` (without), `{text}`, `{id}` (the message's identifier), `{secret}`.
/// What is put in is escaped for the kind of body, and is never read as a placeholder again.
struct SMSTemplate: Sendable {
    private let pieces: [Piece]
    private let format: SMSGatewaySettings.Format

    private enum Piece: Hashable, Sendable {
        case literal(String)
        case value(Placeholder)
    }

    enum Placeholder: String, Hashable, Sendable {
        case to, digits, text, id, secret
    }

    init(_ text: String, _ format: SMSGatewaySettings.Format) throws(SendingSettingsError) {
        self.format = format
        pieces = try Self.pieces(of: text)
        guard pieces.contains(.value(.text)), pieces.contains(.value(.to)) || pieces.contains(.value(.digits)) else {
            throw .badTemplate
        }
        let sample = filled { _ in "1" }
        guard format == .form || (try? JSONSerialization.jsonObject(with: Data(sample.utf8))) != nil else {
            throw .badTemplate
        }
    }

    var needsSecret: Bool { pieces.contains(.value(.secret)) }

    func filled(_ value: (Placeholder) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .value(let placeholder): format.escape(value(placeholder))
            }
        }
        .joined()
    }

    /// Braces around anything but a known name are the template's own, as JSON has many.
    private static func pieces(of text: String) throws(SendingSettingsError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let match = rest.firstMatch(of: #/\{([a-z]+)\}/#) {
            guard let placeholder = Placeholder(rawValue: String(match.1)) else { throw .badTemplate }
            pieces += [.literal(String(rest[..<match.range.lowerBound])), .value(placeholder)]
            rest = rest[match.range.upperBound...]
        }
        return pieces + [.literal(String(rest))]
    }
}

extension SMSGatewaySettings.Format {
    /// Writes `text` so that it cannot end the value it stands in.
    func escape(_ text: String) -> String {
        switch self {
        case .json: text.unicodeScalars.map(Self.jsonEscaped).joined()
        case .form: text.utf8.map(Self.percentEncoded).joined()
        }
    }

    /// RFC 8259, section 7.
    private static func jsonEscaped(_ scalar: UnicodeScalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        default:
            scalar.value < 0x20 || scalar.value == 0x7F
                ? "\\u00" + [UInt8(truncatingIfNeeded: scalar.value)].hex : String(scalar)
        }
    }

    private static func percentEncoded(_ octet: UInt8) -> String {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(octet))
        default: "%" + [octet].hex.uppercased()
        }
    }
}

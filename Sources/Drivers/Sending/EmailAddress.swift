/// An e-mail address that can stand in a header and an SMTP command as it is: a mailbox of RFC 5321 in ASCII.
///
/// The local part is dot-separated atoms, the domain letters, digits and hyphens. No character of it can end a line,
/// a bracket or an argument, so that an address cannot bring a header or a command with it.
package struct EmailAddress: Hashable, Sendable {
    let localPart: String
    /// In lower case; internationalised names in their `xn--` form.
    let domain: String

    /// - Returns: nil for anything else, quoted local parts and address literals included.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64, parts[1].utf8.count <= 253,
            Self.isDotAtom(parts[0]), Self.isDomain(parts[1])
        else { return nil }
        localPart = String(parts[0])
        domain = parts[1].lowercased()
    }

    /// The address itself, for the line it is sent to.
    var text: String { "\(localPart)@\(domain)" }

    private static func isDotAtom(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return !labels.isEmpty
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D }
                    && label.first != "-" && label.last != "-"
            }
    }

    private static func isLetterOrDigit(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}

extension EmailAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

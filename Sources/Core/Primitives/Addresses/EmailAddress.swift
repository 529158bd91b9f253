import Foundation

/// An e-mail address: a mailbox of RFC 5321 that can stand in a header and an SMTP command as it is.
///
/// The part before the `@` is dot-separated atoms in ASCII; the domain has two labels at least, in any alphabet. No
/// character of ``mailbox`` can end a line, a bracket or an argument, so that it cannot bring a header or a command along.
package struct EmailAddress: Hashable, Sendable {
    /// As it was entered, without blanks around it.
    package let text: String
    package let localPart: String
    /// In lower case; internationalised names in their `xn--` form.
    package let domain: String

    /// The address in ASCII, for the line it is sent to.
    package var mailbox: String { "\(localPart)@\(domain)" }

    /// What is compared and indexed: the mailbox in lower case.
    package var normalised: String { mailbox.lowercased() }

    /// - Returns: nil for anything else, quoted local parts and address literals included.
    package init?(_ entered: String) { try? self.init(entered: entered) }

    /// - Throws: ``Fault``.
    package init(entered: String) throws(Fault) {
        text = entered.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .shape }
        guard parts[0].allSatisfy(\.isASCII) else { throw parts[0].contains(where: \.isLetter) ? .localPart : .shape }
        guard (1...64).contains(parts[0].utf8.count), Self.isDotAtom(parts[0]) else { throw .shape }
        localPart = String(parts[0])
        do throws(DomainName.Fault) {
            domain = try DomainName(anyAlphabet: parts[1]).text
        } catch {
            throw error == .mixedAlphabets ? .mixedAlphabets : .shape
        }
        let labels = domain.split(separator: ".")
        guard labels.count >= 2, labels.last?.allSatisfy(\.isNumber) == false, mailbox.utf8.count <= 254 else {
            throw .shape
        }
    }

    /// Why a text is no e-mail address.
    package enum Fault: Error, Hashable {
        case shape
        /// Letters before the `@` that are not Latin: mail servers do not agree on them yet.
        case localPart
        /// A label of the domain has Latin and Cyrillic letters side by side.
        case mixedAlphabets
    }

    /// `a•••@e•••.kz`
    package var masked: String { Self.mask(text) }

    /// - Parameter text: an address that was accepted before.
    package static func mask(_ text: String) -> String {
        let parts = text.split(separator: "@")
        guard parts.count == 2, let first = parts[0].first, let host = parts[1].first else { return "•••" }
        return "\(first)•••@\(host)•••" + (parts[1].lastIndex(of: ".").map { String(parts[1][$0...]) } ?? "")
    }

    private static func isDotAtom(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
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

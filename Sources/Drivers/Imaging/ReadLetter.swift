import Primitives

/// A letter as the worker took it apart; everything in it is what a stranger wrote.
package struct ReadLetter: Sendable {
    /// The Message-ID, without its brackets.
    package var identifier: String?
    /// The address of the one sender that its head names; nobody has proved that it is theirs.
    package var sender: PersonalData<String>?
    package var subject: PersonalData<String>?
    /// Its body, in order.
    package var texts: [Text] = []
    package var attachments: [Attachment] = []

    /// A part that is read.
    package struct Text: Sendable {
        package let isHTML: Bool
        package let words: PersonalData<String>
    }

    /// A part that is a file.
    package struct Attachment: Sendable {
        /// As the letter calls it.
        package let type: String
        package let content: PersonalData<Bytes>
    }

    package init() {}
}

/// Why a letter is not read.
package enum LetterRefusal: Refusal, Hashable {
    /// It has neither a sender nor an identifier, no body, or does not keep to the form.
    case noLetter
    /// It has more parts, or parts within parts, than are looked at.
    case tooNested
    /// More octets than the limits allow.
    case tooLarge
    /// Its reading took longer, or asked for more memory, than the limits allow, or the worker crashed on it.
    case tooCostly
    /// No process could be started, or not in its jail; nothing was read.
    case unavailable

    package var kind: RefusalKind {
        switch self {
        case .noLetter, .tooNested, .tooCostly: .invalid
        case .tooLarge: .tooLarge
        case .unavailable: .unavailable
        }
    }
}

extension ReadLetter {
    /// Takes one frame of the worker; the kinds are those of `CMail.h`.
    ///
    /// - Returns: false for one that there is not.
    mutating func take(_ frame: Frame, type: inout String?) -> Bool {
        let text = { PersonalData(String(decoding: frame.payload, as: UTF8.self)) }
        switch frame.kind {
        case "m": identifier = text().reveal()
        case "f": sender = text()
        case "s": subject = text()
        case "t": texts.append(Text(isHTML: false, words: text()))
        case "h": texts.append(Text(isHTML: true, words: text()))
        case "a": type = String(String(decoding: frame.payload, as: UTF8.self).prefix(100))
        case "c":
            guard let known = type else { return false }
            attachments.append(Attachment(type: known, content: PersonalData(frame.payload)))
            type = nil
        default: return false
        }
        return true
    }
}

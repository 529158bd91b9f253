import Foundation

/// A person's name in its parts, as a form or a document gives it; shown as family name, given name, patronymic.
package struct PersonName: Hashable, Sendable {
    package let family: String?
    package let given: String?
    package let patronymic: String?

    package init(family: String? = nil, given: String? = nil, patronymic: String? = nil) {
        self.family = family
        self.given = given
        self.patronymic = patronymic
    }

    /// Family name, given name, patronymic, those that there are.
    package var shown: String { [family, given, patronymic].compactMap { $0 }.joined(separator: " ") }

    /// The most characters that a part may have.
    package static let longestPart = 100

    /// Reads one part as it was entered: composed (Unicode NFC), blanks at the ends and doubled ones gone, one hyphen.
    ///
    /// Cyrillic and Latin letters, hyphen, apostrophe, space, a full stop after an initial; at least one letter.
    /// - Returns: nil when nothing was entered.
    /// - Throws: ``Fault``.
    package static func part(_ entered: String) throws(Fault) -> String? {
        // Scalars, since characters would join a blank with a mark behind it.
        let words = entered.precomposedStringWithCanonicalMapping.unicodeScalars
            .split(whereSeparator: \.properties.isWhitespace)
        var scalars = String.UnicodeScalarView()
        for scalar in words.joined(separator: [" "]) {
            let plain: Unicode.Scalar = scalar == "\u{2010}" || scalar == "\u{2011}" ? "-" : scalar
            if let fault = fault(plain) { throw fault }
            scalars.append(plain)
        }
        if scalars.isEmpty { return nil }
        guard scalars.contains(where: \.isNameLetter) else { throw .notLetters }
        let text = String(scalars)
        guard text.count <= longestPart else { throw .tooLong }
        return text
    }

    /// Why a text is no part of a name.
    package enum Fault: Error, Hashable, CaseIterable {
        case tooLong, notLetters
        /// A mark over or under a letter, as a stress mark, that is not part of any letter.
        case mark
        /// A character that cannot be seen: zero width, turning the direction of writing, or of control.
        case invisible
    }

    private static func fault(_ scalar: Unicode.Scalar) -> Fault? {
        if scalar.isNameLetter || " -.'`’‘ʼʻ".unicodeScalars.contains(scalar) { return nil }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
        case .format, .control, .lineSeparator, .paragraphSeparator: return .invisible
        default: return .notLetters
        }
    }
}

extension Unicode.Scalar {
    /// Kazakh and Russian letters and those of their neighbours; the signs and marks between them are left out.
    var isCyrillicLetter: Bool { (0x400...0x52F).contains(value) && !(0x482...0x489).contains(value) }

    var isLatinLetter: Bool {
        switch value {
        case 0xD7, 0xF7: false
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    fileprivate var isNameLetter: Bool { isLatinLetter || isCyrillicLetter }
}

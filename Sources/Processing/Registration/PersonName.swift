import Primitives

/// A person's name in its parts; shown as family name, given name, patronymic.
package struct PersonName: Sendable, Hashable {
    package let family: String?
    package let given: String?
    package let patronymic: String?

    /// Family name, given name, patronymic, those that there are.
    package var shown: String { [family, given, patronymic].compactMap { $0 }.joined(separator: " ") }

    /// Reads what was entered; spaces at the ends and doubled ones go.
    ///
    /// Family or given name may be absent, not both; the patronymic may be absent.
    /// - Throws: ``RegistrationRefusal/fields(_:)`` naming each field that cannot be accepted.
    package init(family: String, given: String, patronymic: String) throws(RegistrationRefusal) {
        var problems: [FieldProblem] = []
        func part(_ text: String, _ field: String) -> String? {
            let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if text.isEmpty { return nil }
            if text.count > 100 { problems.append(FieldProblem(field, .tooLong)) }
            if !Self.isName(text) { problems.append(FieldProblem(field, .notAName)) }
            return text
        }
        self.family = part(family, "family")
        self.given = part(given, "given")
        self.patronymic = part(patronymic, "patronymic")
        if self.family == nil, self.given == nil { problems.append(FieldProblem("family", .missing)) }
        guard problems.isEmpty else { throw .fields(problems) }
    }

    package init(stored family: String?, _ given: String?, _ patronymic: String?) {
        self.family = family
        self.given = given
        self.patronymic = patronymic
    }

    /// Cyrillic and Latin letters, hyphen, apostrophe, space, a full stop after an initial; at least one letter.
    private static func isName(_ text: String) -> Bool {
        var letters = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xD7, 0xF7: return false
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x400...0x52F, 0x1E00...0x1EFF: letters += 1
            case 0x20, 0x2D, 0x27, 0x2019, 0x2BC, 0x2BB, 0x60, 0x2E, 0x2010, 0x2011, 0x300...0x36F: break
            default: return false
            }
        }
        return letters > 0
    }
}

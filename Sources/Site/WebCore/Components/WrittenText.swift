import Markup
import Primitives

/// The name of a field that is asked in each language, as `title-kk`.
package func fieldName(_ base: String, in language: Language) -> FieldName { FieldName("\(base)-\(language.rawValue)") }

extension Form {
    /// What was entered in the fields of all languages.
    package func phrase(_ base: String) -> Phrase {
        Phrase(
            ru: text(fieldName(base, in: .ru)), kk: text(fieldName(base, in: .kk)), en: text(fieldName(base, in: .en)))
    }

    /// Fills the fields of all languages before the form is shown.
    package mutating func fill(_ base: String, _ text: Phrase) {
        for language in Language.allCases { fill(fieldName(base, in: language), text[language]) }
    }
}

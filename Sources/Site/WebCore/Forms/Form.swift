import Primitives

/// What a person entered, kept as entered, with what is wrong in it.
///
/// It prints as `•••`: what is in it is personal.
package struct Form: Sendable {
    private(set) var entries: [(name: FieldName, text: String)]
    /// What is wrong, in the order in which it was found.
    package private(set) var errors: [FieldError] = []

    /// A form with nothing in it.
    package init() { entries = [] }

    init(entries: [(name: FieldName, text: String)]) { self.entries = entries }

    /// The text of a field as it was entered; empty when it was not sent.
    package func text(_ name: FieldName) -> String { entries.first { $0.name == name }?.text ?? "" }

    /// All fields in the order in which they came.
    var all: [(name: FieldName, text: String)] { entries }

    /// All texts under one name, as of several checkboxes.
    package func texts(_ name: FieldName) -> [String] { entries.filter { $0.name == name }.map(\.text) }

    /// The text without blanks around it; nil when nothing is left.
    package func trimmed(_ name: FieldName) -> String? {
        let text = text(name)
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(text[first...last])
    }

    /// The box was ticked, or the button with this name and value was pressed.
    package func isChecked(_ name: FieldName, value: String = "yes") -> Bool { texts(name).contains(value) }

    /// Fills a field before the form is shown.
    package mutating func fill(_ name: FieldName, _ text: String) {
        entries.removeAll { $0.name == name }
        entries.append((name, text))
    }

    /// Fills a field of several values, as checkboxes have, before the form is shown.
    package mutating func fill(_ name: FieldName, all texts: [String]) {
        entries.removeAll { $0.name == name }
        entries += texts.map { (name, $0) }
    }

    /// Says what is wrong with a field and how to mend it.
    package mutating func refuse(_ name: FieldName, _ message: Phrase) {
        errors.append(FieldError(field: name, message: message))
    }

    /// Nothing was found wrong.
    package var isAccepted: Bool { errors.isEmpty }

    /// The first thing wrong with a field.
    package func error(of name: FieldName) -> Phrase? { errors.first { $0.field == name }?.message }
}

/// A field and what is wrong with it.
package struct FieldError: Hashable, Sendable {
    package let field: FieldName
    package let message: Phrase
}

extension Form: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

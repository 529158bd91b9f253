/// A value about a person, as the vault gives it.
///
/// It prints as `•••` wherever values are printed by accident: descriptions, dumps, mirrors, logs, interpolation.
/// Only a page or an encoder that is handed one writes it out, through ``reveal()``.
package struct PersonalData<Value: Sendable>: Sendable {
    private let value: Value

    package init(_ value: Value) { self.value = value }

    /// The value itself, for the view or encoder that shows it to a person.
    package func reveal() -> Value { value }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> PersonalData<Other> {
        PersonalData<Other>(try transform(value))
    }
}

extension PersonalData: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

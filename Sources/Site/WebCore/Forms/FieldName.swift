/// The name of a field in a form, a constant of the code.
package struct FieldName: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(stringLiteral text: String) { self.text = text }

    /// The identifier of its control on the page, to which errors lead.
    package var controlID: String { "field-\(text)" }
    var hintID: String { "field-\(text)-hint" }
    var errorID: String { "field-\(text)-error" }
}

extension FieldName {
    /// The token that ties a form to the browser.
    static let token: FieldName = "form-token"

    /// A password that signs somebody in or is being set.
    package static let password: FieldName = "password"
    /// The password so far, where another is set.
    package static let presentPassword: FieldName = "present-password"
}

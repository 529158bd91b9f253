import Primitives

extension Attribute {
    package static func name(_ name: String) -> Attribute { Attribute("name", .text(name)) }

    package static func value(_ text: String) -> Attribute { Attribute("value", .text(text)) }

    package static func type(_ type: InputType) -> Attribute { Attribute("type", .text(type.rawValue)) }

    package static func `for`(_ identifier: String) -> Attribute { Attribute("for", .text(identifier)) }

    package static func action(_ address: Address) -> Attribute { Attribute("action", .address(address)) }

    package static func formAction(_ address: Address) -> Attribute { Attribute("formaction", .address(address)) }

    /// The form outside which the control stands.
    package static func form(_ identifier: String) -> Attribute { Attribute("form", .text(identifier)) }

    package static func method(_ method: FormMethod) -> Attribute { Attribute("method", .text(method.rawValue)) }

    /// The form sends files.
    package static let multipart = Attribute("enctype", .constant("multipart/form-data"))

    /// The browser leaves the checks to us, so that errors are told in one way.
    package static let noValidation = Attribute("novalidate", .present)

    /// What the browser may fill in, by the names of the HTML standard.
    package static func autocomplete(_ kind: Autocomplete) -> Attribute {
        Attribute("autocomplete", .text(kind.rawValue))
    }

    package static func inputmode(_ mode: InputMode) -> Attribute { Attribute("inputmode", .text(mode.rawValue)) }

    package static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", .number(count)) }

    package static func rows(_ count: Int) -> Attribute { Attribute("rows", .number(count)) }

    package static func pattern(_ expression: StaticString) -> Attribute { Attribute("pattern", .constant(expression)) }

    /// Kinds of files that may be chosen.
    package static func accept(_ types: StaticString) -> Attribute { Attribute("accept", .constant(types)) }

    /// A telephone opens its camera: the one at the back.
    package static let captureEnvironment = Attribute("capture", .constant("environment"))

    package static let multiple = Attribute("multiple", .present)
    package static let required = Attribute("required", .present)
    package static let disabled = Attribute("disabled", .present)
    package static let readonly = Attribute("readonly", .present)
    package static func checked(_ isChecked: Bool) -> Attribute { Attribute("checked", isChecked ? .present : .absent) }
    package static func selected(_ isSelected: Bool) -> Attribute {
        Attribute("selected", isSelected ? .present : .absent)
    }

    /// What the page is for: the cursor stands there at once.
    package static let autofocus = Attribute("autofocus", .present)

    package static let noSpellcheck = Attribute("spellcheck", .constant("false"))

    /// Names and codes are not to be put right or capitalised by a telephone.
    package static func autocapitalize(_ mode: StaticString) -> Attribute {
        Attribute("autocapitalize", .constant(mode))
    }

    package static func max(_ number: Int) -> Attribute { Attribute("max", .number(number)) }

    package static func value(_ number: Int) -> Attribute { Attribute("value", .number(number)) }
}

/// Kinds of `input`.
package enum InputType: String, Sendable {
    case text, email, tel, password, search, checkbox, radio, hidden, file, submit, button, date, number, url
}

/// How a form is sent.
package enum FormMethod: String, Sendable { case get, post }

/// Which keys a telephone shows.
package enum InputMode: String, Sendable { case text, numeric, tel, email, decimal, search, url }

/// What a field holds, by the autofill names of the HTML standard.
package enum Autocomplete: String, Sendable {
    case off, name, email, tel, username
    case familyName = "family-name"
    case givenName = "given-name"
    case additionalName = "additional-name"
    case oneTimeCode = "one-time-code"
    case newPassword = "new-password"
    case currentPassword = "current-password"
    case streetAddress = "street-address"
    case birthday = "bday"
}

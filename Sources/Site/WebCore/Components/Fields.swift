import Markup
import Primitives

/// What a text field asks of the browser and of the keyboard.
package struct FieldTraits: Sendable {
    var type: InputType = .text
    var autocomplete: Autocomplete?
    var inputmode: InputMode?
    var width: FieldWidth = .full
    var language: Language?
    package fileprivate(set) var isOptional = false
    var spellcheck = true

    /// About how much is expected in the field.
    package enum FieldWidth: Sendable { case full, half, short }

    /// - Parameters:
    ///   - language: that of what is entered, when it is not the page's.
    ///   - isOptional: says so in words; fields are required otherwise.
    package init(
        _ type: InputType = .text, autocomplete: Autocomplete? = nil, inputmode: InputMode? = nil,
        width: FieldWidth = .full, language: Language? = nil, isOptional: Bool = false, spellcheck: Bool = true
    ) {
        self.type = type
        self.autocomplete = autocomplete
        self.inputmode = inputmode
        self.width = width
        self.language = language
        self.isOptional = isOptional
        self.spellcheck = spellcheck
    }

    package static let plain = FieldTraits()
    package static let familyName = FieldTraits(autocomplete: .familyName, spellcheck: false)
    package static let givenName = FieldTraits(autocomplete: .givenName, spellcheck: false)
    package static let patronymic = FieldTraits(autocomplete: .additionalName, isOptional: true, spellcheck: false)
    package static let email = FieldTraits(.email, autocomplete: .email, inputmode: .email, spellcheck: false)
    package static let telephone = FieldTraits(.tel, autocomplete: .tel, inputmode: .tel, width: .half)
    /// A code of six digits sent to the person.
    package static let oneTimeCode = FieldTraits(
        autocomplete: .oneTimeCode, inputmode: .numeric, width: .short, spellcheck: false)
    package static let newPassword = FieldTraits(.password, autocomplete: .newPassword)
    package static let currentPassword = FieldTraits(.password, autocomplete: .currentPassword)
}

/// One line of text with its label above, its hint below the label and what is wrong beside it.
package func textField(
    _ name: FieldName, _ label: Phrase, hint: Phrase? = nil, in form: Form, _ traits: FieldTraits = .plain
) -> HTML {
    let isSecret = traits.type == .password
    return fieldFrame(name, label, hint: hint, in: form, isOptional: traits.isOptional) { described in
        input(
            [
                .id(name.controlID), .name(name.text), .type(traits.type), traits.width.attribute,
                // A password is the one thing that is never sent back.
                isSecret ? .none : .value(form.text(name)),
                traits.autocomplete.map { .autocomplete($0) } ?? .none,
                traits.inputmode.map { .inputmode($0) } ?? .none,
                traits.language.map { .lang($0) } ?? .none,
                Attribute.noSpellcheck.when(!traits.spellcheck),
            ] + described)
    }
}

/// Several lines of text.
///
/// - Parameters:
///   - language: that of what is entered, when it is not the page's.
///   - isFirst: the cursor stands in it at once.
package func textArea(
    _ name: FieldName, _ label: Phrase, hint: Phrase? = nil, in form: Form, rows: Int = 5, language: Language? = nil,
    isOptional: Bool = false, isFirst: Bool = false
) -> HTML {
    fieldFrame(name, label, hint: hint, in: form, isOptional: isOptional) { described in
        textarea(
            [
                .id(name.controlID), .name(name.text), .rows(rows), language.map { .lang($0) } ?? .none,
                Attribute.autofocus.when(isFirst),
            ] + described, text: form.text(name))
    }
}

/// One of a list that is too long for radio buttons.
package func selectField(
    _ name: FieldName, _ label: Phrase, hint: Phrase? = nil, in form: Form, options: [Choice], isOptional: Bool = false
) -> HTML {
    fieldFrame(name, label, hint: hint, in: form, isOptional: isOptional) { described in
        select([.id(name.controlID), .name(name.text)] + described) {
            option(.value("")) { Phrase.choose }
            for choice in options {
                option(.value(choice.value), .selected(form.isChecked(name, value: choice.value))) { choice.label }
            }
        }
    }
}

/// The choice of a file.
package func fileField(
    _ name: FieldName, _ label: Phrase, hint: Phrase? = nil, in form: Form, accept: StaticString
) -> HTML {
    fieldFrame(name, label, hint: hint, in: form, isOptional: false) { described in
        input([.id(name.controlID), .name(name.text), .type(.file), .accept(accept)] + described)
    }
}

/// Label, hint and error around a control; the control gets the attributes that tie them to it.
private func fieldFrame(
    _ name: FieldName, _ label: Phrase, hint: Phrase?, in form: Form, isOptional: Bool,
    control: ([Attribute]) -> HTML
) -> HTML {
    let error = form.error(of: name)
    let described = [hint == nil ? nil : name.hintID, error == nil ? nil : name.errorID].compactMap { $0 }
    return div(error == nil ? .class("field") : .class("field", "wrong")) {
        Markup.label(.for(name.controlID)) {
            label
            if isOptional { optionalMark }
        }
        if let hint { p(.class("hint"), .id(name.hintID)) { hint } }
        if let error { fieldError(name, error) }
        control([.ariaDescribedBy(described), Attribute.ariaInvalid.when(error != nil)])
    }
}

let optionalMark = span(.class("optional")) {
    " "
    Phrase.optional
}

/// What is wrong, beside its field.
package func fieldError(_ name: FieldName, _ message: Phrase) -> HTML {
    p(.class("error"), .id(name.errorID)) {
        icon(.stop)
        span(.class("visually-hidden")) {
            Phrase.errorPrefix
            " "
        }
        message
    }
}

extension FieldTraits.FieldWidth {
    fileprivate var attribute: Attribute {
        switch self {
        case .full: .class("full")
        case .half: .class("half")
        case .short: .class("short")
        }
    }
}

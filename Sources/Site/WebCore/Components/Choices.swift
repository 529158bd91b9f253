import Markup
import Primitives

/// One of several things to choose from.
package struct Choice: Sendable {
    package let value: String
    package let label: Phrase
    package let hint: Phrase?

    package init(_ value: String, _ label: Phrase, hint: Phrase? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// One box to tick, off unless the form says otherwise.
///
/// - Parameter details: stands below the label, as the clause and the text of a consent.
package func checkbox(
    _ name: FieldName, _ label: Phrase, hint: Phrase? = nil, in form: Form, value: String = "yes",
    @HTMLBuilder details: () -> HTML = { .empty }
) -> HTML {
    let error = form.error(of: name)
    let details = details()
    return div(error == nil ? .class("field", "choice-field") : .class("field", "choice-field", "wrong")) {
        if let error { fieldError(name, error) }
        choiceLine(
            .checkbox, name, Choice(value, label, hint: hint), id: name.controlID, in: form,
            errorID: error == nil ? nil : name.errorID)
        if !details.isEmpty { div(.class("choice-details")) { details } }
    }
}

/// Several boxes under one question.
package func checkboxes(
    _ name: FieldName, _ question: Phrase, hint: Phrase? = nil, in form: Form, _ choices: [Choice]
) -> HTML {
    choiceGroup(.checkbox, name, question, hint: hint, in: form, choices)
}

/// One of a few, all seen at once.
package func radios(
    _ name: FieldName, _ question: Phrase, hint: Phrase? = nil, in form: Form, _ choices: [Choice]
) -> HTML {
    choiceGroup(.radio, name, question, hint: hint, in: form, choices)
}

/// Fields that belong together under one question.
package func fieldGroup(_ question: Phrase, hint: Phrase? = nil, @HTMLBuilder content: () -> HTML) -> HTML {
    fieldset(.class("group")) {
        legend { question }
        if let hint { p(.class("hint")) { hint } }
        content()
    }
}

private func choiceGroup(
    _ type: InputType, _ name: FieldName, _ question: Phrase, hint: Phrase?, in form: Form, _ choices: [Choice]
) -> HTML {
    let error = form.error(of: name)
    let described = [hint == nil ? nil : name.hintID, error == nil ? nil : name.errorID].compactMap { $0 }
    return fieldset(
        error == nil ? .class("field", "choices") : .class("field", "choices", "wrong"),
        .ariaDescribedBy(described)
    ) {
        legend { question }
        if let hint { p(.class("hint"), .id(name.hintID)) { hint } }
        if let error { fieldError(name, error) }
        for (index, choice) in choices.enumerated() {
            // The first control bears the field's identifier, so that the error summary leads to it.
            choiceLine(
                type, name, choice, id: index == 0 ? name.controlID : "\(name.controlID)-\(index)", in: form,
                errorID: nil)
        }
    }
}

private func choiceLine(
    _ type: InputType, _ name: FieldName, _ choice: Choice, id: String, in form: Form, errorID: String?
) -> HTML {
    let hintID = choice.hint == nil ? nil : "\(id)-hint"
    return div(.class("choice")) {
        input(
            .type(type), .id(id), .name(name.text), .value(choice.value),
            .checked(form.isChecked(name, value: choice.value)),
            .ariaDescribedBy([hintID, errorID].compactMap { $0 }), Attribute.ariaInvalid.when(errorID != nil))
        label(.for(id)) { choice.label }
        if let hint = choice.hint, let hintID { p(.class("hint"), .id(hintID)) { hint } }
    }
}

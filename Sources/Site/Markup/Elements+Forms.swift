// Forms.

/// `form`
package func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("form", attributes, content()))
}

/// `fieldset`
package func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("fieldset", attributes, content()))
}

/// `legend`
package func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("legend", attributes, content()))
}

/// `label`
package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("label", attributes, content()))
}

/// `button`
package func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("button", attributes, content()))
}

/// `select`
package func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("select", attributes, content()))
}

/// `option`
package func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("option", attributes, content()))
}

/// `output`
package func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("output", attributes, content()))
}

/// `progress`
package func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("progress", attributes, content()))
}

/// `input`
package func input(_ attributes: Attribute...) -> HTML { HTML(.void("input", attributes)) }

/// `input` with attributes gathered before.
package func input(_ attributes: [Attribute]) -> HTML { HTML(.void("input", attributes)) }

/// `textarea`; the text comes back exactly as it was entered.
package func textarea(_ attributes: Attribute..., text: String) -> HTML {
    HTML(.verbatim("textarea", attributes, text))
}

/// `textarea` with attributes gathered before.
package func textarea(_ attributes: [Attribute], text: String) -> HTML { HTML(.verbatim("textarea", attributes, text)) }

/// `select` with attributes gathered before.
package func select(_ attributes: [Attribute], @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("select", attributes, content()))
}

/// `svg`, a drawing; `viewBox` are its four numbers.
package func svg(viewBox: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("svg", [Attribute("viewBox", .constant(viewBox))] + attributes, content()))
}

/// `svg` whose size is computed, such as a QR code.
package func svg(width: Int, height: Int, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("svg", [Attribute("viewBox", .text("0 0 \(width) \(height)"))] + attributes, content()))
}

/// `use`: a drawing kept in a file.
package func use(_ address: Address) -> HTML { HTML(.element("use", [.href(address)], .empty)) }

/// `path`, one line of a drawing.
package func path(_ commands: StaticString, _ attributes: Attribute...) -> HTML {
    HTML(.element("path", [Attribute("d", .constant(commands))] + attributes, .empty))
}

/// `path` whose commands are computed from numbers.
package func path(computed commands: String, _ attributes: Attribute...) -> HTML {
    HTML(.element("path", [Attribute("d", .text(commands))] + attributes, .empty))
}

/// `rect`
package func rect(x: Int, y: Int, width: Int, height: Int, _ attributes: Attribute...) -> HTML {
    let place = [
        Attribute("x", .number(x)), Attribute("y", .number(y)), Attribute("width", .number(width)),
        Attribute("height", .number(height)),
    ]
    return HTML(.element("rect", place + attributes, .empty))
}

/// `title` of a drawing, its name for those who do not see it.
package func drawingTitle(_ text: HTML) -> HTML { HTML(.element("title", [], text)) }

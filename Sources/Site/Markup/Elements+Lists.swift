// Lists and what can be folded.

/// `ul`
package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("ul", attributes, content()))
}

/// `ol`
package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("ol", attributes, content()))
}

/// `li`
package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("li", attributes, content()))
}

/// `dl`
package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("dl", attributes, content()))
}

/// `dt`
package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("dt", attributes, content()))
}

/// `dd`
package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("dd", attributes, content()))
}

/// `details`
package func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("details", attributes, content()))
}

/// `summary`
package func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("summary", attributes, content()))
}

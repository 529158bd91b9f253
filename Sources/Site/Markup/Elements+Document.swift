import Primitives

// The document and its large parts.

/// `html`
package func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("html", attributes, content()))
}

/// `head`
package func head(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("head", attributes, content()))
}

/// `body`
package func body(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("body", attributes, content()))
}

/// `header`
package func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("header", attributes, content()))
}

/// `footer`
package func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("footer", attributes, content()))
}

/// `main`
package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("main", attributes, content()))
}

/// `nav`
package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("nav", attributes, content()))
}

/// `section`
package func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("section", attributes, content()))
}

/// `article`
package func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("article", attributes, content()))
}

/// `aside`
package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("aside", attributes, content()))
}

/// `template`: a piece that only scripts show.
package func template(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("template", attributes, content()))
}

/// `title`, the name of the page for the browser; text only.
package func title(_ text: Phrase) -> HTML { HTML(.element("title", [], .text(text))) }

/// `meta`
package func meta(_ attributes: Attribute...) -> HTML { HTML(.void("meta", attributes)) }

/// `link`, which ties a file to the document.
package func link(_ attributes: Attribute...) -> HTML { HTML(.void("link", attributes)) }

/// A script from a file of this site; there is no other way to a script.
package func script(_ address: Address) -> HTML { HTML(.element("script", [.src(address), .defer], .empty)) }

// Headings, paragraphs and words.

/// `h1`
package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("h1", attributes, content()))
}

/// `h2`
package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("h2", attributes, content()))
}

/// `h3`
package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("h3", attributes, content()))
}

/// `h4`
package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("h4", attributes, content()))
}

/// `p`
package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("p", attributes, content()))
}

/// `blockquote`
package func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("blockquote", attributes, content()))
}

/// `pre`
package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("pre", attributes, content()))
}

/// `div`
package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("div", attributes, content()))
}

/// `span`
package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("span", attributes, content()))
}

/// `a`
package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("a", attributes, content()))
}

/// `strong`
package func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("strong", attributes, content()))
}

/// `em`
package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("em", attributes, content()))
}

/// `small`
package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("small", attributes, content()))
}

/// `s`
package func s(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("s", attributes, content()))
}

/// `code`
package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("code", attributes, content()))
}

/// `kbd`
package func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("kbd", attributes, content()))
}

/// `sup`
package func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("sup", attributes, content()))
}

/// `abbr`
package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("abbr", attributes, content()))
}

/// `time`
package func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("time", attributes, content()))
}

/// `figure`
package func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("figure", attributes, content()))
}

/// `figcaption`
package func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("figcaption", attributes, content()))
}

/// `mark`
package func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("mark", attributes, content()))
}

/// `ins`
package func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("ins", attributes, content()))
}

/// `del`
package func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(.element("del", attributes, content()))
}

/// `br`
package let lineBreak = HTML(.void("br", []))

/// `hr`
package func hr(_ attributes: Attribute...) -> HTML { HTML(.void("hr", attributes)) }

/// `wbr`: here a long word may be broken.
package let breakOpportunity = HTML(.void("wbr", []))

/// `img`
package func img(_ attributes: Attribute...) -> HTML { HTML(.void("img", attributes)) }

import Markup
import Primitives

/// A line of a summary: what it is, what it holds, and where it is changed.
package struct SummaryRow: Sendable {
    package let label: Phrase
    package let value: HTML
    /// Where the value is changed; the link leads to the field.
    package let change: (path: SitePath, field: FieldName?)?

    package init(_ label: Phrase, _ value: HTML, change path: SitePath? = nil, at field: FieldName? = nil) {
        self.label = label
        self.value = value
        change = path.map { ($0, field) }
    }

    package init(_ label: Phrase, _ value: String, change path: SitePath? = nil, at field: FieldName? = nil) {
        self.init(label, .text(value), change: path, at: field)
    }
}

/// Names and values one below the other, as in "check your answers".
package func summaryList(_ rows: [SummaryRow]) -> HTML {
    dl(.class("summary")) {
        for row in rows {
            div {
                dt { row.label }
                dd { row.value }
                if let change = row.change {
                    dd(.class("change")) {
                        a(.href(change.path.address(fragment: change.field?.controlID))) {
                            Phrase.change
                            span(.class("visually-hidden")) {
                                ": "
                                row.label
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A column of a table.
package struct Column: Sendable {
    package let heading: Phrase
    /// Figures stand right, all of one width.
    package let isNumber: Bool
    /// The cells speak for themselves: no heading stands in front of them where the screen is narrow.
    package let isPlain: Bool

    package init(_ heading: Phrase, isNumber: Bool = false, isPlain: Bool = false) {
        self.heading = heading
        self.isNumber = isNumber
        self.isPlain = isPlain
    }
}

/// A table of rows of cells; it scrolls within itself when the screen is narrow.
///
/// - Parameters:
///   - hidesCaption: the heading above says the same; only those who do not see the page need it.
///   - isStacked: on a narrow screen each row becomes a block, every cell behind its heading.
package func dataTable(
    _ caption: Phrase, _ columns: [Column], hidesCaption: Bool = false, isStacked: Bool = true, rows: [[HTML]]
) -> HTML {
    div(
        .class("table-frame"), Attribute.tabindex(0).when(!isStacked), Attribute.role("region").when(!isStacked),
        Attribute.ariaLabel(caption).when(!isStacked)
    ) {
        table(isStacked ? .class("stacked") : .none) {
            Markup.caption(hidesCaption ? .class("visually-hidden") : .none) { caption }
            thead {
                tr {
                    for column in columns {
                        th(.scope(.col), column.isNumber ? .class("figure") : .none) { column.heading }
                    }
                }
            }
            tbody {
                for row in rows {
                    tr {
                        for (column, cell) in zip(columns, row) {
                            td(
                                column.isNumber ? .class("figure") : .none,
                                column.isPlain ? .none : .data("data-heading", column.heading)
                            ) {
                                cell
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The way to the pages before and after, by key; nothing when there is one page.
package func pagination(previous: SitePath?, next: SitePath?) -> HTML {
    guard previous != nil || next != nil else { return .empty }
    return nav(.class("pagination"), .ariaLabel(.pagination)) {
        if let previous {
            a(.href(previous), .rel("prev")) {
                icon(.back)
                Phrase.previousPage
            }
        }
        if let next {
            a(.href(next), .rel("next")) {
                Phrase.nextPage
                icon(.arrow)
            }
        }
    }
}

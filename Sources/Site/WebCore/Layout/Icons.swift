import Markup

/// A small line drawing that stands beside a word, never alone.
package enum Icon: Sendable, CaseIterable {
    case check, warning, stop, info, clock, document, camera, eye, lock, arrow, back, print, copy, search, person, plus,
        menu

    fileprivate var line: StaticString {
        switch self {
        case .check: "M4 10.5l4 4 8-9"
        case .warning: "M10 3l8 14H2zM10 8v4.5M10 14.7v.3"
        case .stop: "M7 2.5h6l4.5 4.5v6L13 17.5H7L2.5 13V7zM7 10h6"
        case .info: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 9v5M10 6v.3"
        case .clock: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M10 5.5V10l3 2"
        case .document: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13h5.5"
        case .camera: "M2.5 6h3.5l1.5-2h5L14 6h3.5v10h-15zM10 8a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6"
        case .eye:
            "M1.5 10S4.5 4.5 10 4.5S18.5 10 18.5 10S15.5 15.5 10 15.5S1.5 10 1.5 10M10 7.7a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6"
        case .lock: "M4.5 9h11v8.5h-11zM7 9V6a3 3 0 0 1 6 0v3M10 12.5v2"
        case .arrow: "M4 10h12M11 5l5 5-5 5"
        case .back: "M16 10H4M9 5l-5 5 5 5"
        case .print: "M6 7V2.5h8V7M6 14H2.5V7h15v7H14M6 11.5h8v6H6z"
        case .copy: "M7 6.5h10v11H7zM4.5 13.5H3v-11h10V4"
        case .search: "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M12.5 12.5l5 5"
        case .person: "M10 3a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M3 17.5c.5-4 3.5-5.5 7-5.5s6.5 1.5 7 5.5"
        case .plus: "M10 4v12M4 10h12"
        case .menu: "M3 5.5h14M3 10h14M3 14.5h14"
        }
    }
}

/// Draws an icon in the colour of the text around it.
package func icon(_ icon: Icon) -> HTML {
    svg(viewBox: "0 0 20 20", .class("icon"), .ariaHidden) { path(icon.line) }
}

import Markup

/// The ram's-horn motif (қошқар мүйіз) in one line; it marks the header and the receipt, nothing else.
package let ornament = svg(viewBox: "0 0 48 32", .class("ornament"), .ariaHidden) {
    path(
        "M24 30V16C24 7 19 3 13.5 3C7.5 3 3 7.5 3 13S7 22.5 12.5 22.5S20.5 19 20.5 14.5S17.5 8.5 13.5 8.5S8.5 11.5 8.5 14.5S11 17.5 13 16.5"
    )
    path(
        "M24 16C24 7 29 3 34.5 3C40.5 3 45 7.5 45 13S41 22.5 35.5 22.5S27.5 19 27.5 14.5S30.5 8.5 34.5 8.5S39.5 11.5 39.5 14.5S37 17.5 35 16.5"
    )
    path("M17 30H31")
}

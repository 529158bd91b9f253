import Markup
import Primitives
import WebCore
import TestKit
import Testing

@Suite("Any text of a clause")
struct MarkdownByChanceTests {
    private static let pieces = [
        "a", "қ", " ", "\n", "\n\n", "*", "**", "[", "]", "(", ")", "](", "- ", "1. ", "\\", "<", ">", "&", "\"", "'",
        "<b>",
        "</p>", "<!--", "-->", "&lt;", "javascript:", "https://", "//", "mailto:", "#", "\0", "\u{301}", "\r", "data:",
        "\t",
    ]
    /// What a text may become, and nothing else.
    private static let tags: Set<String> = ["p", "ul", "ol", "li", "strong", "em", "a"]

    @Test("becomes whole elements of a few kinds, and no markup of its own, 10,000 times")
    func safe() {
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            let text = dice.text(of: Self.pieces, 1...24)
            let page = String(decoding: Markdown(text).html.rendered(in: .kk), as: UTF8.self)
            if let fault = Self.fault(page) { Issue.record("seed \(seed): \(fault) of \(text.debugDescription)") }
        }
    }

    /// Reads a page as a strict parser would. - Returns: what does not belong on it.
    private static func fault(_ page: String) -> String? {
        var open: [String] = []
        var rest = page.unicodeScalars[...]
        while let next = rest.popFirst() {
            if next == ">" { return "a stray >" }
            if next == "&" {
                let name = String(rest.prefix { $0 != ";" })
                guard ["lt", "gt", "amp", "quot", "#39"].contains(name) else { return "a stray &" }
                rest = rest.dropFirst(name.unicodeScalars.count)
            }
            guard next == "<" else { continue }
            let inside = String(rest.prefix { $0 != ">" })
            rest = rest.dropFirst(inside.unicodeScalars.count + 1)
            if inside.hasPrefix("/") {
                guard open.popLast() == String(inside.dropFirst()) else { return "</\(inside.dropFirst())> too many" }
            } else {
                let name = String(inside.prefix { $0 != " " })
                guard tags.contains(name) else { return "<\(name)>" }
                if let fault = attributeFault(inside.dropFirst(name.count)) { return fault }
                open.append(name)
            }
        }
        return open.isEmpty ? nil : "an open <\(open[0])>"
    }

    private static func attributeFault(_ text: Substring) -> String? {
        if text.isEmpty { return nil }
        if text.wholeMatch(of: #/ start="[0-9]+"/#) != nil { return nil }
        guard let link = text.wholeMatch(of: #/ href="([^"<>]*)"/#)?.1 else { return "the attribute \(text)" }
        let isSafe = ["https://", "http://", "mailto:", "tel:", "#", "/kk"].contains { link.hasPrefix($0) }
        return isSafe && !link.hasPrefix("//") ? nil : "the link \(link)"
    }
}

import Markup
import Primitives

/// Drawings of a good picture of a document, and of three that cannot be read, each with its words.
package let scanExample = div(.class("scan-example")) {
    figure {
        svg(viewBox: "0 0 240 150", .class("good-scan"), .ariaHidden) {
            path("M6 30V6h24M210 6h24v24M234 120v24h-24M30 144H6v-24", .class("corners"))
            path("M42 26h156a8 8 0 0 1 8 8v82a8 8 0 0 1-8 8H42a8 8 0 0 1-8-8V34a8 8 0 0 1 8-8z", .class("paper"))
            path("M48 42h38v46H48zM67 50a8 8 0 1 0 0 16a8 8 0 1 0 0-16M52 88c1-11 7-16 15-16s14 5 15 16")
            path("M100 46h46M100 58h84M100 70h64M100 82h74", .class("lines"))
            path("M48 102h144M48 112h144", .class("zone"))
        }
        figcaption {
            icon(.check)
            strong { Phrase.goodScan }
            ": "
            Phrase.goodScanWords
        }
    }
    ul(.class("bad-scans", "plain")) {
        badScan(.badScanCut) {
            path("M92 20H30a4 4 0 0 0-4 4v44M36 34h22v26H36zM66 36h26M66 44h26M66 52h26")
        }
        badScan(.badScanGlare) {
            path("M18 16h60a3 3 0 0 1 3 3v34a3 3 0 0 1-3 3H18a3 3 0 0 1-3-3V19a3 3 0 0 1 3-3z")
            path("M23 24h14v18H23zM44 26h8M44 34h4M23 49h20")
            path("M62 18l4 12 12 4-12 4-4 12-4-12-12-4 12-4z", .class("glare"))
        }
        badScan(.badScanTilted) {
            path("M24 12l58 16-10 36-58-16zM30 21l14 4-5 18-14-4zM50 28l22 6M48 35l22 6M46 42l14 4")
        }
    }
}

private func badScan(_ words: Phrase, @HTMLBuilder drawing: () -> HTML) -> HTML {
    li {
        svg(viewBox: "0 0 96 72", .ariaHidden) {
            path("M4 4h88v64H4z", .class("frame"))
            drawing()
            path("M8 8l80 56M88 8L8 64", .class("cross"))
        }
        span(.class("visually-hidden")) {
            Phrase.badScan
            ": "
        }
        words
    }
}

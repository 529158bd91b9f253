import Markup
import Primitives

/// A small, safe part of CommonMark: paragraphs, lists, `**strong**`, `*emphasis*` and links.
///
/// Everything else, HTML included, is text. It becomes ``HTML`` by type, so there is nothing to sanitise.
package struct Markdown: Sendable {
    enum Block: Hashable, Sendable {
        case paragraph([MarkdownSpan])
        case bullets([[MarkdownSpan]])
        case numbers(from: Int, [[MarkdownSpan]])
    }

    let blocks: [Block]

    package init(_ text: String) {
        var blocks: [Block] = []
        var lines: [Substring] = []
        let all = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) } + [""]
        for line in all {
            if line.allSatisfy(\.isWhitespace) {
                if !lines.isEmpty { blocks += Markdown.blocks(of: lines) }
                lines = []
            } else {
                lines.append(line.trimmingBlanks)
            }
        }
        self.blocks = blocks
    }

    /// The text as a piece of a page.
    package var html: HTML {
        .group(
            blocks.map { block in
                switch block {
                case .paragraph(let spans): p { MarkdownSpan.html(spans) }
                case .bullets(let items): ul { for item in items { li { MarkdownSpan.html(item) } } }
                case .numbers(let first, let items):
                    ol(first == 1 ? .none : .start(first)) { for item in items { li { MarkdownSpan.html(item) } } }
                }
            })
    }

    /// Lines without an empty one between them: a paragraph, and lists where lines begin with a mark.
    private static func blocks(of lines: [Substring]) -> [Block] {
        var blocks: [Block] = []
        var words: [Substring] = []
        var items: [[Substring]] = []
        var kind: ListMark?

        func close() {
            if !words.isEmpty { blocks.append(.paragraph(MarkdownSpan.parse(words.joined(separator: " ")[...]))) }
            let contents = items.map { MarkdownSpan.parse($0.joined(separator: " ")[...]) }
            switch kind {
            case .bullet: blocks.append(.bullets(contents))
            case .number(let first): blocks.append(.numbers(from: first, contents))
            case nil: break
            }
            (words, items, kind) = ([], [], nil)
        }

        for line in lines {
            if let (mark, rest) = ListMark.read(line) {
                if kind?.isLike(mark) != true {
                    close()
                    kind = mark
                }
                items.append([rest])
            } else if items.isEmpty {
                words.append(line)
            } else {
                items[items.count - 1].append(line)
            }
        }
        close()
        return blocks
    }
}

/// A text of the operator's, in the language of the page.
package func markdown(_ text: Phrase) -> HTML { HTML.perLanguage { Markdown(text[$0]).html } }

/// What a line of a list begins with.
private enum ListMark {
    case bullet
    case number(Int)

    func isLike(_ other: ListMark) -> Bool {
        switch (self, other) {
        case (.bullet, .bullet), (.number, .number): true
        default: false
        }
    }

    static func read(_ line: Substring) -> (ListMark, Substring)? {
        if line.hasPrefix("- ") || line.hasPrefix("* ") { return (.bullet, line.dropFirst(2).trimmingBlanks) }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
        let rest = line.dropFirst(digits.count)
        guard rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
        return (.number(number), rest.dropFirst(2).trimmingBlanks)
    }
}

extension Substring {
    var trimmingBlanks: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }
}

import Markup
import Policy

/// Lines of a consent as paragraphs and lists, in the order in which they stand.
package func consentLines(_ lines: [String]) -> HTML {
    group {
        for run in runs(of: lines, marked: ConsentText.mark, or: ConsentText.innerMark) {
            if run.isList {
                ul { for element in elements(run.lines) { li { consentElement(element) } } }
            } else {
                for line in run.lines { p { line.unbroken } }
            }
        }
    }
}

/// The items of a consent, each under its heading.
///
/// - Parameter heading: makes a heading of the rank that the page has room for.
package func consentSections(_ text: ConsentText, heading: (String) -> HTML) -> HTML {
    group {
        for section in text.sections {
            heading(section.heading)
            consentLines(section.body)
        }
    }
}

/// The text of a consent as it was stored when it was given, also by earlier programmes: a title, parts with a heading
/// each, and lists.
///
/// - Parameter heading: makes a heading of the rank that the page has room for.
package func consentParagraphs(_ text: String, heading: (String) -> HTML) -> HTML {
    let blocks = text.split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
    return group {
        for lines in blocks {
            // A line by itself is the title, or the sentence that is agreed to.
            if lines.count > 1, let first = lines.first {
                heading(first)
                consentLines(Array(lines.dropFirst()))
            } else {
                consentLines(lines)
            }
        }
    }
}

/// An element of a list with the list that may be within it.
private func consentElement(_ lines: [String]) -> HTML {
    let inner = lines.dropFirst()
    return group {
        words(of: lines[0])
        if !inner.isEmpty {
            ul { for line in inner { li { words(of: line) } } }
        }
    }
}

private func words(of line: String) -> String { String(line.trimmingPrefix(#/ *– /#)).unbroken }

/// Elements of a list, each with those of the list within it behind it.
private func elements(_ lines: [String]) -> [[String]] {
    lines.reduce(into: []) { elements, line in
        if elements.isEmpty || line.hasPrefix(ConsentText.mark) {
            elements.append([line])
        } else {
            elements[elements.count - 1].append(line)
        }
    }
}

/// Lines that follow each other and are, or are not, elements of a list.
private func runs(of lines: [String], marked mark: String, or inner: String) -> [(isList: Bool, lines: [String])] {
    lines.reduce(into: []) { runs, line in
        let isElement = line.hasPrefix(mark) || line.hasPrefix(inner)
        if runs.last?.isList == isElement {
            runs[runs.count - 1].lines.append(line)
        } else {
            runs.append((isElement, [line]))
        }
    }
}

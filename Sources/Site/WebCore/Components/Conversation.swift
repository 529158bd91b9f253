import Markup
import Permits
import Primitives

/// Something that was said, ready to be shown.
package struct Said: Sendable {
    package let who: Phrase
    /// By which way; nil where it needs no telling.
    package let way: Phrase?
    package let at: Instant
    private let words: PersonalData<String>?
    private let file: HTML

    package init(_ who: Phrase, by way: Phrase?, at: Instant, _ words: PersonalData<String>) {
        (self.who, self.way, self.at, self.words) = (who, way, at, words)
        file = .empty
    }

    /// A file that was sent.
    package init(_ who: Phrase, by way: Phrase?, at: Instant, file: HTML) {
        (self.who, self.way, self.at, self.file) = (who, way, at, file)
        words = nil
    }

    fileprivate var content: HTML {
        guard let words else { return file }
        return group {
            for line in words.reveal().split(separator: "\n", omittingEmptySubsequences: true) {
                p(.noTranslation) { String(line) }
            }
        }
    }
}

/// What two sides said to each other, the oldest first.
package func conversation(_ said: [Said]) -> HTML {
    group {
        for one in said.sorted(by: { $0.at < $1.at }) {
            article(.class("card")) {
                h2(.class("panel-title")) { one.who }
                p(.class("muted", "small")) {
                    time(.datetime(one.at.description)) { Phrase.moment(one.at) }
                    if let way = one.way {
                        " · "
                        way
                    }
                }
                one.content
            }
        }
    }
}

import Markup
import Permits
import Primitives

/// Something that was said, ready to be shown.
package struct Said: Sendable {
    package let who: Phrase
    /// By which way; nil where it needs no telling.
    package let way: Phrase?
    package let at: Instant
    package let words: PersonalData<String>

    package init(_ who: Phrase, by way: Phrase?, at: Instant, _ words: PersonalData<String>) {
        self.who = who
        self.way = way
        self.at = at
        self.words = words
    }
}

/// What two sides said to each other, the oldest first.
package func conversation(_ said: [Said]) -> HTML {
    group {
        for one in said {
            article(.class("card")) {
                h2(.class("panel-title")) { one.who }
                p(.class("muted", "small")) {
                    time(.datetime(one.at.description)) { Phrase.moment(one.at) }
                    if let way = one.way {
                        " · "
                        way
                    }
                }
                for line in one.words.reveal().split(separator: "\n", omittingEmptySubsequences: true) {
                    p(.noTranslation) { String(line) }
                }
            }
        }
    }
}

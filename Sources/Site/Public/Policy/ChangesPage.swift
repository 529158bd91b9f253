import Markup
import Policy
import Primitives
import WebCore

/// What differs between two editions, for those who follow the policy (clause 5.5).
package struct ChangesPage: Sendable {
    let old: Edition
    let new: Edition
    /// All numbers there are, the newest first, to compare others.
    let numbers: [Int]

    package init(from old: Edition, to new: Edition, numbers: [Int]) {
        self.old = old
        self.new = new
        self.numbers = numbers
    }

    /// The page around a content that may have been rendered before.
    func frame(@HTMLBuilder _ content: () -> HTML) -> Page {
        Page(
            .changesTitle(old.number, new.number), width: .wide, for: .everyone, section: .policy,
            styles: differenceStyles, content: content)
    }

    package var page: Page { frame { content } }

    @HTMLBuilder var content: HTML {
        backLink(.editionsTitle, to: .editions)
        h1 { Phrase.changesTitle(old.number, new.number) }
        summaryList([row(old), row(new)])
        if numbers.count > 2 { compareForm(numbers, from: old.number, to: new.number) }
        p(.class("lead")) { Phrase.changesLead }
        differenceView(EditionDifference(from: old.document, to: new.document))
    }

    private func row(_ edition: Edition) -> SummaryRow {
        SummaryRow(
            .editionNumber(edition.number),
            group {
                Phrase.inForceSince
                " "
                time(.datetime(edition.inForceSince.description)) { Phrase.moment(edition.inForceSince) }
                " · "
                textLink(.permanentAddress, to: SitePath.edition(edition.number))
            })
    }
}

/// Shown while there is nothing to compare.
package struct NoChangesPage: Sendable {
    package init() {}

    package var page: Page {
        Page(.changesLink, for: .everyone, section: .policy) {
            backLink(.editionsTitle, to: .editions)
            h1 { Phrase.changesLink }
            emptyState(.changesNotYet, .changesNotYetWhy)
        }
    }
}

/// Chooses two editions to be compared.
func compareForm(_ numbers: [Int], from old: Int, to new: Int) -> HTML {
    func choice(_ name: FieldName, _ label: Phrase, _ chosen: Int) -> HTML {
        div(.class("field")) {
            Markup.label(.for(name.controlID)) { label }
            select([.id(name.controlID), .name(name.text)]) {
                for number in numbers {
                    option(.value(String(number)), .selected(number == chosen)) { Phrase.editionNumber(number) }
                }
            }
        }
    }
    return folded(.changesCompare) {
        form(.method(.get), .action(SitePath.changes)) {
            choice(PolicyController.from, .changesFrom, old)
            choice(PolicyController.to, .changesTo, new)
            actions { submitButton(.changesShow, .secondary) }
        }
    }
}

import Markup
import Policy
import Primitives
import WebCore

/// Every edition of the policy at its permanent address.
package struct EditionsPage: Sendable {
    let editions: [EditionLine]
    /// The number of the edition in force.
    let inForce: Int?

    package init(editions: [EditionLine], inForce: Int?) {
        self.editions = editions
        self.inForce = inForce
    }

    package var page: Page {
        Page(.editionsTitle, width: .wide, for: .everyone, section: .policy) {
            backLink(.navPolicy, to: .policy)
            h1 { Phrase.editionsTitle }
            p(.class("lead")) { Phrase.editionsLead }
            p(.class("no-print")) { textLink(.policyFeed, to: .policyFeed) }
            if editions.isEmpty {
                emptyState(.noEditions, .noEditionsExplanation)
            } else {
                dataTable(
                    .editionsTitle,
                    [
                        Column(.edition), Column(.inForceSince), Column(.mannerTitle),
                        Column(.changesLink, isPlain: true), Column(.certificateLink, isPlain: true),
                        Column(.invariable("SHA-256")),
                    ], hidesCaption: true, rows: editions.map(row))
                if editions.count > 1 {
                    compareForm(editions.map(\.number), from: editions[1].number, to: editions[0].number)
                }
            }
        }
    }

    private func changesLink(_ number: Int) -> HTML {
        link(.changesBeforeLink, to: SitePath.changesBetween(number - 1, number), of: number)
    }

    private func link(_ label: Phrase, to path: SitePath, of number: Int) -> HTML {
        a(.href(path)) {
            label
            span(.class("visually-hidden")) {
                ": "
                Phrase.editionNumber(number)
            }
        }
    }

    private func row(_ line: EditionLine) -> [HTML] {
        [
            group {
                textLink(.editionNumber(line.number), to: SitePath.edition(line.number))
                if line.number == inForce {
                    " "
                    statusTag(.inForce, .good)
                }
            },
            time(.datetime(line.inForceSince.description)) { Phrase.moment(line.inForceSince) },
            line.manner.map { .text($0.words) } ?? .text("–"),
            line.number > 1 ? changesLink(line.number) : .empty,
            link(.certificateLink, to: SitePath.certificate(line.number), of: line.number),
            code(.class("hash"), .noTranslation) { line.hash.hex },
        ]
    }
}

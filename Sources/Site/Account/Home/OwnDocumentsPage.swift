import Documents
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// A person's own documents with their pages.
struct OwnDocumentsPage {
    let policy: PolicyDocument
    let rows: [DocumentRow]
    /// Seen at the counter, in place of a scan.
    let originals: [SeenOriginal]
    let viewing: ViewingID?
    /// The registration takes documents now.
    let canSend: Bool

    var page: Page {
        Page(
            .tabDocuments, width: .wide, for: .person, switchPath: .accountDocuments,
            tabs: accountTabs(.accountDocuments)
        ) {
            h1 { Phrase.tabDocuments }
            for original in originals {
                let title = policy.documentKind(original.kind)?.title ?? .invariable(original.kind.rawValue)
                panel(.success, .originalSeen(title, on: .date(original.seenOn))) { p { Phrase.originalSeenLead } }
            }
            if rows.isEmpty, !originals.isEmpty {
                group {}
            } else if rows.isEmpty {
                emptyState(.noDocuments, .noDocumentsLead)
            } else {
                p(.class("lead")) { Phrase.ownDocumentsLead(.lasting(policy.terms.viewing.span)) }
            }
            for row in rows { card(row) }
            if canSend { actions { linkButton(.sendDocuments, to: .documentsStep, .secondary) } }
        }
    }

    private func card(_ row: DocumentRow) -> HTML {
        let kind = policy.documentKind(row.kind)
        let title = kind?.title ?? .invariable(row.kind.rawValue)
        return section(.class("card")) {
            div(.class("card-head")) {
                h2 { title }
                statusTag(.documentState(row.state), row.state.counts ? .good : .neutral)
            }
            p(.class("muted")) {
                if let at = row.receivedAt { Phrase.receivedAt(.moment(at)) }
                if let length = row.length {
                    " · "
                    Phrase.size(length)
                }
                if let kind {
                    " · "
                    Phrase.scanKept(kind.keep)
                    if let why = kind.keepReason {
                        " · "
                        why
                    }
                }
            }
            if let viewing {
                div(.class("actions")) {
                    for number in 1..<(row.pages + 1) { thumbnail(row, number, title, in: viewing) }
                }
            }
        }
    }

    private func thumbnail(_ row: DocumentRow, _ number: Int, _ title: Phrase, in viewing: ViewingID) -> HTML {
        a(.href(SitePath.accountPage(viewing, row.id, number, "image"))) {
            img(
                .src(SitePath.accountPage(viewing, row.id, number, "thumbnail").address),
                .alt(title.followed(by: ", ", .pageNumber(number))), .width(160))
        }
    }
}

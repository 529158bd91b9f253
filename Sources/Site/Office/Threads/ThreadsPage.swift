import Markup
import Primitives
import Threads
import WebCore

/// Who waits for an answer, longest first; numbers and times, no names and no words.
struct ThreadsPage {
    let rows: [ThreadRow]
    let officer: Officer
    let pseudonym: (SubjectID) -> String
    let now: Instant
    /// What was done just now.
    let done: String?

    @HTMLBuilder var content: HTML {
        div(.class("queue-head")) {
            h1 { Phrase.threadsTitle }
            actions {
                linkButton(.officeNoteVerb, to: .noteMessage, .secondary)
                linkButton(.officeLetterVerb, to: .takeLetter, .secondary)
            }
        }
        if done == "answer" { panel(.success, .officeRequestDone) }
        if done == "file" { panel(.success, .officeFileSent) }
        if done == "close" { panel(.success, .officeThreadClosed) }
        list
        p { textLink(.officeTemplatesTitle, to: .replyTemplates) }
    }

    private var list: HTML {
        guard !rows.isEmpty else { return emptyState(.officeThreadsEmpty, .officeThreadsEmptyWhy) }
        return dataTable(
            .threadsTitle,
            [Column(.threadColumn), Column(.officeWaiting), Column(.requestWay), Column(.officeHolder)],
            hidesCaption: true,
            rows: rows.map { row in
                [
                    a(.href(SitePath.officeThread(row.id)), .data("data-row"), .class("case-number")) { row.reference },
                    time(.datetime(row.since.description), .title(.moment(row.since)), .class("nowrap")) {
                        Phrase.officeWaited(minutes: Int(max(0, (now - row.since).seconds / 60)))
                    },
                    .text(row.way.title),
                    holder(row),
                ]
            })
    }

    private func holder(_ row: ThreadRow) -> HTML {
        guard let assignee = row.assignee else { return .empty }
        if assignee == officer.person { return statusTag(.officeThreadMine, .accent) }
        return span(.class("muted"), .noTranslation) { shortPseudonym(pseudonym(assignee)) }
    }
}

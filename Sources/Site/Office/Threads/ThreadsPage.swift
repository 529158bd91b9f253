import Markup
import Primitives
import Threads
import WebCore

/// Who waits for an answer, longest first; numbers and times, no names and no words.
struct ThreadsPage {
    let rows: [ThreadRow]
    let officer: Officer
    let pseudonym: (SubjectID) -> String
    let part: Part
    let now: Instant
    /// What was done just now.
    let done: String?

    /// A part of the queue that can be looked at alone.
    enum Part: String, CaseIterable {
        case all, free, mine

        var label: Phrase {
            switch self {
            case .all: .officeAllThreads
            case .free: .officeFreeCases
            case .mine: .officeMineCases
            }
        }

        func holds(_ row: ThreadRow, of person: SubjectID) -> Bool {
            switch self {
            case .all: true
            case .free: row.assignee == nil
            case .mine: row.assignee == person
            }
        }

        var path: SitePath { self == .all ? .officeThreads : .officeThreads.with("part", rawValue) }
    }

    var content: HTML {
        panes(of: .threadsTitle) {
            for part in Part.allCases {
                queueLink(
                    part.label, to: part.path, count: rows.count { part.holds($0, of: officer.person) },
                    isCurrent: part == self.part)
            }
        } list: {
            queue
        } detail: {
        }
    }

    @HTMLBuilder private var queue: HTML {
        div(.class("queue-head")) {
            h1 { Phrase.threadsTitle }
            actions {
                linkButton(.officeNoteVerb, to: .noteMessage, .secondary, keys: "w")
                linkButton(.officeLetterVerb, to: .takeLetter, .secondary)
            }
        }
        if done == "answer" { panel(.success, .officeRequestDone) }
        if done == "file" { panel(.success, .officeFileSent) }
        if done == "give" { panel(.success, .officeThreadGiven) }
        if done == "close" { panel(.success, .officeThreadClosed) }
        list(rows.filter { part.holds($0, of: officer.person) })
        p { textLink(.officeTemplatesTitle, to: .replyTemplates) }
        keyHelp([
            ("j", .officeKeyDown), ("k", .officeKeyUp), ("Enter", .officeKeyOpen), ("w", .officeKeyNote),
        ])
    }

    private func list(_ rows: [ThreadRow]) -> HTML {
        guard !rows.isEmpty else {
            return part == .all
                ? emptyState(.officeThreadsEmpty, .officeThreadsEmptyWhy)
                : emptyState(.officeThreadsPartEmpty, .officeThreadsPartEmptyWhy)
        }
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

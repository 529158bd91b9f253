import Access
import Permits
import Policy
import Identification
import Markup
import Primitives
import WebCore

/// The queue as the reviewers see it: numbers and times, no names.
struct QueuePage {
    let rows: [ReviewDesk.QueueRow]
    let part: Part
    /// "Next case" was asked for, and none was free.
    let foundNothing: Bool
    let now: Instant
    let token: FormToken

    /// A part of the queue that can be looked at alone.
    enum Part: String, CaseIterable {
        case all, free, mine, resent, aside

        var label: Phrase {
            switch self {
            case .all: .officeAllCases
            case .free: .officeFreeCases
            case .mine: .officeMineCases
            case .resent: .officeResentCases
            case .aside: .officeAsideCases
            }
        }

        func holds(_ row: ReviewDesk.QueueRow, at now: Instant) -> Bool {
            switch self {
            case .all: true
            case .free: row.isFree(at: now)
            case .mine: row.isMine
            case .resent: row.wasResent
            case .aside: row.isSetAside
            }
        }

        var path: SitePath { self == .all ? .queue : .queue.with("part", rawValue) }
    }

    var content: HTML {
        panes {
            for part in Part.allCases {
                let held = rows.filter { part.holds($0, at: now) }
                queueLink(part.label, to: part.path, count: held.count, isCurrent: part == self.part) {
                    if let nearest = held.compactMap(\.due).min(by: { $0.day < $1.day }) { deadlineBadge(nearest) }
                }
            }
        } list: {
            div(.class("queue-head")) {
                h1 { Phrase.officeQueueTitle }
                postForm(to: .nextCase, token: token) { submitButton(.officeNextCase, keys: "n") }
            }
            if foundNothing {
                p(.role("status"), .class("muted")) { Phrase.officeNothingFree }
            }
            list(rows.filter { part.holds($0, at: now) })
            keyHelp([
                ("j", .officeKeyDown), ("k", .officeKeyUp), ("Enter", .officeKeyOpen), ("n", .officeKeyNext),
            ])
        } detail: {
        }
    }

    private func list(_ rows: [ReviewDesk.QueueRow]) -> HTML {
        guard !rows.isEmpty else {
            return emptyState(.officeQueueEmpty, part == .all ? .officeQueueEmptyWhy : .officeFilterEmptyWhy)
        }
        return dataTable(
            part.label,
            [
                Column(.officeCaseNumber), Column(.officeDue), Column(.officeWaiting), Column(.officeMarks),
                Column(.officeHolder),
            ],
            rows: rows.map { row in
                [
                    a(.href(SitePath.officeCase(row.number)), .data("data-row"), .class("case-number")) { row.number },
                    due(row), waiting(row), marks(row), holder(row),
                ]
            })
    }

    private func due(_ row: ReviewDesk.QueueRow) -> HTML {
        guard let due = row.due else { return .empty }
        return group {
            span(.class("nowrap")) { Phrase.date(due.day) }
            " "
            deadlineBadge(due)
        }
    }

    private func waiting(_ row: ReviewDesk.QueueRow) -> HTML {
        let minutes = max(0, (now - row.since).seconds / 60)
        return time(.datetime(row.since.description), .title(.moment(row.since)), .class("nowrap")) {
            Phrase.officeWaited(minutes: minutes)
        }
    }

    private func marks(_ row: ReviewDesk.QueueRow) -> HTML {
        span(.class("marks")) {
            if row.isObjection { statusTag(.officeObjection, .due) }
            switch row.outlook {
            case .free: HTML.empty
            case .another: statusTag(.officeOtherNeeded, .neutral)
            case .again(let from):
                statusTag(.officeAgain, .neutral)
                // Too long for a mark, which does not break.
                if from > now { span(.class("muted", "small")) { Phrase.officeAgainFrom(.moment(from)) } }
            }
            if row.isBlocked { statusTag(.dataBlocked, .due) }
            if row.wasResent { statusTag(.officeResent, .accent) }
            if row.isSetAside { statusTag(.officeAside, .neutral) }
            if row.isOwn { statusTag(.officeOwn, .neutral) }
            if row.isInvented { statusTag(.officeInvented, .neutral) }
        }
    }

    private func holder(_ row: ReviewDesk.QueueRow) -> HTML {
        guard let who = row.heldBy, let until = row.heldUntil else {
            return span(.class("muted")) { row.isFree(at: now) ? Phrase.officeFree : .officeHeldByNobody }
        }
        if row.isMine { return statusTag(.officeMineUntil(.clock(until)), .accent) }
        return .text(.officeHeldUntil(shortPseudonym(who), .clock(until)))
    }
}

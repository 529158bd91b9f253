import Markup
import Policy
import Primitives
import Rights
import WebCore

/// What waits for an answer, overdue first; numbers and times, no names.
struct RequestsPage {
    let rows: [RequestStanding]
    let law: LawPack
    let wasDone: Bool

    @HTMLBuilder var content: HTML {
        div(.class("queue-head")) {
            h1 { Phrase.officeRequestsTitle }
            linkButton(.officeEnterRequest, to: .enterRequest, .secondary)
        }
        if wasDone { panel(.success, .officeRequestDone) }
        list
    }

    private var list: HTML {
        guard !rows.isEmpty else { return emptyState(.officeRequestsEmpty, .officeRequestsEmptyWhy) }
        return dataTable(
            .officeRequestsTitle,
            [
                Column(.requestColumn), Column(.officeRequestKind), Column(.officePerson), Column(.requestDue),
                Column(.requestState), Column(.requestReceived),
            ], hidesCaption: true,
            rows: rows.map { standing in
                let row = standing.request
                return [
                    a(
                        .href(SitePath.officeRequest(row.reference.caseID, row.reference.number)), .data("data-row"),
                        .class("case-number")
                    ) { row.reference.description },
                    .text(law.title(of: row.kind)),
                    span(.class("masked"), .noTranslation) { "••• •••" },
                    due(standing),
                    span(.class("marks")) {
                        statusTag(row.state.title, row.state == .received ? .accent : .neutral)
                        if standing.isBlocked { statusTag(.dataBlocked, .due) }
                    },
                    group {
                        Phrase.date(row.receivedOn)
                        span(.class("muted", "small")) {
                            ", "
                            row.way.title
                        }
                    },
                ]
            })
    }

    private func due(_ standing: RequestStanding) -> HTML {
        guard let due = standing.due else { return .empty }
        return group {
            span(.class("nowrap")) { Phrase.date(due.day) }
            " "
            deadlineBadge(due)
        }
    }
}

extension LawPack {
    func title(of kind: RequestKind) -> Phrase { request(kind)?.title ?? .invariable(kind.rawValue) }
}

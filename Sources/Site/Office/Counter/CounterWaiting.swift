import Markup
import Primitives
import Registration
import WebCore

/// What waits at the counter, below the form for the next person: entries to be gone on with, and persons to be told.
struct CounterWaiting {
    let queue: CounterQueue
    /// Whoever looks at it.
    let staff: SubjectID?
    let token: FormToken

    var content: HTML {
        group {
            if !queue.untold.isEmpty {
                list("counter-untold", .counterUntold, .counterUntoldLead, queue.untold) { row in
                    postForm(to: SitePath.counterTold(row.id), token: token) {
                        submitButton(.counterTold, .secondary)
                    }
                }
            }
            if !queue.unfinished.isEmpty {
                list("counter-unfinished", .counterUnfinished, .counterUnfinishedLead, queue.unfinished) { row in
                    if row.staff == staff {
                        a(.href(SitePath.counterEntry(row.id))) { Phrase.counterGoOn }
                    } else {
                        postForm(to: SitePath.counterTake(row.id), token: token) {
                            submitButton(.counterTake, .secondary)
                        }
                    }
                }
            }
        }
    }

    private func list(
        _ id: String, _ title: Phrase, _ lead: Phrase, _ rows: [(row: CounterRow, registration: RegistrationRow)],
        _ action: @escaping (CounterRow) -> HTML
    ) -> HTML {
        section(.class("card"), .ariaLabelledBy(id)) {
            h2(.id(id)) { title }
            p(.class("muted")) { lead }
            dataTable(
                title, [Column(.counterNumber), Column(.counterState), Column(.counterSince), Column(.counterAction)],
                hidesCaption: true,
                rows: rows.map { row, registration in
                    [
                        span(.class("case-number")) { row.number },
                        .text(row.state == .signed ? .counterPaperDue : .officeFindState(registration.state)),
                        time(.datetime(row.createdAt.description), .class("nowrap")) { Phrase.moment(row.createdAt) },
                        action(row),
                    ]
                })
        }
    }
}

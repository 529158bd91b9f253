import Disclosures
import Markup
import Policy
import Primitives
import Rights
import WebCore

/// What waits for an answer, overdue first; numbers and times, no names.
struct RequestsPage {
    /// What the queue tells whoever comes back to it. The raw values stand in its address.
    enum Done: String {
        case answered = "1"
        /// It was told whose request it is; the answer comes next.
        case identified
        /// Of somebody unknown: nobody, or nobody who could be reached, is told by a message that it was sent.
        case closed

        var phrase: Phrase {
            switch self {
            case .answered: .officeRequestDone
            case .identified: .officeRequestIdentified
            case .closed: .officeRequestClosed
            }
        }
    }

    let rows: [RequestStanding]
    /// Consents that were withdrawn, which ask something of staff; they are worked off on their own pages.
    let withdrawals: [DisclosureDesk.WithdrawalStanding]
    let policy: PolicyDocument
    /// Of which it is still to be told whose they are.
    let outside: [OutsideStanding]
    /// Who looks answers requests, too.
    let answers: Bool
    let law: LawPack
    /// What was done just now; nil when nothing was.
    let done: Done?
    /// Under which what was destroyed just now is certified.
    let erased: ErasureMark?
    /// Of somebody a part was archived just now, as a law requires, and the rest destroyed.
    let wasArchived: Bool

    @HTMLBuilder var content: HTML {
        div(.class("queue-head")) {
            h1 { Phrase.officeRequestsTitle }
            if answers { linkButton(.officeEnterRequest, to: .enterRequest, .secondary) }
        }
        if let done { panel(.success, done.phrase) }
        if wasArchived { panel(.success, .officeArchived) }
        if let erased {
            panel(.success, .officeDestroyed) {
                p { textLink(.openErasureCertificate, to: SitePath.erasure(erased)) }
            }
        }
        list
    }

    private var list: HTML {
        guard !rows.isEmpty || !withdrawals.isEmpty || !outside.isEmpty else {
            return emptyState(.officeRequestsEmpty, .officeRequestsEmptyWhy)
        }
        let lines =
            rows.map { ($0.due, line($0)) } + withdrawals.map { ($0.due, line($0)) }
            + outside.map { ($0.due, line($0)) }
        func day(_ due: DueDay?) -> Int { due?.day.daysSince1970 ?? .max }
        return dataTable(
            .officeRequestsTitle,
            [
                Column(.requestColumn), Column(.officeRequestKind), Column(.officePerson), Column(.requestDue),
                Column(.requestState), Column(.requestReceived),
            ], hidesCaption: true,
            rows: lines.sorted { day($0.0) < day($1.0) }.map(\.1))
    }

    private func line(_ standing: RequestStanding) -> [HTML] {
        let row = standing.request
        return [
            a(
                .href(SitePath.officeRequest(row.reference.caseID, row.reference.number)), .data("data-row"),
                .class("case-number")
            ) { row.reference.description },
            .text(law.title(of: row.kind)), masked, due(standing.due),
            span(.class("marks")) {
                statusTag(row.state.title, row.state == .received ? .accent : .neutral)
                if standing.isBlocked { statusTag(.dataBlocked, .due) }
            },
            received(row.receivedOn, row.way),
        ]
    }

    private func line(_ standing: DisclosureDesk.WithdrawalStanding) -> [HTML] {
        let one = standing.withdrawal
        let consent = policy.consent(one.consent)?.title ?? .invariable(one.consent.rawValue)
        return [
            a(.href(SitePath.officeWithdrawal(one.id)), .data("data-row"), .class("case-number")) { one.caseID },
            group {
                Phrase.disclosureWithdrawal
                span(.class("muted", "small")) {
                    ": "
                    consent.withinSentence
                }
            },
            masked, due(standing.due),
            span(.class("marks")) {
                statusTag(RequestRow.State.received.title, .accent)
                if standing.isBlocked { statusTag(.dataBlocked, .due) }
            },
            .text(.date(Day(of: one.at, hoursEast: 5))),
        ]
    }

    private func line(_ standing: OutsideStanding) -> [HTML] {
        let row = standing.request
        return [
            a(.href(SitePath.outsideInOffice(row.id)), .data("data-row"), .class("case-number")) { row.number },
            .text(law.title(of: row.kind)), masked, due(standing.due),
            span(.class("marks")) { statusTag(row.state.title, .due) }, received(row.receivedOn, row.way),
        ]
    }

    private var masked: HTML { span(.class("masked"), .noTranslation) { "••• •••" } }

    private func received(_ day: Day?, _ way: RequestRow.Way) -> HTML {
        group {
            if let day { Phrase.date(day) }
            span(.class("muted", "small")) {
                ", "
                way.title
            }
        }
    }

    private func due(_ due: DueDay?) -> HTML {
        guard let due else { return .empty }
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

import Markup
import Policy
import Primitives
import Rights
import WebCore

/// Where a request is written.
struct AskPage {
    let rule: LawPack.RequestRule
    let term: (amount: Int, unit: CountedTerm.Unit)?
    let form: Form
    let token: FormToken

    var page: Page {
        Page(
            rule.title, for: .person, switchPath: SitePath.accountAsk(rule.id.rawValue),
            tabs: accountTabs(.accountRights)
        ) {
            errorSummary(form)
            backLink(.toRights, to: .accountRights)
            h1 { rule.title }
            p(.class("lead")) { Phrase.right(rule.id) }
            p {
                if let term {
                    Phrase.answeredWithin(term.amount, term.unit)
                    " "
                }
                span(.class("muted")) { rule.article }
            }
            postForm(to: SitePath.accountAsk(rule.id.rawValue), token: token) {
                textArea(
                    RightsController.words, .yourWords, hint: .yourWordsHint, in: form,
                    isOptional: !RightsDesk.needWords.contains(rule.id))
                actions { submitButton(.sendRequest) }
            }
        }
    }
}

/// A request with its countdown and, in the end, the answer.
struct OwnRequestPage {
    let standing: RequestStanding
    let texts: [RequestText: PersonalData<String>]
    let law: LawPack
    let wasMade: Bool
    let token: FormToken

    private var row: RequestRow { standing.request }

    var page: Page {
        let title = law.title(of: row.kind)
        return Page(
            title, for: .person, switchPath: SitePath.accountRequest(row.reference.number),
            tabs: accountTabs(.accountRights)
        ) {
            backLink(.toRights, to: .accountRights)
            h1 { title }
            if wasMade { panel(.success, .requestMade) }
            p(.class("marks")) {
                strong(.class("number"), .noTranslation) { row.reference.description }
                " "
                statusTag(row.state.title, row.state.tone)
                if row.state.isOpen, let due = standing.due { deadlineBadge(due) }
            }
            summaryList(summary)
            if row.state.isOpen, let term = row.term { countedDays(term) }
            if let words = texts[.words] { text(.requestWords, words) }
            if let answer = texts[.answer] { text(.requestAnswer, answer) }
            if row.state == .refused { p(.class("muted")) { Phrase.complaint } }
            if row.state.isOpen {
                postForm(to: SitePath.accountRequestWithdraw(row.reference.number), token: token) {
                    actions { submitButton(.withdrawRequestVerb, .secondary) }
                }
            }
        }
    }

    private var summary: [SummaryRow] {
        var rows = [
            SummaryRow(.requestReceived, .text(Phrase.date(row.receivedOn))),
            SummaryRow(.requestWay, .text(row.way.title)),
        ]
        if row.state.isOpen, let due = standing.due {
            rows.append(SummaryRow(.requestDue, .text(Phrase.dateWithWeekday(due.day).beginning)))
        }
        if let closed = row.closedAt { rows.append(SummaryRow(.requestClosedAt, .text(Phrase.moment(closed)))) }
        if let ground = law.refusalGrounds.first(where: { $0.id == row.ground }) {
            rows.append(SummaryRow(.requestGround, .text(ground.title)))
            rows.append(SummaryRow(.requestArticle, ground.article))
        }
        return rows
    }

    private func text(_ heading: Phrase, _ words: PersonalData<String>) -> HTML {
        section(.class("card")) {
            h2 { heading }
            for line in words.reveal().split(separator: "\n", omittingEmptySubsequences: true) {
                p(.noTranslation) { String(line) }
            }
        }
    }
}

import Markup
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// One page for all rights: what can be done at once, what can be asked, what was asked and answered.
struct RightsPage {
    let law: LawPack
    let policy: PolicyDocument
    let rights: OwnRights
    let registration: RegistrationRow
    /// What was done just now.
    let done: String?
    let token: FormToken

    var page: Page {
        Page(.rightsTitle, for: .person, switchPath: .accountRights, tabs: accountTabs(.accountRights)) {
            h1 { Phrase.rightsTitle }
            if done == "block" { panel(.success, .blockDone) }
            if done == "unblock" { panel(.success, .unblockDone) }
            if done == "withdrawn" { panel(.success, .requestWithdrawn) }
            p(.class("lead")) { Phrase.rightsLead }
            if let block = rights.block {
                panel(.warning, .blockedTitle) {
                    p { Phrase.blockedSince(.moment(block.since)) }
                    if !block.isOwn { p { Phrase.blockedByOperator } }
                }
            }
            h2 { Phrase.yourRequests }
            requests
            for rule in law.requests where rule.id != (rights.block == nil ? .unblock : .block) { card(rule) }
        }
    }

    private var requests: HTML {
        guard !rights.requests.isEmpty else { return emptyState(.noRequests, .noRequestsWhy) }
        return dataTable(
            .yourRequests, [Column(.requestColumn), Column(.requestState), Column(.requestDue)], hidesCaption: true,
            rows: rights.requests.map { standing in
                let row = standing.request
                return [
                    group {
                        textLink(law.title(of: row.kind), to: SitePath.accountRequest(row.reference.number))
                        span(.class("muted", "small")) {
                            " · "
                            Phrase.date(row.receivedOn)
                        }
                    },
                    statusTag(row.state.title, row.state.tone),
                    dueCell(standing),
                ]
            })
    }

    private func card(_ rule: LawPack.RequestRule) -> HTML {
        section(.class("card")) {
            h2 { rule.title }
            p { Phrase.right(rule.id) }
            atOnce(rule.id)
            if !isActedOn(rule.id) {
                p(.class("muted", "small")) {
                    if let (amount, unit) = law.term(of: rule.id, under: policy) {
                        Phrase.answeredWithin(amount, unit)
                        " "
                    }
                    rule.article
                }
                actions { linkButton(.askVerb, to: SitePath.accountAsk(rule.id.rawValue), .secondary) }
            }
        }
    }

    /// Whether a button does it, so that nothing need be asked.
    private func isActedOn(_ kind: RequestKind) -> Bool {
        kind == .block || (kind == .unblock && rights.block?.isOwn == true)
    }

    @HTMLBuilder private func atOnce(_ kind: RequestKind) -> HTML {
        switch kind {
        case .information: p { textLink(.seeDataAtOnce, to: .accountData) }
        case .copy: p { textLink(.copyAtOnce, to: .accountCopy) }
        case .correction where registration.state == .draft: p { textLink(.correctAtOnce, to: .registerChange) }
        case .destruction where !registration.state.isDecided && rights.block == nil:
            p { textLink(.destroyAtOnce, to: .end) }
        case .withdrawal: p { textLink(.consentsAtOnce, to: .accountConsents) }
        case .block: act("block", .blockVerb)
        case .unblock where rights.block?.isOwn == true: act("unblock", .unblockVerb)
        default: HTML.empty
        }
    }

    private func act(_ aim: String, _ label: Phrase) -> HTML {
        postForm(to: .accountAct, token: token) {
            actions { submitButton(label, .secondary, name: RightsActController.aim, value: aim) }
        }
    }
}

/// By when a request is answered, while it waits.
func dueCell(_ standing: RequestStanding) -> HTML {
    guard let due = standing.due, standing.request.state.isOpen else { return .empty }
    return group {
        span(.class("nowrap")) { Phrase.date(due.day) }
        " "
        deadlineBadge(due)
    }
}

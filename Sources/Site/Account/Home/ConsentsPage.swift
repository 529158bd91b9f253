import Disclosures
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// What a person has agreed to, since when and until when, and what they may still give or take back.
struct ConsentsPage {
    let policy: PolicyDocument
    /// Those under which something was given or withdrawn, by number.
    let editions: [Int: PolicyDocument]
    let history: [ConsentRow]
    let standing: [ConsentID: StandingConsent]
    let withdrawals: [Withdrawal]
    /// On which a withdrawal may be refused.
    let grounds: [LawPack.RefusalGround]
    let token: FormToken
    let wasDone: Bool

    var page: Page {
        Page(.consentsTitle, for: .person, switchPath: .accountConsents, tabs: accountTabs(.accountConsents)) {
            h1 { Phrase.consentsTitle }
            if wasDone { panel(.success, .consentDone) { p { textLink(.consentReceipt, to: .receipt) } } }
            p(.class("lead")) { Phrase.consentsLead }
            for item in policy.askedConsents { card(item, policy) }
            for (item, document) in earlier { card(item, document, isAsked: false) }
        }
    }

    /// Consents that stand, and that the policy in force does not ask for any more.
    private var earlier: [(ConsentItem, PolicyDocument)] {
        let asked = Set(policy.askedConsents.map(\.id))
        return standing.filter { !asked.contains($0.key) }.sorted { $0.key.rawValue < $1.key.rawValue }
            .compactMap { id, given in
                guard let document = editions[given.edition], let item = document.consent(id) else { return nil }
                return (item, document)
            }
    }

    private func card(_ item: ConsentItem, _ document: PolicyDocument, isAsked: Bool = true) -> HTML {
        let rows = history.filter { $0.consent == item.id }
        let given = standing[item.id]
        return section(.class("card")) {
            div(.class("card-head")) {
                h2 { item.title }
                statusTag(state(rows, given), given == nil ? .neutral : .good)
            }
            p { item.statement }
            if !isAsked { p { Phrase.consentAskedNoMore } }
            facts(item, document, given)
            clauseNote(item.clause.rawValue)
            if let open = withdrawals.last(where: { $0.consent == item.id }), given == nil { followUp(open) }
            postForm(to: .accountConsents, token: token) {
                input(.type(.hidden), .name(FieldName.consent.text), .value(item.id.rawValue))
                actions {
                    submitButton(
                        given == nil ? .giveVerb : .withdrawVerb, .secondary, name: .answer,
                        value: given == nil ? "ask-give" : "ask-withdraw")
                }
            }
            if !rows.isEmpty {
                folded(.consentHistory) { ul { for row in rows.reversed() { li { line(row) } } } }
            }
        }
    }

    private func state(_ rows: [ConsentRow], _ given: StandingConsent?) -> Phrase {
        if given != nil { return .consentGiven }
        guard let last = rows.last else { return .consentOff }
        return last.isGiven ? .consentEnded : .consentWithdrawn
    }

    /// Since when and until when it stands, and who gets data by it.
    private func facts(_ item: ConsentItem, _ document: PolicyDocument, _ given: StandingConsent?) -> HTML {
        let recipients = document.scope(of: item).recipients
        var rows: [SummaryRow] = []
        if let given {
            rows.append(SummaryRow(.consentSince, .text(Phrase.moment(given.since))))
            if let until = given.until {
                rows.append(SummaryRow(.consentUntil, .text(Phrase.date(Day(of: until, hoursEast: 5)))))
            }
        }
        if !recipients.isEmpty {
            rows.append(
                SummaryRow(
                    .consentRecipients,
                    ul(.class("plain")) {
                        for one in recipients {
                            li {
                                one.name
                                ", "
                                Phrase.countryName(one.country)
                            }
                        }
                    }))
        }
        return rows.isEmpty ? .empty : summaryList(rows)
    }

    /// What the operator still does after a withdrawal, and until when.
    private func followUp(_ one: Withdrawal) -> HTML {
        switch one.state {
        case .open:
            panel(.notice, .withdrawalOpen) {
                if let at = one.reopenedAt {
                    p {
                        if one.ground == LawPack.keptByLaw {
                            Phrase.withdrawalLawOver
                        } else {
                            Phrase.withdrawalReopened(
                                "\(one.caseID)/\(one.order ?? 0)", .date(Day(of: at, hoursEast: 5)))
                        }
                    }
                }
                p { Phrase.withdrawalBy(.date(one.term.due)) }
                countedDays(one.term)
            }
        case .done:
            panel(.success, .withdrawalDone) { if one.erasesAt != nil { p { Phrase.withdrawalDoneErases } } }
        case .refused:
            panel(.warning, .withdrawalRefused) {
                if let ground = grounds.first(where: { $0.id == one.ground }) {
                    p {
                        ground.title
                        " ("
                        ground.article
                        ")"
                    }
                }
                p { Phrase.withdrawalRefusedMeans }
                if one.orderThatKeeps != nil { p { Phrase.withdrawalUntilOrder } }
                if let day = one.keepUntil { p { Phrase.withdrawalKeptUntil(.date(day)) } }
                if one.explanation != nil || one.order != nil {
                    p { a(.href(SitePath.accountRecipients)) { Phrase.withdrawalKeeps } }
                }
            }
        }
    }

    private func line(_ row: ConsentRow) -> HTML {
        group {
            row.isGiven ? Phrase.consentGiven : .consentWithdrawn
            ", "
            Phrase.moment(row.at)
            ", "
            Phrase.editionNumber(row.edition)
            if let manner = row.manner {
                ", "
                Phrase.consentManner(manner.rawValue)
            }
            ". "
            a(.href(SitePath.accountConsentText(row.id))) {
                Phrase.consentTextShown
                span(.class("visually-hidden")) {
                    ": "
                    Phrase.moment(row.at)
                }
            }
        }
    }
}

import Access
import Markup
import Policy
import Primitives
import Publication
import WebCore

/// The clauses of the edition in force that are void, those that are proposed to be, and the form for another.
struct VoidPage {
    let standing: VoidDesk.Standing
    let now: Instant
    let form: Form
    let token: FormToken

    private var policy: PolicyDocument { standing.edition.document }

    @HTMLBuilder var content: HTML {
        backLink(.officePolicyTitle, to: .officePolicy)
        errorSummary(form)
        h1 { Phrase.officeVoidTitle }
        p(.class("lead")) { Phrase.officeVoidLead }
        if !standing.declared.isEmpty {
            section(.class("flow"), .ariaLabelledBy("declared")) {
                h2(.id("declared")) { Phrase.officeVoidDeclared }
                for void in standing.declared { summaryList(rows(of: void)) }
            }
        }
        for (index, proposed) in standing.proposed.enumerated() {
            section(.class("flow"), .ariaLabelledBy("proposed-\(index)")) {
                h2(.id("proposed-\(index)")) { Phrase.officeVoidProposed(proposed.proposal.clause.rawValue) }
                proposal(proposed)
            }
        }
        section(.class("flow"), .ariaLabelledBy("propose")) {
            h2(.id("propose")) { Phrase.officeVoidPropose }
            postForm(to: .officeVoid, token: token) {
                selectField(VoidController.clause, .officeVoidClause, in: form, options: choices)
                textField(
                    VoidController.since, .officeVoidSince, hint: .officeVoidSinceHint, in: form,
                    FieldTraits(.date, width: .half))
                for language in Language.allCases {
                    textArea(
                        VoidController.reason(language), .officeVoidReason(language), hint: .officeVoidReasonHint,
                        in: form, rows: 3)
                }
                actions { submitButton(.officeVoidPropose, .secondary) }
            }
        }
    }

    /// The clauses that stand, each with its first words.
    private var choices: [Choice] {
        policy.clauses.filter { !standing.edition.isVoid($0.id) }.map { clause in
            Choice(clause.id.rawValue, clause.text.beginning(of: clause.id.rawValue))
        }
    }

    private func rows(of void: VoidClause) -> [SummaryRow] {
        [
            SummaryRow(
                .officeVoidClause,
                a(.href(SitePath.policy.address(fragment: void.clause.rawValue))) {
                    Phrase.clause(void.clause.rawValue).beginning
                }),
            SummaryRow(.officeVoidSince, .text(Phrase.date(void.since))),
            SummaryRow(.voidDeclared, .text(Phrase.moment(void.declaredAt))),
            SummaryRow(.officeVoidWhy, void.content.map { .text($0.reason) } ?? .text("–")),
        ]
    }

    @HTMLBuilder private func proposal(_ proposed: VoidDesk.Proposed) -> HTML {
        summaryList([
            SummaryRow(.officeVoidSince, .text(Phrase.date(proposed.proposal.since))),
            SummaryRow(.officeVoidWhy, .text(proposed.proposal.reason)),
            SummaryRow(.officePolicyProposedAt, .text(Phrase.moment(proposed.proposal.proposedAt))),
        ])
        stops(proposed.stops)
        switch proposed.outlook {
        case .free: declareForm(proposed.proposal)
        case .another: panel(.notice, .officeVoidAnother) { p { textLink(.officeStaffTitle, to: .staff) } }
        case .again(let from):
            panel(.notice, .officeVoidAlone) { p { Phrase.officeVoidAloneFrom(.moment(from)) } }
            if from <= now { declareForm(proposed.proposal) }
        }
        postForm(to: .withdrawVoid, token: token) {
            input(.type(.hidden), .name(VoidController.proposal.text), .value(proposed.proposal.id.description))
            actions { submitButton(.officePolicyWithdraw, .secondary) }
        }
    }

    private func declareForm(_ proposal: VoidProposal) -> HTML {
        postForm(to: .declareVoid, token: token) {
            p { Phrase.officeVoidDeclareMeans }
            input(.type(.hidden), .name(VoidController.proposal.text), .value(proposal.id.description))
            textField(VoidController.code, .officePolicyCode, hint: .officeFactorLabel, in: form, .oneTimeCode)
            actions { submitButton(.officeVoidDeclare, .danger) }
        }
    }

    private func stops(_ stops: [StoppedActs]) -> HTML {
        guard !stops.isEmpty else { return panel(.notice, .officeVoidStopsNothing) }
        return dataTable(
            .officeVoidStops, [Column(.officeVoidWho), Column(.officeVoidActs), Column(.officeVoidData)],
            rows: stops.map { stop in
                [
                    group {
                        policy.role(stop.place.role)?.title ?? .invariable(stop.place.role.rawValue)
                        lineBreak
                        span(.class("muted", "small")) {
                            policy.purpose(stop.place.purpose)?.title ?? .invariable(stop.place.purpose.rawValue)
                        }
                    },
                    .text(Phrase.actNames(stop.acts)), .text(data(stop.data)),
                ]
            })
    }

    private func data(_ data: Set<Datum>) -> Phrase {
        if data.contains(.record) { return .officeVoidAll }
        let titles = data.compactMap { datum -> (order: Int, title: Phrase)? in
            switch datum {
            case .record: nil
            case .field(let number): policy.field(number).map { (number.rawValue, $0.title) }
            case .document(let kind): policy.documentKind(kind).map { (Int.max, $0.title) }
            }
        }.sorted { $0.order < $1.order }
        return .list(titles.map(\.title))
    }
}

extension Phrase {
    /// The number of a clause and its first words, without Markdown.
    fileprivate func beginning(of number: String) -> Phrase {
        func words(_ language: Language) -> String {
            let text = self[language].replacing("**", with: "").split(separator: " ").prefix(9).joined(separator: " ")
            return "\(number) \(text.prefix(70))…".replacing("\n", with: " ")
        }
        return Phrase(ru: words(.ru), kk: words(.kk), en: words(.en))
    }
}

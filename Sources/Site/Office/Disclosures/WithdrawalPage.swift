import Disclosures
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// One withdrawal: what is still to do, then done, or refused on a ground.
struct WithdrawalPage {
    let withdrawal: Withdrawal
    /// Recipients who are still to be told of it.
    let waiting: [Telling]
    /// Orders of the person that are not ended.
    let orders: [StandingOrder]
    let grounds: [LawPack.RefusalGround]
    let policy: PolicyDocument
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        backLink(to: .officeDisclosures)
        errorSummary(form)
        h1 { Phrase.disclosureWithdrawal }
        p(.class("lead")) {
            policy.consent(withdrawal.consent)?.title ?? .invariable(withdrawal.consent.rawValue)
            ", "
            withdrawal.caseID
        }
        if let at = withdrawal.reopenedAt {
            p {
                if withdrawal.ground == LawPack.keptByLaw {
                    Phrase.disclosureLawOver
                } else {
                    Phrase.disclosureReopened(
                        "\(withdrawal.caseID)/\(withdrawal.order ?? 0)", .date(Day(of: at, hoursEast: 5)))
                }
            }
        }
        p { Phrase.disclosureAnswerBy(.date(withdrawal.term.due)) }
        countedDays(withdrawal.term)
        h2 { Phrase.disclosureDoneTitle }
        if withdrawal.consent == .main {
            p { Phrase.disclosureDoneTold }
            panel(.warning, .disclosureDoneErases) {
                p { Phrase.disclosureDoneKeeps }
            }
        } else {
            p { Phrase.disclosureDoneMeans }
        }
        if !waiting.isEmpty {
            ul {
                for one in waiting { li { a(.href(SitePath.officeTelling(one.id))) { whom(one, in: policy) } } }
            }
        }
        postForm(to: SitePath.officeWithdrawal(withdrawal.id), token: token) {
            if let error = form.error(of: AnsweringController.answer) {
                p(.class("error"), .id(AnsweringController.answer.controlID)) { error }
            }
            actions { submitButton(.disclosureDoneVerb, name: AnsweringController.answer, value: "done") }
        }
        h2 { Phrase.disclosureRefuseTitle }
        p { Phrase.disclosureRefuseMeans }
        if !orders.isEmpty { p { Phrase.disclosureOrderCloses } }
        postForm(to: SitePath.officeWithdrawal(withdrawal.id), token: token) {
            radios(
                AnsweringController.ground, .disclosureGround, in: form,
                possible.map { Choice($0.id, $0.title, hint: .invariable($0.article)) })
            if !orders.isEmpty {
                selectField(
                    AnsweringController.order, .disclosureOrder, in: form,
                    options: orders.map { Choice("\($0.number)", title(of: $0)) }, isOptional: true)
            }
            textField(
                AnsweringController.until, .disclosureUntil, hint: .disclosureUntilHint, in: form,
                FieldTraits(.date, width: .half, isOptional: true))
            textField(
                AnsweringController.explanation, .disclosureExplanation, hint: .disclosureExplanationHint, in: form,
                FieldTraits(isOptional: true))
            actions {
                submitButton(.disclosureRefuseVerb, .danger, name: AnsweringController.answer, value: "refuse")
            }
        }
    }

    /// An obligation is a ground where there is an order to name.
    private var possible: [LawPack.RefusalGround] {
        grounds.filter { $0.id != LawPack.unfulfilledObligation || !orders.isEmpty }
    }

    private func title(of order: StandingOrder) -> Phrase {
        .orderOfNumber("\(withdrawal.caseID)/\(order.number)", order.title)
    }
}

/// Somebody is to be told: on which day it was done, and how.
struct TellingPage {
    let telling: Telling
    let policy: PolicyDocument
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        backLink(to: .officeDisclosures)
        errorSummary(form)
        h1 { Phrase.disclosureTell }
        p(.class("lead")) {
            whom(telling, in: policy)
            ", "
            telling.caseID
        }
        p {
            Phrase.tellingKind(telling.kind.rawValue)
            if let field = telling.field.flatMap(policy.field) {
                ": "
                field.title.withinSentence
            }
        }
        p { Phrase.disclosureTellBy(.date(telling.term.due)) }
        countedDays(telling.term)
        postForm(to: SitePath.officeTelling(telling.id), token: token) {
            textField(AnsweringController.day, .disclosureToldOn, in: form, FieldTraits(.date, width: .half))
            radios(
                AnsweringController.way, .disclosureWay, in: form,
                Telling.Way.byStaff.map { Choice($0.rawValue, .disclosureWay($0.rawValue)) })
            actions { submitButton(.disclosureToldVerb) }
        }
    }
}

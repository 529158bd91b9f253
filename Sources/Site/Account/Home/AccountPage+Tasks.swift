import Access
import Documents
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

extension AccountPage {
    /// What waits for the person now.
    var toDo: HTML {
        switch registration.state {
        case .draft:
            panel(.warning, .taskFinish) {
                if let due = registration.dueAt { p { Phrase.keptUntil(.moment(due)) } }
                actions { linkButton(.goOnWithIt, to: nextStep) }
            }
        case .moreAsked: asked
        case .refused: refused
        case .lapsed:
            panel(.warning, .lapsedTitle) {
                p { Phrase.lapsedLead }
                againForm(.primary)
            }
        case .sent, .inReview: objected
        case .approved: .empty
        }
    }

    private var asked: HTML {
        panel(.warning, .taskAsked) {
            if let due = registration.dueAt {
                p {
                    Phrase.doneBy(.moment(due))
                    " "
                    deadlineBadge(Day(of: due, hoursEast: 5), daysLeft: daysLeft(due))
                }
            }
            if wasIncomplete { p(.class("error")) { Phrase.stillSomethingMissing } }
            ol {
                for document in documents where document.state == .askedAgain { li { askedAgain(document) } }
                for proposal in proposals where proposal.row.request == nil {
                    li { proposed(proposal.row, proposal.value.reveal()) }
                }
                li {
                    Phrase.taskSendAgain
                    postForm(to: .sendStep, token: token) {
                        actions { submitButton(.sendRegistration, name: .answer, value: "again") }
                    }
                }
            }
        }
    }

    private func daysLeft(_ due: Instant) -> Int {
        Day(of: due, hoursEast: 5).daysSince1970 - Day(of: now, hoursEast: 5).daysSince1970
    }

    private func askedAgain(_ document: DocumentRow) -> HTML {
        group {
            Phrase.betterScanOf(policy.documentKind(document.kind)?.title ?? .invariable(document.kind.rawValue))
            if let reason = document.review.flatMap(policy.reason) {
                ". "
                reason.title
            }
            ". "
            if document.kind == .consentPaper {
                Phrase.paperAtCounter
            } else {
                textLink(.sendNewScan, to: .documentsStep)
            }
        }
    }

    private func proposed(_ row: CorrectionRow, _ value: String) -> HTML {
        postForm(to: .accountCorrection, token: token) {
            input(.type(.hidden), .name(FieldName.proposal.text), .value(row.id.description))
            p {
                Phrase.documentSays(policy.field(row.field)?.title ?? .invariable("\(row.field)"))
                " "
                strong(.noTranslation) { value }
            }
            actions {
                submitButton(.acceptProposal, .secondary, name: .answer, value: "yes")
                submitButton(.rejectProposal, .secondary, name: .answer, value: "no")
            }
        }
    }

    private var refused: HTML {
        panel(.danger, .refusedTitle) {
            if let reason = registration.reason.flatMap({ policy.reason(ReasonID($0)) }) {
                p { strong { reason.title } }
            }
            if let words = texts[.decision] {
                p(.class("muted")) { Phrase.reviewerWrote }
                blockquote { p { words.reveal() } }
            }
            if let until = objectionUntil {
                p { mayObject(until) }
                postForm(to: .accountObjection, token: token) {
                    textArea(
                        .objection, .objectionLabel, hint: .objectionHint(CaseText.mostCharacters), in: form, rows: 4,
                        isOptional: true)
                    actions { submitButton(.objectVerb, .secondary) }
                }
            } else if registration.objectedAt != nil {
                p { registration.isDecidedAlone ? Phrase.objectedAlreadyAlone : Phrase.objectedAlready }
                ownObjection
            }
            againForm(.secondary)
        }
    }

    private func mayObject(_ until: Instant) -> Phrase {
        let term = policy.terms.review.map { Phrase.workingDays($0.days) }
        guard case .again(let from) = secondLook else { return .mayObjectUntil(.moment(until), term) }
        return .mayObjectUntil(.moment(until), again: .moment(from), term)
    }

    private var objected: HTML {
        guard registration.objectedAt != nil else { return .empty }
        return panel(.notice, objectionIsWith) {
            if case .again(let from) = secondLook { p { Phrase.sameReviewerDetails(.moment(from)) } }
            if let due = registration.reviewBy { p { Phrase.decidedBy(.by(due)) } }
            if let term = registration.reviewTerm { countedDays(term) }
            ownObjection
        }
    }

    private var ownObjection: HTML {
        guard let words = texts[.objection] else { return .empty }
        return group {
            p(.class("muted")) { Phrase.youWrote }
            blockquote { p { words.reveal() } }
        }
    }

    private func againForm(_ kind: ActionKind) -> HTML {
        postForm(to: .accountAgain, token: token) { actions { submitButton(.applyAgainVerb, kind) } }
    }

    /// Who looks at the objection.
    var objectionIsWith: Phrase {
        if case .again = secondLook { .eventSameReviewer } else { .eventOtherReviewer }
    }

    var objectionUntil: Instant? {
        guard registration.objectedAt == nil, let decided = registration.decidedAt else { return nil }
        let until = decided + policy.terms.objection.span
        return until > now ? until : nil
    }
}

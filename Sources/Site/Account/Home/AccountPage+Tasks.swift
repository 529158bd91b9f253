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
        case .sent, .inReview, .approved: .empty
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
                for proposal in proposals { li { proposed(proposal.row, proposal.value.reveal()) } }
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
                ": "
                reason.title
            }
            ". "
            textLink(.sendNewScan, to: .documentsStep)
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
            if let words { blockquote { p { words.reveal() } } }
            if let until = registration.scansUntil { p { Phrase.scansDestroyed(.moment(until)) } }
            if let until = objectionUntil {
                p { Phrase.mayObjectUntil(.moment(until)) }
                postForm(to: .accountObjection, token: token) { actions { submitButton(.objectVerb, .secondary) } }
            } else if registration.objectedAt != nil {
                p { Phrase.objectedAlready }
            }
            againForm(.secondary)
        }
    }

    private func againForm(_ kind: ActionKind) -> HTML {
        postForm(to: .accountAgain, token: token) { actions { submitButton(.applyAgainVerb, kind) } }
    }

    private var objectionUntil: Instant? {
        guard registration.objectedAt == nil, let decided = registration.decidedAt else { return nil }
        let until = decided + policy.terms.objection.span
        return until > now ? until : nil
    }

    /// What was, is and will be, in every state.
    var events: [TimelineEvent] {
        var events = [TimelineEvent(.past, .eventBegun, when: .moment(registration.createdAt))]
        if let sent = registration.sentAt {
            events.append(
                TimelineEvent(.past, registration.wasResent ? .eventSentAgain : .sentByYou, when: .moment(sent)))
        }
        if let objected = registration.objectedAt {
            events.append(TimelineEvent(.past, .eventObjected, when: .moment(objected)))
        }
        let since = Phrase.moment(registration.since)
        switch registration.state {
        case .draft:
            events.append(TimelineEvent(.current, .eventDraft, details: .eventDraftDetails))
            events.append(TimelineEvent(.ahead, .reviewerLooks, details: .reviewerLooksDetails))
        case .sent:
            events.append(
                TimelineEvent(
                    .current, registration.objectedAt == nil ? .eventWaits : .eventOtherReviewer, when: .reviewTerm,
                    details: .reviewerLooksDetails))
        case .inReview:
            events.append(TimelineEvent(.current, .eventInReview, when: since, details: .reviewerLooksDetails))
        case .moreAsked:
            events.append(
                TimelineEvent(
                    .current, .eventMoreAsked, when: registration.dueAt.map { .doneBy(.moment($0)) },
                    details: .eventMoreAskedDetails))
        case .approved:
            events.append(TimelineEvent(.current, .eventApproved, when: since, details: .eventApprovedDetails))
        case .refused: events.append(TimelineEvent(.current, .eventRefused, when: since, details: .eventRefusedDetails))
        case .lapsed: events.append(TimelineEvent(.current, .eventLapsed, when: since, details: .lapsedLead))
        }
        if registration.state.awaitsReview || registration.state == .moreAsked {
            events.append(TimelineEvent(.ahead, .youAreTold, details: .youAreToldDetails))
        }
        return events
    }
}

extension Phrase {
    static func registrationState(_ state: RegistrationRow.State) -> Phrase {
        switch state {
        case .draft: .stateDraft
        case .sent: .stateSent
        case .inReview: .stateInReview
        case .moreAsked: .stateMoreAsked
        case .approved: .stateRegistered
        case .refused: .stateRefused
        case .lapsed: .stateLapsed
        }
    }
}

import Markup
import Policy
import Primitives
import Registration
import WebCore

extension AccountPage {
    /// What was, is and will be, in every state: what happens next, by whom, by when.
    var events: [TimelineEvent] { past + [current] + ahead }

    private var past: [TimelineEvent] {
        var events = [TimelineEvent(.past, .eventBegun, when: .moment(registration.createdAt))]
        if let sent = registration.sentAt {
            // Of the first sending and of the request after it no time is kept.
            if registration.wasResent {
                events += [TimelineEvent(.past, .sentByYou), TimelineEvent(.past, .eventAsked)]
            }
            events.append(
                TimelineEvent(.past, registration.wasResent ? .eventSentAgain : .sentByYou, when: .moment(sent)))
        }
        if let objected = registration.objectedAt {
            let refused = registration.decidedAt.flatMap { $0 <= objected ? Phrase.moment($0) : nil }
            events.append(TimelineEvent(.past, .eventRefused, when: refused))
            events.append(TimelineEvent(.past, .eventObjected, when: .moment(objected)))
        }
        return events
    }

    private var current: TimelineEvent {
        let since = Phrase.moment(registration.since)
        let until = registration.dueAt.map { Phrase.doneBy(.moment($0)) }
        switch registration.state {
        case .draft: return TimelineEvent(.current, .eventDraft, when: until, details: .eventDraftDetails)
        case .sent:
            return TimelineEvent(
                .current, registration.objectedAt == nil ? .eventWaits : objectionIsWith, when: reviewedBy,
                details: .reviewerLooksDetails)
        case .inReview:
            return TimelineEvent(.current, .eventInReview, when: reviewedBy, details: .reviewerLooksDetails)
        case .moreAsked:
            return TimelineEvent(.current, .eventMoreAsked, when: until, details: .eventMoreAskedDetails)
        case .approved: return TimelineEvent(.current, .eventApproved, when: since, details: .eventApprovedDetails)
        case .refused:
            return TimelineEvent(
                .current, .eventRefused, when: since,
                details: objectionUntil == nil ? .eventRefusedForGood : .eventRefusedDetails)
        case .lapsed: return TimelineEvent(.current, .eventLapsed, when: since, details: .lapsedLead)
        }
    }

    private var ahead: [TimelineEvent] {
        switch registration.state {
        case .draft:
            [
                TimelineEvent(
                    .ahead, .reviewerLooks, when: reviewTerm,
                    details: .reviewerLooksDetails)
            ]
        case .sent, .inReview: [TimelineEvent(.ahead, .youAreTold, details: .youAreToldDetails)]
        case .moreAsked:
            [
                TimelineEvent(.ahead, .reviewerLooksAgain, when: reviewTerm),
                TimelineEvent(.ahead, .youAreTold, details: .youAreToldDetails),
            ]
        case .approved, .refused, .lapsed:
            registration.scansUntil.map {
                [TimelineEvent(.ahead, .eventScansEnd, when: .moment($0), details: .eventScansEndDetails)]
            } ?? []
        }
    }

    private var reviewTerm: Phrase? { policy.terms.review.map { .reviewAfterSending(.workingDays($0.days)) } }

    /// The day that was promised, and that it has passed when it has.
    private var reviewedBy: Phrase {
        guard let due = registration.reviewBy else { return .reviewInTurn }
        let isLate = due < Day(of: now, hoursEast: 5)
        return (isLate ? Phrase.by(due).followed(by: " · ", .reviewIsLate) : .by(due)).beginning
    }
}

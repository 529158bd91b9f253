import Access
import Identification
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The ten seconds after a decision, in which it can be undone.
struct DecidedPage {
    let number: String
    let pending: RegistrationRow.Pending
    let now: Instant
    let token: FormToken

    var content: HTML {
        let isApproved = pending.decision == "approve"
        return group {
            h1 {
                Phrase.officeCaseTitle(number)
                ": "
                isApproved ? Phrase.officeApproved : Phrase.officeRefused
            }
            if pending.isAlone { p { statusTag(.singleHanded, .due) } }
            p(.class("lead"), .role("status")) { Phrase.officeTakesEffect(clockWithSeconds(pending.at)) }
            p(.class("js-only", "countdown")) {
                Phrase.officeSecondsLeft
                ": "
                strong(.data("data-countdown", String(max(0, (pending.at - now).seconds)))) { "" }
            }
            actions {
                postForm(to: SitePath.undoDecision(number), token: token) {
                    submitButton(.officeUndo, .secondary, keys: "u")
                }
                postForm(to: .nextCase, token: token) { submitButton(.officeNextCase, keys: "n") }
            }
            p { textLink(.officeToQueue, to: .queue) }
        }
    }
}

/// A case that is not in the reviewer's hands: why, and what can be done.
struct ClosedCasePage {
    let standing: CaseStanding
    let officer: Officer
    let now: Instant
    let token: FormToken
    /// What the reviewer wrote before the case was out of their hands.
    let kept: [KeptWords]
    let pseudonym: (SubjectID) -> String

    private var row: RegistrationRow { standing.registration }

    var content: HTML {
        group {
            backLink(.officeToQueue, to: .queue)
            h1 { Phrase.officeCaseTitle(row.number) }
            if standing.isBlocked { p { statusTag(.dataBlocked, .due) } }
            reason
            if !kept.isEmpty { keptWords }
            postForm(to: .nextCase, token: token) { submitButton(.officeNextCase, .secondary, keys: "n") }
        }
    }

    private var keptWords: HTML {
        panel(.warning, .officeWordsKept) {
            p { Phrase.officeWordsKeptLead }
            for words in kept {
                h3 { words.label }
                copyable(words.text, label: words.label)
            }
        }
    }

    private var reason: HTML {
        if row.state.isDecided || row.pending != nil {
            let isApproved = row.pending.map { $0.decision == "approve" } ?? (row.state == .approved)
            return panel(.success, isApproved ? .officeApproved : .officeRefused) {
                if row.isDecidedAlone { p { statusTag(.singleHanded, .due) } }
                p { Phrase.officeDecided }
                p { Phrase.officePersonTold }
            }
        }
        if standing.isBlocked {
            return panel(.warning, .officeBlockedCase) { p { Phrase.officeBlockedCaseLead } }
        }
        guard row.state.awaitsReview else {
            return panel(.notice, .officeWaitsForPerson) { p { Phrase.officeCaseClosed } }
        }
        if standing.isOwn {
            return panel(.notice, .officeOwnTitle) {
                p { standing.isSingleHanded ? Phrase.officeOwnAlone : Phrase.officeOwnLead }
            }
        }
        if let lease = row.lease, lease.until > now, lease.by != officer.person {
            return panel(.notice, .officeNotYours) {
                p { Phrase.officeHeldBy(pseudonym(lease.by), .clock(lease.until)) }
            }
        }
        switch standing.outlook {
        case .free:
            return panel(.notice, .officeNotYours) {
                p { Phrase.officeMayTake }
                take
            }
        case .another: return panel(.notice, .officeAgainTitle) { p { Phrase.officeOtherLead } }
        case .again(let from):
            return panel(.notice, .officeAgainTitle) {
                p { Phrase.officeAgainLead(.moment(from)) }
                if from <= now { take }
            }
        }
    }

    private var take: HTML {
        postForm(to: SitePath.takeCase(row.number), token: token) { submitButton(.officeTake) }
    }
}

import Markup
import Primitives
import WebCore

/// How to come back later.
struct LeavePage {
    let until: Instant?
    let hasEmail: Bool
    let isConfirmed: Bool
    let token: FormToken

    var page: Page {
        Page(.leaveTitle, for: .person, section: .register) {
            h1 { Phrase.leaveTitle }
            if let until { p(.class("lead")) { Phrase.keptUntil(.moment(until)) } }
            p { Phrase.leaveThisBrowser }
            p { hasEmail ? Phrase.leaveOtherBrowser : isConfirmed ? .leaveTelephoneOnly : .leaveNoAddress }
            actions {
                linkButton(.goOnNow, to: .account)
                if hasEmail {
                    postForm(to: .signOut, token: token) { submitButton(.leaveSharedComputer, .secondary) }
                }
            }
        }
    }
}

/// "I do not agree", asked once more.
struct EndPage {
    let isDraft: Bool
    let token: FormToken

    var page: Page {
        Page(.endTitle(isDraft), for: .person, section: .register) {
            h1 { Phrase.endTitle(isDraft) }
            p(.class("lead")) { Phrase.endLead }
            postForm(to: .end, token: token) {
                actions {
                    linkButton(.goBackKeep, to: .account, .secondary)
                    submitButton(isDraft ? .endAndDestroy : .withdrawAndDestroy, .danger)
                }
            }
        }
    }
}

/// All is over; nothing is left.
struct EndedPage {
    let wasStored: Bool
    /// That of the erasure; nil where nothing was stored.
    let mark: ErasureMark?

    var page: Page {
        Page(.endedTitle, for: .person) {
            h1 { Phrase.endedTitle }
            p(.class("lead")) { wasStored ? Phrase.endedDestroyed : .endedNothing }
            if wasStored { p { Phrase.endedEvidence } }
            if mark != nil { p { Phrase.endedCertificate } }
            p { Phrase.endedNext }
            actions {
                if let mark { linkButton(.openErasureCertificate, to: SitePath.erasure(mark)) }
                linkButton(.toHome, to: .home, .secondary)
            }
        }
    }
}

import Access
import Markup
import Primitives
import WebCore

/// Where a code is entered; it has its own address and survives a reload.
struct CodePage {
    let channel: Channel
    /// The masked address; nil when the browser does not tell.
    let mask: String?
    let waiting: Waiting
    let form: Form
    let token: FormToken
    let wasSentAgain: Bool
    let paths: Paths
    /// A step of a registration; a sign-in otherwise.
    let isRegistering: Bool
    let `operator`: OperatorIdentity

    /// What is known of the code.
    struct Waiting {
        /// Seconds until it ends; 0 when there is none, or no try is left.
        let left: Int
        let endsAt: Instant?
        /// Seconds until another may be sent.
        let resendIn: Int

        init(_ pending: OneTimeCodes.Pending?, terms: CodeTerms, at now: Instant) {
            left = pending.map { $0.triesLeft > 0 ? max(0, ($0.expiresAt - now).seconds) : 0 } ?? 0
            endsAt = left > 0 ? pending?.expiresAt : nil
            resendIn = max(0, pending.map { ($0.createdAt + terms.resendAfter - now).seconds } ?? 0)
        }
    }

    struct Paths {
        let enter: SitePath
        let again: SitePath
        let change: SitePath
        /// Sends a code by the other channel; nil when there is no such address.
        let other: SitePath?
    }

    var page: Page {
        Page(
            .codeTitle, for: .person, section: isRegistering ? .register : nil, switchPath: paths.enter,
            scripts: ["countdown.js"]
        ) {
            if isRegistering { registerSteps(.contacts) }
            errorSummary(form)
            h1 { Phrase.codeTitle }
            if wasSentAgain { panel(.success, .codeSentAgain) }
            p(.class("lead")) {
                if let mask {
                    isRegistering ? Phrase.codeSentTo(channel == .email) : .codeMaybeSentTo(channel == .email)
                    " "
                    strong(.class("nowrap"), .noTranslation) { mask }
                } else {
                    isRegistering ? Phrase.codeSent(channel == .email) : .codeMaybeSent(channel == .email)
                }
                " "
                textLink(.change, to: paths.change)
            }
            postForm(to: paths.enter, token: token) {
                textField(.code, .codeLabel, hint: .codeHint, in: form, .oneTimeCode)
                countdown
                actions { submitButton(isRegistering ? .confirm : .signInVerb) }
            }
            resend
            help
            if isRegistering { waysOut }
        }
    }

    private var countdown: HTML {
        p(
            .class("muted"), .role("timer"), .data("data-countdown", "\(waiting.left)"),
            .data("data-countdown-text", Phrase.codeTimeLeft), .data("data-countdown-end", Phrase.codeEnded)
        ) {
            if let end = waiting.endsAt { Phrase.codeValidUntil(.clock(end)) } else { Phrase.codeEnded }
        }
    }

    private var resend: HTML {
        postForm(to: paths.again, token: token) {
            p(.class("resend")) {
                button(
                    .type(.submit), waiting.endsAt == nil ? .class("button", "secondary") : .class("link-button"),
                    .data("data-wait", "\(waiting.resendIn)")
                ) {
                    Phrase.sendCodeAgain
                }
                span(.class("muted")) { Phrase.onceAMinute }
            }
        }
    }

    private var help: HTML {
        folded(.codeDoesNotCome) {
            ul {
                li { channel == .email ? Phrase.lookInSpam : .lookForSignal }
                li {
                    Phrase.addressWrong
                    " "
                    textLink(.change, to: paths.change)
                }
                if !`operator`.telephone.isEmpty {
                    li {
                        Phrase.callUs
                        " "
                        a(.class("nowrap"), .href(.telephone(`operator`.telephoneE164))) { `operator`.telephone }
                    }
                }
            }
            if let other = paths.other {
                postForm(to: other, token: token) {
                    actions { submitButton(channel == .email ? .codeByTelephone : .codeByEmail, .secondary) }
                }
            }
        }
    }
}

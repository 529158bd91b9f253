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
    let use: Use
    let `operator`: OperatorIdentity
    /// What travels with the page, so that it is not entered twice.
    var carried: (name: FieldName, text: String)?

    /// What the code is for.
    enum Use: Equatable {
        case registering, signingIn
        /// An address, once the registration is sent: the other one, or another in its place.
        case confirmingLater
        /// To show once more that one is the person whose session it is.
        case proving
        /// The same, before something that matters is done with one's own data.
        case acting
        /// The same, before somebody agrees for another.
        case agreeing
    }

    /// What is known of the code.
    struct Waiting {
        /// Seconds until it ends; 0 when there is none, or no try is left.
        let left: Int
        let endsAt: Instant?
        /// Seconds until another may be sent.
        let resendIn: Int
        /// How far apart codes must be.
        let pause: Span

        init(_ pending: OneTimeCodes.Pending?, at now: Instant) {
            left = pending.map { $0.triesLeft > 0 ? max(0, ($0.expiresAt - now).seconds) : 0 } ?? 0
            endsAt = left > 0 ? pending?.expiresAt : nil
            pause = pending.map { $0.againAt - $0.createdAt } ?? .seconds(0)
            resendIn = max(0, pending.map { ($0.againAt - now).seconds } ?? 0)
        }
    }

    struct Paths {
        let enter: SitePath
        let again: SitePath
        /// Where another address is given; nil where it is the confirmed one.
        let change: SitePath?
        /// Sends a code by the other channel; nil when there is no such address.
        let other: SitePath?
    }

    var page: Page {
        Page(
            .codeTitle, for: .person, section: isRegistering ? .register : nil,
            switchPath: switchPath,
            scripts: ["countdown.js"]
        ) {
            if isRegistering { registerSteps(.contacts) }
            errorSummary(form)
            h1 { Phrase.codeTitle }
            if wasSentAgain { panel(.success, .codeSentAgain) }
            p(.class("lead")) {
                if let mask {
                    isSent ? Phrase.codeSentTo(channel == .email) : .codeMaybeSentTo(channel == .email)
                    " "
                    strong(.class("nowrap"), .noTranslation) { mask }
                } else {
                    isSent ? Phrase.codeSent(channel == .email) : .codeMaybeSent(channel == .email)
                }
                if let change = paths.change {
                    " "
                    textLink(.change, to: change)
                }
            }
            if use == .proving { p { Phrase.proofOfPersonLead(minutes: SignIn.proofLasts.seconds / 60) } }
            if use == .acting { p { Phrase.actingNeedsProof } }
            if use == .agreeing { p { Phrase.agreeByCode } }
            postForm(to: paths.enter, token: token) {
                carriedField
                textField(.code, .codeLabel, hint: .codeHint, in: form, .oneTimeCode)
                countdown
                actions { submitButton(verb, isDead ? .secondary : .primary) }
            }
            resend
            help
            if isRegistering { waysOut }
        }
    }

    /// No code can be entered any more: another one is what is wanted now.
    private var isDead: Bool { waiting.endsAt == nil }
    private var isRegistering: Bool { use == .registering }
    /// Whether somebody has the address is known.
    private var isSent: Bool { use != .signingIn }

    /// Where another language is chosen: what answers a form has no address that can be opened.
    private var switchPath: SitePath {
        switch use {
        case .proving: .accountPassword
        case .acting: .accountRights
        case .agreeing: .representing
        case .registering, .signingIn, .confirmingLater: paths.enter
        }
    }

    private var verb: Phrase {
        switch use {
        case .registering, .confirmingLater, .acting: .confirm
        case .agreeing: .agreeVerb
        case .signingIn: .signInVerb
        case .proving: .setPassword
        }
    }

    private var carriedField: HTML {
        group { if let carried { input(.type(.hidden), .name(carried.name.text), .value(carried.text)) } }
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
            carriedField
            p(.class("resend")) {
                button(
                    .type(.submit), isDead ? .class("button") : .class("link-button"),
                    .data("data-wait", "\(waiting.resendIn)")
                ) {
                    Phrase.sendCodeAgain
                }
                span(.class("muted")) { Phrase.codesApart(.lasting(waiting.pause)) }
            }
        }
    }

    private var help: HTML {
        folded(.codeDoesNotCome) {
            ul {
                li { channel == .email ? Phrase.lookInSpam : .lookForSignal }
                if let change = paths.change {
                    li {
                        Phrase.addressWrong
                        " "
                        textLink(.change, to: change)
                    }
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

import Access
import Documents
import Markup
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import WebCore

/// Where a registration stands, what is to be done now, and what else one can do.
struct AccountPage {
    /// What has become of the policy since the person looked at it last.
    var news: EditionNotices.Standing?
    let registration: RegistrationRow
    var registrant = Registrant.person
    /// Somebody else acts for the person in this session.
    var isActing = false
    let policy: PolicyDocument
    /// Whether whoever refused may decide an objection too, working alone, and from when.
    let secondLook: TwoPersonRule.Outlook
    /// Signed in by more than a telephone.
    let opensData: Bool
    let documents: [DocumentRow]
    let missing: [MissingDocument]
    let proposals: [(row: CorrectionRow, value: PersonalData<String>)]
    /// The requests on which a correction waits for the person's word.
    var proposedOn: [Int] = []
    /// The reviewer's words with a refusal, and the person's own with an objection.
    let texts: [CaseText: PersonalData<String>]
    /// What was entered and could not be accepted.
    let form: Form
    let contacts: [Channel: ContactRow]
    /// All work with the data is stopped.
    let block: SubjectBlock?
    /// What keeps the data from destruction.
    var holds: [HoldStanding] = []
    let now: Instant
    let token: FormToken
    /// Was sent here because something is still missing.
    let wasIncomplete: Bool

    var page: Page {
        Page(.accountTitle, for: .person, switchPath: .account, tabs: opensData ? accountTabs(.account) : []) {
            errorSummary(form)
            h1 { Phrase.accountTitle }
            p(.class("muted")) {
                Phrase.numberOfRegistration
                " "
                strong(.class("number"), .noTranslation) { registration.number }
                " "
                statusTag(.registrationState(registration.state), tone)
            }
            if isActing { actingPanel(token) }
            if let news { policyNews(news, token: token) }
            if let block {
                panel(.warning, .blockedTitle) {
                    p { Phrase.blockedSince(.moment(block.since)) }
                    p { textLink(.toRights, to: .accountRights) }
                }
            }
            if opensData, let lost = holds.first(where: { $0.hold.ground == Hold.lostConsent }) {
                panel(.warning, .consentLostTitle) {
                    p { Phrase.consentLostUntil(.date(lost.until)) }
                    p { textLink(.consentLostGo, to: .accountConsents) }
                }
            }
            if opensData, !heldByLaw.isEmpty {
                panel(.notice, .heldTitle) {
                    for one in heldByLaw {
                        p {
                            Phrase.heldUntil(
                                one.ground.map { .personHoldGround($0) } ?? .invariable(one.hold.ground),
                                .date(one.until))
                        }
                    }
                }
            }
            if !opensData {
                panel(.notice, .needsMoreTitle) {
                    p { Phrase.needsMoreLead }
                    p { textLink(.signInOtherwise, to: .signIn) }
                }
            } else {
                for number in proposedOn {
                    panel(.warning, .correctionWaits) {
                        p { textLink(.correctionLook, to: SitePath.accountRequest(number)) }
                    }
                }
                toDo
            }
            h2 { Phrase.whereItStands }
            timeline(events)
            if opensData { verbs }
        }
    }

    private var tone: Tone {
        switch registration.state {
        case .draft, .sent, .inReview: .accent
        case .moreAsked: .due
        case .approved: .good
        case .refused, .lapsed: .refused
        }
    }

    private var verbs: HTML {
        group {
            h2 { Phrase.whatYouCanDo }
            ul {
                li { textLink(.verbSeeData, to: .accountData) }
                li { textLink(.verbSeeDocuments, to: .accountDocuments) }
                li { textLink(.verbConsents, to: .accountConsents) }
                li { textLink(.policyNewsTitle, to: .accountPolicy) }
                li { textLink(.tabRights, to: .accountRights) }
                li { textLink(.verbWhoLooked, to: .accountHistory) }
                li { textLink(.threadsTitle, to: .accountThreads) }
                li { textLink(.verbMessages, to: .accountMessages) }
                li { textLink(.verbReceipt, to: .receipt) }
                if !isActing { li { textLink(.verbPassword, to: .accountPassword) } }
                if registrant.needsRepresentative {
                    li { textLink(.representationTitle, to: .representation) }
                } else if policy.registrants.contains(where: \.needsRepresentative) {
                    li { textLink(.representingTitle, to: .representing) }
                }
                for channel in notConfirmed { li { confirming(channel) } }
                if !registration.state.isDecided {
                    li { textLink(registration.state == .draft ? .endRegistration : .verbWithdraw, to: .end) }
                }
                li { textLink(.verbClaim, to: .contacts) }
            }
        }
    }

    /// Holds that officers put on, by what a law asks.
    private var heldByLaw: [HoldStanding] { holds.filter { $0.hold.ground != Hold.lostConsent } }

    /// What was given and could wait: nothing holds it up once the registration is sent.
    private var notConfirmed: [Channel] {
        guard registration.state != .draft else { return [] }
        return policy.contacts.channels.filter { channel in
            contacts[channel].map { $0.confirmedAt == nil } ?? false
        }
    }

    private func confirming(_ channel: Channel) -> HTML {
        postForm(to: SitePath.codeAgain(channel.rawValue), token: token) {
            button(.type(.submit), .class("link-button")) {
                channel == .email ? Phrase.confirmEmail : .confirmTelephone
            }
        }
    }

    /// The next page of a draft.
    var nextStep: SitePath {
        if contacts.isEmpty, registrant != .child { return .contactsStep }
        return missing.isEmpty ? .checkStep : .documentsStep
    }
}

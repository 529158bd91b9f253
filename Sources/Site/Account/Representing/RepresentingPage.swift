import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Those for whom somebody acts or agrees; begun here for one more.
struct RepresentingPage {
    let rows: [(row: RepresentationRow, registration: RegistrationRow)]
    /// Who may register under the policy in force.
    let offered: [Registrant]
    /// The session is one in which somebody acts for another.
    let isActing: Bool
    let mayBegin: Bool
    let now: Instant
    let form: Form
    let token: FormToken
    let hasAgreed: Bool
    /// Came here since the session in which they acted for another had ended.
    let hasEnded: Bool

    var page: Page {
        Page(.representingTitle, for: .person, switchPath: .representing, tabs: accountTabs(.account)) {
            errorSummary(form)
            h1 { Phrase.representingTitle }
            if isActing {
                actingPanel(token)
            } else {
                if hasAgreed { panel(.success, .agreeDone) }
                if hasEnded { panel(.notice, .actingEnded) }
                list
                if mayBegin { begin } else { panel(.notice, .registerFirstTitle) { p { Phrase.registerFirstLead } } }
            }
        }
    }

    private var list: HTML {
        guard !rows.isEmpty else { return p { Phrase.representingNobody } }
        return ul(.class("plain")) { for (row, registration) in rows { li { one(row, registration) } } }
    }

    private func one(_ row: RepresentationRow, _ registration: RegistrationRow) -> HTML {
        group {
            p {
                strong(.class("number"), .noTranslation) { registration.number }
                " "
                statusTag(.registrationState(registration.state), .accent)
                " "
                representationState(row, at: now)
            }
            p(.class("muted")) { representationFacts(row) }
            if row.kind == .guardian, row.lastDay != nil { p(.class("muted", "small")) { Phrase.guardianUntil } }
            agreedStatement(row)
            if row.kind.acts, row.stands(at: now) {
                postForm(to: .representing, token: token) {
                    input(.type(.hidden), .name(FieldName.representation.text), .value(row.id.description))
                    actions { submitButton(.actIn(registration.number), .secondary) }
                }
            }
            if row.kind == .consenting, row.stands(at: now) {
                postForm(to: .representation, token: token) {
                    input(.type(.hidden), .name(FieldName.representation.text), .value(row.id.description))
                    actions { submitButton(.takeConsentBack, .secondary) }
                }
            }
        }
    }

    private var begin: HTML {
        group {
            if offered.contains(where: \.isRepresented) {
                h2 { Phrase.representOneMore }
                registrantLinks(offered.filter(\.isRepresented))
            }
            if offered.contains(.minor) {
                h2 { Phrase.agreeTitle }
                p { Phrase.agreeLead }
                postForm(to: .representingAgree, token: token) {
                    textField(.number, .numberOfRegistration, in: form, FieldTraits(width: .half, spellcheck: false))
                    checkbox(.consent, .agreeStatement, in: form) { clauseNote("2.4") }
                    actions { submitButton(.agreeVerb, .secondary) }
                }
            }
        }
    }
}

/// What somebody registers otherwise than as a person of age for themselves.
func registrantLinks(_ registrants: [Registrant]) -> HTML {
    ul {
        for registrant in registrants {
            li { textLink(.registering(registrant), to: SitePath.registerFor(registrant.rawValue)) }
        }
    }
}

/// Says that the session acts for another, and leads back.
func actingPanel(_ token: FormToken) -> HTML {
    panel(.notice, .actingTitle) {
        p { Phrase.actingLead }
        postForm(to: .representingBack, token: token) { actions { submitButton(.backToOwn, .secondary) } }
    }
}

func representationState(_ row: RepresentationRow, at now: Instant) -> HTML {
    let state = row.state.isOpen && !row.stands(at: now) ? .ended : row.state
    let tone: Tone =
        switch state {
        case .claimed: .accent
        case .accepted: .good
        case .refused: .refused
        case .ended: .neutral
        }
    return statusTag(.representation(state), tone)
}

/// On what ground, and until when.
func representationFacts(_ row: RepresentationRow) -> HTML {
    group {
        Phrase.representation(row.kind)
        if let day = row.lastDay {
            ", "
            Phrase.lastDay(.date(day))
        }
    }
}

/// To what a legal representative has agreed; nothing where they act, or where it was not kept yet.
func agreedStatement(_ row: RepresentationRow) -> HTML {
    guard let agreed = row.agreed else { return .empty }
    return p(.class("muted", "small")) {
        Phrase.agreedTo(edition: agreed.edition, language: agreed.language.ownName)
        ". SHA-256 "
        code { agreed.digest.hex }
    }
}

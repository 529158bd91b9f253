import Access
import Markup
import Policy
import Primitives
import Registration
import WebCore

/// Where a registration starts: how long it takes, what to have ready, which steps there are.
struct StartPage {
    let policy: PolicyDocument
    /// This browser has a registration already.
    let isBegun: Bool

    private var otherRegistrants: [Registrant] { policy.registrants.filter { $0 != .person } }

    var page: Page {
        Page(.registerTitle, for: .everyone, section: .register) {
            h1 { Phrase.registerTitle }
            p(.class("lead")) { Phrase.registerLead }
            if isBegun {
                panel(.notice, .registrationBegun) { p { textLink(.goOnWithIt, to: .account) } }
            }
            h2 { Phrase.haveReady }
            haveReady(policy, .person)
            h2 { Phrase.fourSteps }
            ol {
                for step in RegisterStep.allCases { li { step.label } }
            }
            p { Phrase.nothingStoredYet(.lasting(policy.terms.draft.span)) }
            if !otherRegistrants.isEmpty { p { Phrase.forYourself } }
            actions {
                linkButton(.beginRegistration, to: .registerName)
                textLink(.alreadyRegisteredSignIn, to: .signIn)
            }
            if !otherRegistrants.isEmpty {
                h2 { Phrase.otherCases }
                registrantLinks(otherRegistrants)
            }
        }
    }
}

/// What to have at hand before a registration is begun.
func haveReady(_ policy: PolicyDocument, _ registrant: Registrant) -> HTML {
    let contacts: Phrase =
        switch policy.contacts.channels {
        case [.email]: .haveEmail
        case [.telephone]: .haveTelephone
        default: .haveContacts
        }
    return ul {
        for kind in policy.documentKinds(of: registrant) where kind.compulsory { li { Phrase.scanOf(kind.title) } }
        if registrant == .minor { li { Phrase.haveRepresentative } }
        // Whoever acts for a child is reached in their own account.
        if registrant != .child { li { contacts } }
        li { Phrase.haveTime }
    }
}

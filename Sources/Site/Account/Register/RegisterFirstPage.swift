import Markup
import Policy
import Primitives
import WebCore

/// Whoever acts for another registers themselves first.
struct RegisterFirstPage {
    let registrant: Registrant
    /// This browser has a registration already, which is not sent yet.
    let isBegun: Bool

    var page: Page {
        Page(.registerFirstTitle, for: .everyone, section: .register) {
            h1 { Phrase.registering(registrant) }
            panel(.notice, .registerFirstTitle) { p { Phrase.registerFirstLead } }
            actions {
                if isBegun {
                    linkButton(.goOnWithIt, to: .account)
                } else {
                    linkButton(.beginOwnRegistration, to: .registerName)
                    textLink(.alreadyRegisteredSignIn, to: .signIn)
                }
            }
        }
    }
}

import Markup
import Primitives

/// The page that says no: what happened and what can be done now, never more.
///
/// - Parameters:
///   - kind: nil for an error of the server.
///   - explanation: words of the place, instead of those of the kind.
///   - request: the number under which the log knows the request.
func refusalPage(_ kind: RefusalKind?, _ explanation: Phrase?, request: String) -> Page {
    let heading = Phrase.refusalHeading(kind)
    return Page(heading, for: .person) {
        h1 { heading }
        p(.class("lead")) { explanation ?? .refusalExplanation(kind) }
        actions {
            if kind == .unauthenticated { linkButton(.navSignIn, to: .signIn) }
            linkButton(.toHome, to: .home, .secondary)
            if kind == .notFound { textLink(.navContacts, to: .contacts) }
        }
        if kind == nil || kind == .unavailable || kind == .forbidden {
            p(.class("muted", "small")) {
                Phrase.requestNumber
                " "
                code { request }
            }
        }
    }
}

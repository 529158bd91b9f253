import Hummingbird
import Primitives

/// What travels with a request through the filters to its handler.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package internal(set) var site: Site = .blank
    /// The language of the address or, where the address has none, the one that the browser asks for.
    package internal(set) var language: Language = .ru
    /// The page that was asked for, without its language.
    package internal(set) var path: SitePath = .home
    /// What was entered in the form that was sent; empty for other requests.
    package internal(set) var form: Form = Form()
    /// The line in the header of a person who has signed in; a page shown with it is personal.
    package var session: SessionLine?
    /// Whose session the request belongs to; nil for visitors.
    package var sitting: Sitting?
    /// Where the request comes from and how it came.
    package internal(set) var origin: RequestOrigin = .unknown
    /// The request came to the API: no cookies, no forms, no pages.
    package internal(set) var isFromProgramme = false
    /// Counts that a visit of the public pages begins with this request; nil where none does.
    package internal(set) var arrival: (@Sendable () -> Void)?
    var visit: Visit = .none
    /// Where a page for everyone is left, so that others get it too; nil where none may be.
    var slot: OfferSlot?
    /// The other end of the connection, which may be a proxy.
    let peer: IPAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress.flatMap(IPAddress.init)
    }

    /// The token for a form on this page; asking for it also gives the browser its cookie.
    package var formToken: FormToken { visit.token() }

    /// Tells this browser from others while it stays open; bound into what must not be repeated from another one.
    package var visitMark: Bytes { visit.id.bytes }
}

/// What the header shows a person who has signed in.
package struct SessionLine: Sendable {
    /// Who it is, in a form that may be seen over a shoulder.
    package let label: Phrase
    /// Where the label leads.
    package let home: SitePath
    /// Where the button that ends the session sends.
    package let signOut: SitePath

    package init(label: Phrase, home: SitePath, signOut: SitePath) {
        self.label = label
        self.home = home
        self.signOut = signOut
    }
}

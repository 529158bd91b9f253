import Hummingbird
import Primitives

/// A cookie of this host alone: `__Host-` prefix, secure, out of reach of scripts, for the whole site.
///
/// Browsers take secure cookies from `http://127.0.0.1` too.
package struct HostCookie: Sendable {
    /// With the prefix.
    package let name: String
    package let sameSite: Cookie.SameSite

    /// - Parameter name: without the prefix.
    package init(_ name: String, sameSite: Cookie.SameSite = .lax) {
        self.name = "__Host-" + name
        self.sameSite = sameSite
    }

    /// The value that the browser sent.
    package func value(in request: Request) -> String? { request.cookies[name]?.value }

    /// Gives the browser a value.
    ///
    /// - Parameter maxAge: seconds; nil for as long as the browser stays open.
    package func set(_ value: String, maxAge: Int? = nil, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name, value: value, maxAge: maxAge, path: "/", secure: true, httpOnly: true, sameSite: sameSite))
    }

    /// Takes the cookie away.
    package func clear(on response: inout Response) { set("", maxAge: 0, on: &response) }

    /// Makes forms that the browser shows useless, since what they do would be done for another person from now on.
    package static func endForms(in context: WebContext, on response: inout Response) {
        visit.set(context.site.formKey.freshVisit().description, on: &response)
    }

    /// The browser of a form; see ``FormToken``.
    static let visit = HostCookie("saqta-visit", sameSite: .lax)
}

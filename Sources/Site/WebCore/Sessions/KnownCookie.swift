import Access
import Hummingbird
import Primitives

/// The cookie by which a browser is known again in which somebody has signed in; it names nobody.
package enum KnownCookie {
    private static let cookie = HostCookie("saqta-known")

    /// What the browser sent; what is no token is left out.
    static func tokens(in request: Request) -> [Bytes] {
        guard let bytes = cookie.value(in: request).flatMap({ Bytes(hex: $0) }), bytes.count <= 1_024 else { return [] }
        let starts = stride(from: 0, through: bytes.count - KnownBrowsers.length, by: KnownBrowsers.length)
        return starts.map { Bytes(bytes[$0..<$0 + KnownBrowsers.length]) }
    }

    /// Gives the browser what it holds after a sign-in.
    package static func give(_ tokens: [Bytes], on response: inout Response) {
        cookie.set(Bytes(tokens.joined()).hex, maxAge: KnownBrowsers.life.seconds, on: &response)
    }
}

extension WebContext {
    /// Who asks, as far as it is known before they are recognised.
    package func asker(_ request: Request) -> Asker {
        Asker(
            source: source(of: request).isKnown ? mark(of: request).bytes : nil,
            tokens: KnownCookie.tokens(in: request))
    }
}

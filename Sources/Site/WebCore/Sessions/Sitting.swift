import Access
import Hummingbird
import Primitives

/// Who sits in front of the browser, as its session cookie tells.
package struct Sitting: Sendable {
    package let session: Session
    /// The person; a stranger who waits for a code has none.
    package var subject: SubjectID? { session.subject }
    /// What the Gate is told about the session.
    package var digest: Bytes { session.digest }
}

/// The cookies of sessions: a random token, nothing else.
package enum SessionCookie {
    /// Of persons who register or have registered.
    package static let account = HostCookie("saqta")
    /// Of staff; never sent from another site's page.
    package static let office = HostCookie("saqta-office", sameSite: .strict)

    /// The digest under which the token that the browser sent is stored.
    package static func digest(_ cookie: HostCookie, in request: Request) -> Bytes? {
        guard let text = cookie.value(in: request), let token = Bytes(hex: text), token.count == 32 else { return nil }
        return Session.digest(of: token)
    }

    /// Gives the browser the token of a session that has begun.
    package static func give(_ cookie: HostCookie, _ token: Bytes, _ kind: Session.Kind, on response: inout Response) {
        cookie.set(token.hex, maxAge: kind.total.seconds, on: &response)
    }
}

/// Finds the session of a request; a page that needs one says so with ``WebContext/require(_:)``.
package struct SittingFilter: RouterMiddleware {
    let cookie: HostCookie
    let find: @Sendable (Bytes) async throws -> Session?
    let line: @Sendable (Session) -> SessionLine?

    /// - Parameters:
    ///   - find: the living session of a digest; it also remembers that the session was used.
    ///   - line: what the header shows for it.
    package init(
        _ cookie: HostCookie, find: @escaping @Sendable (Bytes) async throws -> Session?,
        line: @escaping @Sendable (Session) -> SessionLine?
    ) {
        self.cookie = cookie
        self.find = find
        self.line = line
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let digest = SessionCookie.digest(cookie, in: request), let session = try await find(digest) {
            context.sitting = Sitting(session: session)
            context.session = line(session)
        }
        return try await next(request, context)
    }
}

extension WebContext {
    /// The session of one of these kinds.
    /// - Throws: `AccessRefusal.noSession`.
    package func require(_ kinds: Session.Kind...) throws -> Sitting {
        guard let sitting, kinds.contains(sitting.session.kind) else { throw AccessRefusal.noSession }
        return sitting
    }
}

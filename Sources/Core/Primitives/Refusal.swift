/// A "no" that is part of the domain: it has a kind, and the edge turns the kind into a page or a status.
package protocol Refusal: Error {
    var kind: RefusalKind { get }
}

/// The kinds of "no", after the statuses of HTTP (RFC 9110).
package enum RefusalKind: String, Sendable, CaseIterable {
    /// Something entered cannot be accepted (422).
    case invalid
    /// Who asks is not known (401).
    case unauthenticated
    /// Who asks may not (403).
    case forbidden
    /// There is no such thing, or the asker may not know of it (404).
    case notFound
    /// The thing is in another state by now (409).
    case conflict
    /// It was there and has ended (410).
    case gone
    /// Too large (413).
    case tooLarge
    /// Too often (429).
    case tooMany
    /// It cannot be done or recorded now; nothing was done (503).
    case unavailable
}
